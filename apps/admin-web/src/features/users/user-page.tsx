import { Button } from '@monban/ui/button/button';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { type LoaderFunctionArgs, useNavigate, useParams } from 'react-router';
import { words } from '@monban/domain/wording/words';
import type { UserQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { leaveFor, userActNames } from './user-acts.ts';
import { UserActDialog } from './user-act-dialog.tsx';
import { UserRights } from './user-rights.tsx';
import { UserStatus } from './user-status.tsx';
import { userDocument } from './users.graphql.ts';

export const loadUser =
  (preload: Preload) =>
  ({ params }: LoaderFunctionArgs) => {
    const variables = { userId: params['userId'] ?? '' };
    return preload.toPromise(preload(userDocument, { ...fresh, variables }));
  };

/** One user: who they are, what they may do, and what can be done with them. */
export function UserPage() {
  const { m, locale } = useLanguage();
  const { contract } = usePreloaded<UserQuery>();
  const user = contract?.user;
  const params = useParams();
  const navigate = useNavigate();
  const act = userActNames.find((each) => each === params['act']);
  if (user === undefined || user === null) {
    return (
      <>
        <PageHeading site={m.common.site}>{m.users.title}</PageHeading>
        <p>{m.users.gone}</p>
      </>
    );
  }
  return (
    <>
      <PageHeading
        site={m.common.site}
        focus={act === undefined}
        aside={
          <Button kind="secondary" onPress={() => window.print()}>
            {m.users.detail.print}
          </Button>
        }
      >
        {m.users.who(user.userId, user.name)}
      </PageHeading>
      <Panel title={m.users.detail.about}>
        <DescriptionList
          items={[
            { term: m.users.columns.status, detail: <UserStatus user={user} /> },
            {
              term: m.users.columns.lastLogon,
              detail:
                user.lastLogonAt === null ? m.common.never : momentText(user.lastLogonAt, locale),
            },
            { term: m.users.detail.email, detail: user.email ?? m.common.none },
          ]}
        />
        <div className="print:hidden">
          <h3 className="mb-2 font-bold">{m.users.detail.acts}</h3>
          <div className="flex flex-wrap items-start gap-3">
            {userActNames.map((each) => {
              const leave = leaveFor(user, each);
              return (
                <Button
                  key={each}
                  unavailable={leave === 'ALLOWED' ? undefined : words(locale).obstacle(leave)}
                  onPress={() =>
                    void navigate(paths.userAct(user.userId, each), {
                      state: { from: paths.user(user.userId) },
                    })
                  }
                >
                  {m.users.acts[each]}
                </Button>
              );
            })}
          </div>
        </div>
      </Panel>
      <UserRights user={user} />
      {act !== undefined && leaveFor(user, act) === 'ALLOWED' && (
        <UserActDialog key={act} act={act} user={user} />
      )}
    </>
  );
}
