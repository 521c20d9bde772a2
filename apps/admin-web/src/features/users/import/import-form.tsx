import { Button } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { Panel } from '@monban/ui/panel/panel';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Confirmation, confirmationProblems, notConfirmed } from '../../../forms/confirmation.tsx';
import { Consequences } from '../../../forms/consequences.tsx';
import { FormSummary } from '../../../forms/form-summary.tsx';
import { sayNotDone } from '../../../forms/say-not-done.ts';
import { hasProblems, useForm } from '../../../forms/use-form.ts';
import { paths } from '../../../lib/paths.ts';
import { useMessages } from '../../../messages/inside.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useHandover } from '../handover.tsx';
import type { ContractServices } from '../new-user-limits.tsx';
import { slipOf } from '../slip-of.ts';
import { importFollows } from './import-follows.ts';
import { ImportProgress } from './import-progress.tsx';
import type { DryRun } from './use-dry-run.ts';
import { useImport } from './use-import.ts';

/** What follows, the confirmation PIN (R4), and everybody in the file is added, or nobody. */
export function ImportForm(props: {
  readonly csv: string;
  readonly users: DryRun['users'];
  readonly services: ContractServices;
  /** The file fits no longer what the contract has become meanwhile. */
  readonly onUnfit: () => void;
}) {
  const { csv, users } = props;
  const m = useMessages();
  const t = m.importUsers;
  const { tries } = useSession();
  const { hand } = useHandover();
  const navigate = useNavigate();
  const [stopped, setStopped] = useState(false);
  const importing = useImport(
    csv,
    users.map(({ userId }) => userId),
  );
  const form = useForm({
    name: 'import-users',
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });

  const send = async () => {
    setStopped(false);
    const outcome = await importing.run(form.values.confirmationPin);
    if (outcome.kind === 'DONE') {
      hand(outcome.value.users.map(slipOf));
      await navigate(paths.slips);
    } else if (outcome.kind === 'STOPPED') {
      form.forgetSecrets();
      setStopped(true);
    } else {
      sayNotDone(form, m, outcome);
      if (outcome.kind === 'REFUSED' && outcome.refusal.__typename === 'InvalidInput')
        props.onUnfit();
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = confirmationProblems(m, form.values, tries);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <FormSummary form={form} />
      {stopped && <Notice tone="info" title={t.progress.stopped} live />}
      <Panel title={m.forms.confirmTitle}>
        <Consequences title={m.forms.follows} items={importFollows(m, users, props.services)} />
        {importing.progress === null ? (
          <>
            <Confirmation form={form} />
            <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
              {t.submit(users.length)}
            </Button>
          </>
        ) : (
          <ImportProgress
            progress={importing.progress}
            total={users.length}
            onStop={importing.stop}
          />
        )}
      </Panel>
    </form>
  );
}
