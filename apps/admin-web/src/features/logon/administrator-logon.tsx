import { problemWords } from '@monban/domain/wording/problem-words';
import { Button } from '@monban/ui/button/button';
import { type FormEvent, useState } from 'react';
import { CardPicture } from '../../card/card-picture.tsx';
import { onlyProblems } from '../../forms/check-new-pin.ts';
import { FormSummary } from '../../forms/form-summary.tsx';
import { PinEntry } from '../../forms/pin-entry.tsx';
import { TextEntry } from '../../forms/text-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { typedDigits } from '../../lib/half-width.ts';
import { useLanguage } from '../../messages/messages.tsx';
import { CardEntry } from './card-entry.tsx';
import { contractIdProblem, oneTimePasswordProblem } from './check-logon.ts';
import { logOnAdministrator } from './send-logon.ts';
import { sortProblems } from './sort-problems.ts';
import { useCardChallenge } from './use-card-challenge.ts';

const names = ['contractId', 'contractPin', 'oneTimePassword'] as const;

/** The administrator's logon (R3, R7): contract ID, contract PIN, four digits off the card. */
export function AdministratorLogon({ onIn }: { readonly onIn: () => void }) {
  const { m, locale } = useLanguage();
  const form = useForm({
    name: 'administrator-logon',
    initial: { contractId: '', contractPin: '', oneTimePassword: '' },
    secrets: ['contractPin', 'oneTimePassword'],
    kept: false,
  });
  const { contractId, contractPin, oneTimePassword } = form.values;
  const card = useCardChallenge(contractId);
  const [renewed, setRenewed] = useState(false);

  const send = async () => {
    if (card.state.kind !== 'SHOWN') return;
    const challengeId = card.state.challenge.id;
    const outcome = await logOnAdministrator(
      { contractId, contractPin, oneTimePassword, challengeId },
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
    const problems = onlyProblems({
      contractId: contractIdProblem(problemWords(locale), contractId),
      contractPin: contractPin === '' ? m.common.missing(m.logon.contractPin) : undefined,
      oneTimePassword: oneTimePasswordProblem(m, oneTimePassword, card.state),
    });
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <FormSummary form={form} refusedTitle={m.logon.refusedTitle} />
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
            name="contractPin"
            label={m.logon.contractPin}
            use="current-password"
          />
        </div>
        <div className="md:row-span-2">
          <CardPicture cells={card.state.kind === 'SHOWN' ? card.state.challenge.cells : []} />
        </div>
        <div className="flex flex-col items-start gap-6">
          <CardEntry
            form={form}
            state={card.state}
            renewed={renewed}
            onRetry={() => void card.refresh()}
          />
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {m.logon.submit}
          </Button>
        </div>
      </div>
    </form>
  );
}
