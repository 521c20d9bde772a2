import { PageHeading } from '@monban/ui/page-heading/page-heading';
import type { NewUserQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { useMessages } from '../../messages/inside.ts';
import { AddUserForm } from './add-user-form.tsx';
import { newUserDocument } from './users.graphql.ts';

export const loadNewUser = (preload: Preload) => () =>
  preload.toPromise(preload(newUserDocument, fresh));

export function AddUserPage() {
  const m = useMessages();
  const { contract } = usePreloaded<NewUserQuery>();
  return (
    <>
      <PageHeading site={m.common.site}>{m.addUser.title}</PageHeading>
      <AddUserForm contractServices={contract?.services ?? []} />
    </>
  );
}
