import { Button, buttonClass } from '@monban/ui/button/button';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { LimitTable } from '../../ability/limit-table.tsx';
import { RightsList } from '../../ability/rights-list.tsx';
import { OnPaper } from '../../frame/on-paper.tsx';
import type { UserQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { paths, type UserActName } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { RemoveUserDialog } from './remove-user-dialog.tsx';
import type { ShownUser } from './shown-user.ts';
import { UpdateUserDialog } from './update-user-dialog.tsx';
import { UserAbility } from './user-ability.tsx';
import { UserAbout } from './user-about.tsx';
import { UserActDialog } from './user-act-dialog.tsx';
import { leaveFor, userActNames } from './user-acts.ts';
import { userDocument } from './users.graphql.ts';

export const loadUser =
  (preload: Preload) =>
  ({ params }: LoaderFunctionArgs) => {
    const variables = { userId: params['userId'] ?? '' };
    return preload.toPromise(preload(userDocument, { ...fresh, variables }));
  };

/** One user: who they are, what they can do right now, what they may, and what can be done with them. */
export function UserPage() {
  const m = useMessages();
  const { contract } = usePreloaded<UserQuery>();
  const user = contract?.user;
  const params = useParams();
  const act = userActNames.find((each) => each === params['act']);
  if (user === undefined || user === null) {
    return (
      <>
        <PageHeading site={m.common.site}>{m.users.title}</PageHeading>
        <p>{m.users.gone}</p>
      </>
    );
  }
  const session = contract?.sessions?.find(({ person }) => person === user.userId);
  const grant = contract?.certificateGrants?.find(({ person }) => person === user.userId);
  return (
    <>
      <PageHeading site={m.common.site} focus={act === undefined} aside={<Ways user={user} />}>
        {m.users.who(user.userId, user.name)}
      </PageHeading>
      <OnPaper />
      <UserAbout
        user={user}
        loggedOnSince={session?.startedAt ?? null}
        codeUntil={grant?.until ?? null}
      />
      <UserAbility user={user} />
      <Rights user={user} />
      {act !== undefined && leaveFor(user, act) === 'ALLOWED' && (
        <ActOnUser key={act} act={act} user={user} present={session !== undefined} />
      )}
    </>
  );
}

/** To what belongs to this user elsewhere, and onto paper. */
function Ways({ user }: { readonly user: ShownUser }) {
  const m = useMessages();
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Link className={buttonClass('secondary', true)} to={paths.historyOf({ user: user.userId })}>
        {m.users.detail.history}
      </Link>
      <Button kind="secondary" compact onPress={() => window.print()}>
        {m.users.detail.print}
      </Button>
    </div>
  );
}

/** What this user was granted, and for how much (R13, R14). */
function Rights({ user }: { readonly user: ShownUser }) {
  const m = useMessages();
  const t = m.ability;
  const change = user.status !== 'REMOVED' && (
    <Link className={buttonClass('secondary', true)} to={paths.userRights(user.userId)}>
      {m.users.detail.changeRights}
    </Link>
  );
  return (
    <>
      <Panel title={t.rights} aside={change}>
        <RightsList permissions={user.permissions} accounts={user.accounts} />
      </Panel>
      <Panel title={t.limits}>
        <LimitTable limits={user.limits} own />
      </Panel>
    </>
  );
}

function ActOnUser(props: {
  readonly act: UserActName;
  readonly user: ShownUser;
  readonly present: boolean;
}) {
  const { act, present, user } = props;
  if (act === 'update') return <UpdateUserDialog user={user} />;
  if (act === 'remove') return <RemoveUserDialog user={user} present={present} />;
  return <UserActDialog act={act} user={user} />;
}
