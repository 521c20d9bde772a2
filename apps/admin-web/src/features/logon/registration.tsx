import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { type FormEvent, useState } from 'react';
import { FormSummary } from '../../forms/form-summary.tsx';
import { NewPin } from '../../forms/new-pin.tsx';
import { PinEntry } from '../../forms/pin-entry.tsx';
import { TextEntry } from '../../forms/text-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { typedDigits, typedId } from '../../lib/half-width.ts';
import { useLanguage } from '../../messages/messages.tsx';
import { CardEntry } from './card-entry.tsx';
import { CardPicture } from './card-picture.tsx';
import { checkRegistration, emptyRegistration } from './check-registration.ts';
import { registerAdministrator } from './send-logon.ts';
import { sortProblems } from './sort-problems.ts';
import { useCardChallenge } from './use-card-challenge.ts';

const names = [
  'contractId',
  'registrationPin',
  'oneTimePassword',
  'contractPin',
  'contractConfirmationPin',
  'notificationAddress',
] as const;

/** 開通確認, the administrator's very first logon (R2): proves the letter and the card, sets both PINs. */
export function Registration({ onIn }: { readonly onIn: () => void }) {
  const { m, locale } = useLanguage();
  const t = m.registration;
  const form = useForm({
    name: 'registration',
    initial: emptyRegistration,
    secrets: [
      'registrationPin',
      'oneTimePassword',
      'contractPin',
      'contractPinAgain',
      'contractConfirmationPin',
      'contractConfirmationPinAgain',
    ],
    kept: false,
  });
  const { values } = form;
  const card = useCardChallenge(values.contractId);
  const [renewed, setRenewed] = useState(false);

  const send = async () => {
    if (card.state.kind !== 'SHOWN') return;
    const address = values.notificationAddress;
    const outcome = await registerAdministrator(
      {
        contractId: values.contractId,
        registrationPin: values.registrationPin,
        oneTimePassword: values.oneTimePassword,
        challengeId: card.state.challenge.id,
        contractPin: values.contractPin,
        contractConfirmationPin: values.contractConfirmationPin,
        notificationAddress: address === '' ? null : address,
      },
      { locale, m },
    );
    if (outcome.kind === 'IN') return onIn();
    form.forgetSecrets();
    setRenewed(await card.refresh());
    const { problems, general } = sortProblems(outcome, names);
    form.say(problems, general);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = checkRegistration(m, words(locale), values, card.state);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <FormSummary form={form} refusedTitle={t.refusedTitle} />
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
      <Panel title={t.newPins}>
        <p>{t.newPinsLead}</p>
        <div className="grid gap-8 md:grid-cols-2">
          <div className="flex flex-col gap-6">
            <NewPin
              form={form}
              name="contractPin"
              again="contractPinAgain"
              label={t.contractPin}
              hint={t.contractPinHint}
              partner={values.contractConfirmationPin}
            />
          </div>
          <div className="flex flex-col gap-6">
            <NewPin
              form={form}
              name="contractConfirmationPin"
              again="contractConfirmationPinAgain"
              label={t.confirmationPin}
              hint={t.confirmationPinHint}
              partner={values.contractPin}
            />
          </div>
        </div>
      </Panel>
      <Panel title={t.notification}>
        <TextEntry
          form={form}
          name="notificationAddress"
          label={t.address}
          hint={t.addressHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          normalize={typedId}
          width="medium"
          optional
        />
      </Panel>
      <Panel title={t.follows}>
        <ul className="list-disc pl-6">
          {t.consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
        <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
          {t.submit}
        </Button>
      </Panel>
    </form>
  );
}
