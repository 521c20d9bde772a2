import { problemWords } from '@monban/domain/wording/problem-words';
import { Button } from '@monban/ui/button/button';
import type { FormEvent } from 'react';
import { onlyProblems } from '../../forms/check-new-pin.ts';
import { FormSummary } from '../../forms/form-summary.tsx';
import { PinEntry } from '../../forms/pin-entry.tsx';
import { TextEntry } from '../../forms/text-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { typedDigits, typedId } from '../../lib/half-width.ts';
import { useLanguage } from '../../messages/messages.tsx';
import { contractIdProblem, userIdProblem } from './check-logon.ts';
import { logOnUser } from './send-logon.ts';
import { sortProblems } from './sort-problems.ts';

const names = ['contractId', 'userId', 'userPin'] as const;

/** A user's logon (R5): contract ID, user ID, user PIN. */
export function UserLogon({ onIn }: { readonly onIn: () => void }) {
  const { m, locale } = useLanguage();
  const form = useForm({
    name: 'user-logon',
    initial: { contractId: '', userId: '', userPin: '' },
    secrets: ['userPin'],
    kept: false,
  });
  const { contractId, userId, userPin } = form.values;

  const send = async () => {
    const outcome = await logOnUser({ contractId, userId, userPin }, { locale, m });
    if (outcome.kind === 'IN') return onIn();
    form.forgetSecrets();
    const { problems, general } = sortProblems(outcome, names);
    form.say(problems, general);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = onlyProblems({
      contractId: contractIdProblem(problemWords(locale), contractId),
      userId: userIdProblem(problemWords(locale), userId),
      userPin: userPin === '' ? m.common.missing(m.logon.userPin) : undefined,
    });
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col items-start gap-6">
      <div className="w-full">
        <FormSummary form={form} refusedTitle={m.logon.refusedTitle} />
      </div>
      <TextEntry
        form={form}
        name="contractId"
        label={m.logon.contractId}
        hint={m.logon.contractIdHint}
        inputMode="numeric"
        autoComplete="organization"
        normalize={typedDigits}
        width="short"
        mono
      />
      <TextEntry
        form={form}
        name="userId"
        label={m.logon.userId}
        hint={m.logon.userIdHint}
        autoComplete="username"
        normalize={typedId}
        width="medium"
        mono
      />
      <PinEntry form={form} name="userPin" label={m.logon.userPin} use="current-password" />
      <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
        {m.logon.submit}
      </Button>
    </form>
  );
}
