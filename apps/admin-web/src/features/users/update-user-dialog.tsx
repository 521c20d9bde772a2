import { useApolloClient } from '@apollo/client/react';
import { personalChanges } from '@monban/domain/change';
import { words } from '@monban/domain/wording/words';
import { useNavigate } from 'react-router';
import { ChangesPreview } from '../../forms/changes-preview.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { Meanwhile, useStanding } from '../../forms/standing.tsx';
import { TextEntry } from '../../forms/text-entry.tsx';
import { useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { typedId } from '../../lib/half-width.ts';
import { useLanguage } from '../../messages/inside.ts';
import { ActDialog } from '../../forms/act-dialog.tsx';
import { whoIsTold } from './who-is-told.ts';
import { afterEdits, checkEdits, noEdits } from './personal-edits.ts';
import { useWayBack } from './use-way-back.ts';
import { personalDocument, updateUserDocument } from './users.graphql.ts';

/** A user's data at the version that is shown. */
interface Personal {
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly version: number;
}

/** Corrects a user's name and mail address; whoever was overtaken keeps what they typed. */
export function UpdateUserDialog({ user }: { readonly user: Personal }) {
  const { userId } = user;
  const { m, locale } = useLanguage();
  const t = m.users.update;
  const navigate = useNavigate();
  const update = useCommand(updateUserDocument);
  const { back, close } = useWayBack(userId);
  const ask = useAskPersonal(userId);
  const { catchUp, meanwhile, thing } = useStanding(user, {
    ask,
    compare: (before, now) => [{ changes: personalChanges(before, now) }],
  });
  const form = useForm({
    name: `update-${userId}`,
    initial: noEdits,
    secrets: ['confirmationPin', 'sure'],
  });
  const after = afterEdits(thing, form.values);
  const changes = personalChanges(thing, after);

  const leave = () => {
    form.finish();
    close();
  };

  const send = async () => {
    const { confirmationPin } = form.values;
    const outcome = await update({
      input: {
        userId,
        expectedVersion: thing.version,
        confirmationPin,
        ...(after.name === thing.name ? {} : { name: after.name }),
        ...(after.email === thing.email ? {} : { email: after.email }),
      },
    });
    if (outcome.kind === 'DONE') {
      form.finish();
      const done = t.done(m.users.who(userId, outcome.value.user.name));
      await navigate(back, { replace: true, state: { done } });
      return;
    }
    if (outcome.kind === 'REFUSED') await catchUp(outcome.refusal);
    sayNotDone(form, m, outcome, (path) =>
      path === 'name' || path === 'email' ? path : undefined,
    );
  };

  return (
    <ActDialog
      title={t.title(m.users.who(userId, thing.name))}
      form={form}
      submit={t.submit}
      unavailable={changes.length === 0 ? m.changes.none : undefined}
      problems={() => checkEdits(words(locale), form.values, m.addUser)}
      meanwhile={meanwhile === null ? undefined : <Meanwhile changed={meanwhile} />}
      onSubmit={send}
      onClose={leave}
    >
      <TextEntry
        form={form}
        name="name"
        label={m.addUser.name}
        hint={m.addUser.nameHint}
        standing={thing.name}
      />
      <TextEntry
        form={form}
        name="email"
        label={m.addUser.email}
        hint={m.addUser.emailHint}
        standing={thing.email ?? ''}
        type="email"
        inputMode="email"
        normalize={typedId}
        optional
      />
      <ChangesPreview
        parts={changes.length === 0 ? [] : [{ changes }]}
        notes={whoIsTold(m, thing.email, after.email)}
      />
    </ActDialog>
  );
}

/** The data as they stand now; null: the user was removed. */
function useAskPersonal(userId: string): () => Promise<Personal | null> {
  const client = useApolloClient();
  return async () => {
    const { data } = await client.query({
      query: personalDocument,
      variables: { userId },
      fetchPolicy: 'network-only',
    });
    const user = data?.contract?.user ?? null;
    return user === null || user.status === 'REMOVED' ? null : user;
  };
}
