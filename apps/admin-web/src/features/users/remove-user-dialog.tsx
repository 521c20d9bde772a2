import { words } from '@monban/domain/wording/words';
import { Busy } from '@monban/ui/busy/busy';
import { useNavigate } from 'react-router';
import { notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { useForm } from '../../forms/use-form.ts';
import type { UserRowFragment } from '../../graphql/generated/graphql.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { ActDialog } from '../../forms/act-dialog.tsx';
import { useNobodyLeft } from './use-nobody-left.ts';
import { useWayBack } from './use-way-back.ts';
import { whoIsTold } from './who-is-told.ts';
import { removeUserDocument } from './users.graphql.ts';

/** 登録抹消: what goes for good, whether anybody is left who can do the same, and only then the PIN. */
export function RemoveUserDialog(props: {
  readonly user: UserRowFragment;
  /** Logged on at this moment. */
  readonly present: boolean;
}) {
  const { user } = props;
  const { m, locale } = useLanguage();
  const t = m.users.remove;
  const { consequence, labels } = words(locale);
  const navigate = useNavigate();
  const remove = useCommand(removeUserDocument);
  const { close } = useWayBack(user.userId);
  const nobodyLeft = useNobodyLeft(user.userId);
  const who = m.users.who(user.userId, user.name);
  const form = useForm({
    name: 'remove-user',
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });

  const send = async () => {
    const { confirmationPin } = form.values;
    const outcome = await remove({ input: { userId: user.userId, confirmationPin } });
    if (outcome.kind !== 'DONE') return sayNotDone(form, m, outcome);
    await navigate(paths.users(), { replace: true, state: { done: t.done(who) } });
  };

  return (
    <ActDialog
      title={t.title(who)}
      form={form}
      submit={t.submit}
      danger
      unavailable={nobodyLeft === null ? m.common.loading : undefined}
      onSubmit={send}
      onClose={close}
    >
      {nobodyLeft === null ? (
        <Busy>{m.common.loading}</Busy>
      ) : (
        <Consequences
          title={m.forms.follows}
          change={
            <p>
              <strong>
                {m.common.pair(
                  m.users.state,
                  m.forms.change(labels.userStatus[user.status], labels.userStatus.REMOVED),
                )}
              </strong>
            </p>
          }
          grave={nobodyLeft.map(consequence)}
          items={[
            t.forGood,
            t.idStaysTaken(user.userId),
            props.present ? t.sessionEnds : t.noLogon,
            t.rightsGo,
            ...whoIsTold(m, user.email, user.email),
          ]}
        />
      )}
    </ActDialog>
  );
}
