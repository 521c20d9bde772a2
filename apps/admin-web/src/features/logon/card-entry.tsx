import { Button } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { useCellName } from '../../card/card-picture.tsx';
import { TextEntry } from '../../forms/text-entry.tsx';
import type { Form } from '../../forms/use-form.ts';
import { typedDigits } from '../../lib/half-width.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { ChallengeState } from './use-card-challenge.ts';

/** The one field for the four digits (R7), with the cells to read as its hint. */
export function CardEntry(props: {
  readonly form: Form<{ readonly oneTimePassword: string }>;
  readonly state: ChallengeState;
  readonly renewed: boolean;
  readonly onRetry: () => void;
}) {
  const m = useMessages();
  const name = useCellName();
  const { form, state } = props;
  const hint = {
    NONE: () => m.logon.card.hintBefore,
    LOADING: () => m.logon.card.loading,
    TROUBLE: () => m.logon.card.trouble,
    SHOWN: () =>
      state.kind === 'SHOWN'
        ? m.logon.card.hint(state.challenge.cells.map(name).join(m.logon.card.arrow))
        : '',
  }[state.kind]();
  return (
    <div className="flex flex-col gap-3">
      {props.renewed && (
        <Notice tone="warning" live>
          {m.logon.newCells}
        </Notice>
      )}
      {state.kind === 'TROUBLE' && (
        <Notice tone="danger" title={m.logon.card.trouble} live>
          <Button kind="secondary" compact onPress={props.onRetry}>
            {m.logon.card.retry}
          </Button>
        </Notice>
      )}
      <TextEntry
        form={form}
        name="oneTimePassword"
        label={m.logon.card.oneTimePassword}
        hint={<span role="status">{hint}</span>}
        inputMode="numeric"
        autoComplete="off"
        normalize={typedDigits}
        width="digits"
        mono
      />
    </div>
  );
}
