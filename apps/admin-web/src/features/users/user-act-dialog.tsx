import { words } from '@monban/domain/wording/words';
import { useNavigate } from 'react-router';
import { notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { useForm } from '../../forms/use-form.ts';
import type { UserRowFragment } from '../../graphql/generated/graphql.ts';
import type { InsideMessages } from '../../messages/inside.ts';
import { useLanguage } from '../../messages/inside.ts';
import { ActDialog } from '../../forms/act-dialog.tsx';
import { useWayBack } from './use-way-back.ts';
import { type StateAct, useUserAct } from './use-user-act.ts';

/** One act on one user's state: what follows in words, the confirmation PIN (R4), and it is done. */
export function UserActDialog(props: { readonly act: StateAct; readonly user: UserRowFragment }) {
  const { act, user } = props;
  const { m } = useLanguage();
  const navigate = useNavigate();
  const run = useUserAct(act);
  const t = m.users[act];
  const form = useForm({
    name: `${act}-user`,
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const { back, close } = useWayBack(user.userId);

  const send = async () => {
    const { confirmationPin } = form.values;
    const outcome = await run({ userId: user.userId, confirmationPin });
    if (outcome.kind !== 'DONE') return sayNotDone(form, m, outcome);
    const { to, done } = outcome.value;
    await navigate(to ?? back, { replace: true, state: done === null ? {} : { done } });
  };

  return (
    <ActDialog
      title={t.title(m.users.who(user.userId, user.name))}
      form={form}
      submit={t.submit}
      danger={act === 'lock'}
      onSubmit={send}
      onClose={close}
    >
      <Consequences
        title={m.forms.follows}
        change={<StateChange act={act} user={user} />}
        items={[...t.follows, ...notes(act, user, m)]}
      />
    </ActDialog>
  );
}

/** What is true for this user beyond what is true for everybody. */
function notes(act: StateAct, user: UserRowFragment, m: InsideMessages): readonly string[] {
  const reasons = user.locks.map((lock) => lock.reason);
  if (act === 'unlock') {
    const desk = reasons.includes('BY_DESK') ? [m.users.unlock.deskStays] : [];
    return [...desk, m.users.unlock.forgot];
  }
  const onPurpose = reasons.some((reason) => reason !== 'WRONG_PINS');
  return act === 'reset' && onPurpose ? [m.users.reset.staysLocked] : [];
}

/** 利用中 → 利用中止, where the act changes the state. */
function StateChange(props: { readonly act: StateAct; readonly user: UserRowFragment }) {
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
