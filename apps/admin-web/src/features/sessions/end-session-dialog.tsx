import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import type { SessionRowFragment } from '../../graphql/generated/graphql.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { endSessionDocument } from './sessions.graphql.ts';

/** What follows for whoever is logged on, the confirmation PIN (R4), and their session is over. */
export function EndSessionDialog(props: {
  readonly session: SessionRowFragment;
  readonly who: string;
}) {
  const { session, who } = props;
  const { m, locale } = useLanguage();
  const t = m.sessions.ask;
  const navigate = useNavigate();
  const { tries } = useSession();
  const run = useCommand(endSessionDocument);
  const form = useForm({
    name: 'end-session',
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const close = () => void navigate(paths.sessions, { replace: true });

  const send = async () => {
    const { confirmationPin } = form.values;
    const outcome = await run({ input: { sessionId: session.id, confirmationPin } });
    if (outcome.kind === 'DONE')
      await navigate(paths.sessions, { replace: true, state: { done: t.done(who) } });
    else sayNotDone(form, m, outcome);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = confirmationProblems(m, form.values, tries);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <Dialog title={t.title(who)} onClose={close}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormSummary form={form} />
        <p>{t.about(momentText(session.startedAt, locale), session.address)}</p>
        <Consequences title={m.forms.follows} items={t.follows} />
        <Confirmation form={form} />
        <div className="flex flex-wrap gap-3">
          <Button kind="danger" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {t.submit}
          </Button>
          <Button kind="secondary" onPress={close}>
            {m.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
