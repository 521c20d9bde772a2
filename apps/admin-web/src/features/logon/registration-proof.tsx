import { Panel } from '@monban/ui/panel/panel';
import { CardPicture } from '../../card/card-picture.tsx';
import { PinEntry } from '../../forms/pin-entry.tsx';
import { TextEntry } from '../../forms/text-entry.tsx';
import type { Form } from '../../forms/use-form.ts';
import { typedDigits } from '../../lib/half-width.ts';
import { useMessages } from '../../messages/messages.tsx';
import { CardEntry } from './card-entry.tsx';
import type { RegistrationValues } from './check-registration.ts';
import type { CardChallenge } from './use-card-challenge.ts';

/** What proves that it is the administrator: the letter (R2) and the card (R7). */
export function RegistrationProof(props: {
  readonly form: Form<RegistrationValues>;
  readonly card: CardChallenge;
  readonly renewed: boolean;
}) {
  const m = useMessages();
  const t = m.registration;
  const { card, form, renewed } = props;
  return (
    <Panel title={t.proof}>
      <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)] md:grid-rows-[auto_1fr]">
        <div className="flex flex-col gap-6">
          <TextEntry
            form={form}
            name="contractId"
            label={m.logon.contractId}
            hint={m.logon.contractIdHint}
            inputMode="numeric"
            autoComplete="username"
            normalize={typedDigits}
            width="short"
            mono
          />
          <PinEntry
            form={form}
            name="registrationPin"
            label={t.registrationPin}
            hint={t.registrationPinHint}
            use="off"
            drawn
          />
        </div>
        <div className="md:row-span-2">
          <CardPicture cells={card.state.kind === 'SHOWN' ? card.state.challenge.cells : []} />
        </div>
        <CardEntry
          form={form}
          state={card.state}
          renewed={renewed}
          onRetry={() => void card.refresh()}
        />
      </div>
    </Panel>
  );
}
