import { problemWords } from '@monban/domain/wording/problem-words';
import { Panel } from '@monban/ui/panel/panel';
import { type FormEvent, useState } from 'react';
import { FormSummary } from '../../forms/form-summary.tsx';
import { TextEntry } from '../../forms/text-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { typedId } from '../../lib/half-width.ts';
import { useLanguage } from '../../messages/messages.tsx';
import { checkRegistration, emptyRegistration } from './check-registration.ts';
import { RegistrationEnd } from './registration-end.tsx';
import { RegistrationProof } from './registration-proof.tsx';
import { RegistrationPins } from './registration-pins.tsx';
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
    const problems = checkRegistration(m, problemWords(locale), values, card.state);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <FormSummary form={form} refusedTitle={t.refusedTitle} />
      <RegistrationProof form={form} card={card} renewed={renewed} />
      <RegistrationPins form={form} />
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
      <RegistrationEnd busy={form.busy} />
    </form>
  );
}
