import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Panel } from '@monban/ui/panel/panel';
import { useLocation, useNavigate } from 'react-router';
import { UserEmail } from '../../address/user-email.tsx';
import { CertificateState } from '../../certificate/certificate-state.tsx';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { leaveFor, userActNames } from './user-acts.ts';
import type { ShownUser } from './shown-user.ts';
import { UserStatus } from './user-status.tsx';

/** Who a user is and where they stand, and what can be done with them. */
export function UserAbout(props: {
  readonly user: ShownUser;
  /** When the session began in which they are logged on; null: they aren't. */
  readonly loggedOnSince: string | null;
  /** Until when a retrieval code can be used that they were given; null: none waits. */
  readonly codeUntil: string | null;
}) {
  const { codeUntil, user, loggedOnSince } = props;
  const { m, locale } = useLanguage();
  const t = m.users.detail;
  const moment = (at: string | null) => (at === null ? m.common.never : momentText(at, locale));
  const temporary =
    user.temporaryUntil === null || user.status === 'REMOVED'
      ? []
      : [{ term: t.temporaryUntil, detail: moment(user.temporaryUntil) }];
  return (
    <Panel title={t.about}>
      <DescriptionList
        items={[
          {
            term: m.users.columns.userId,
            detail: <span className="font-mono">{user.userId}</span>,
          },
          { term: m.users.columns.name, detail: user.name },
          { term: t.email, detail: <UserEmail user={user} /> },
          { term: m.users.columns.status, detail: <UserStatus user={user} /> },
          ...temporary,
          {
            term: t.certificate,
            detail: <CertificateState certificates={user.certificates} codeUntil={codeUntil} />,
          },
          {
            term: m.users.columns.lastLogon,
            detail: (
              <>
                {moment(user.lastLogonAt)}
                {loggedOnSince !== null && (
                  <strong className="block">{t.present(moment(loggedOnSince))}</strong>
                )}
              </>
            ),
          },
        ]}
      />
      <Acts user={user} />
    </Panel>
  );
}

function Acts({ user }: { readonly user: ShownUser }) {
  const { m, locale } = useLanguage();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const mayGrant = leaveFor(user, 'update');
  return (
    <div className="print:hidden">
      <h3 className="mb-2 font-bold">{m.users.detail.acts}</h3>
      <div className="flex flex-wrap items-start gap-3">
        {userActNames.map((act) => {
          const leave = leaveFor(user, act);
          return (
            <Button
              key={act}
              kind={act === 'remove' ? 'danger' : 'secondary'}
              unavailable={leave === 'ALLOWED' ? undefined : words(locale).obstacle(leave)}
              onPress={() => void navigate(paths.userAct(user.userId, act))}
            >
              {m.users.acts[act]}
            </Button>
          );
        })}
        <Button
          unavailable={mayGrant === 'ALLOWED' ? undefined : words(locale).obstacle(mayGrant)}
          onPress={() =>
            void navigate(paths.certificateOf('grant', user.userId), { state: { from: pathname } })
          }
        >
          {m.users.detail.grantCertificate}
        </Button>
      </div>
    </div>
  );
}
