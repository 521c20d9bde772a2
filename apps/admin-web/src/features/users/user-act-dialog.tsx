import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import type { FormEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import type { UserRowFragment } from '../../graphql/generated/graphql.ts';
import { readNavigationState } from '../../lib/navigation-state.ts';
import { paths, type UserActName } from '../../lib/paths.ts';
import type { InsideMessages } from '../../messages/inside.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { useUserAct } from './use-user-act.ts';

/** One act on one user: what follows in words, the confirmation PIN (R4), and it is done. */
export function UserActDialog(props: {
  readonly act: UserActName;
  readonly user: UserRowFragment;
}) {
  const { act, user } = props;
  const { m } = useLanguage();
  const navigate = useNavigate();
  const location = useLocation();
  const { tries } = useSession();
  const run = useUserAct(act);
  const who = m.users.who(user.userId, user.name);
  const t = m.users[act];
  const form = useForm({
    name: `${act}-user`,
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const back = readNavigationState(location.state).from ?? paths.user(user.userId);
  const close = () => void navigate(back, { replace: true });

  const send = async () => {
    const { confirmationPin } = form.values;
    const outcome = await run({ userId: user.userId, confirmationPin });
    if (outcome.kind === 'DONE') {
      const { to, done } = outcome.value;
      await navigate(to ?? back, { replace: true, state: done === null ? {} : { done } });
      return;
    }
    sayNotDone(form, m, outcome);
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
        <Consequences
          title={m.forms.follows}
          change={<StateChange act={act} user={user} />}
          items={[...t.follows, ...notes(act, user, m)]}
        />
        <Confirmation form={form} />
        <div className="flex flex-wrap gap-3">
          <Button
            kind={act === 'lock' ? 'danger' : 'primary'}
            type="submit"
            busy={form.busy ? m.common.busy : undefined}
          >
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

/** What is true for this user beyond what is true for everybody. */
function notes(act: UserActName, user: UserRowFragment, m: InsideMessages): readonly string[] {
  const reasons = user.locks.map((lock) => lock.reason);
  if (act === 'unlock') {
    const desk = reasons.includes('BY_DESK') ? [m.users.unlock.deskStays] : [];
    return [...desk, m.users.unlock.forgot];
  }
  const onPurpose = reasons.some((reason) => reason !== 'WRONG_PINS');
  return act === 'reset' && onPurpose ? [m.users.reset.staysLocked] : [];
}

/** 利用中 → 利用中止, where the act changes the state. */
function StateChange(props: { readonly act: UserActName; readonly user: UserRowFragment }) {
  const { m, locale } = useLanguage();
  const { act, user } = props;
  const { userStatus } = words(locale).labels;
  const left = user.locks.filter((lock) => lock.reason === 'BY_DESK').length;
  const to =
    act === 'lock' ? userStatus.LOCKED : act === 'unlock' && left === 0 ? userStatus.ACTIVE : null;
  if (to === null || user.status === 'REMOVED') return null;
  return (
    <p>
      <strong>{m.common.pair(m.users.state, m.forms.change(userStatus[user.status], to))}</strong>
    </p>
  );
}
