import type { AbilityReason } from '@monban/domain/ability';
import { remedies } from '@monban/domain/ability-summary';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { AbilityTable } from '../../ability/ability-table.tsx';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { leaveFor } from './user-acts.ts';
import type { ShownUser } from './shown-user.ts';

/** What a user can do right now; beside each reason why not, the way to take it away. */
export function UserAbility({ user }: { readonly user: ShownUser }) {
  const m = useMessages();
  return (
    <Panel title={m.ability.title}>
      <AbilityTable
        abilities={user.ability}
        mend={(reason) => <Mend reason={reason} user={user} />}
      />
    </Panel>
  );
}

function Mend(props: { readonly reason: AbilityReason; readonly user: ShownUser }) {
  const { users: t } = useMessages();
  const remedy = wayOf(props.reason, props.user);
  if (remedy === null) return null;
  return (
    <Link
      className="inline-flex min-h-6 items-center text-key underline underline-offset-4 print:hidden"
      to={remedy.to}
    >
      {t.mend[remedy.name]}
    </Link>
  );
}

type Mendable =
  | 'UNLOCK'
  | 'RESET_PINS'
  | 'PERMISSIONS'
  | 'USER_LIMITS'
  | 'CONTRACT_LIMITS'
  | 'CERTIFICATE';

/** Null: not the administrator's to mend; the reason says whose. */
function wayOf(
  reason: AbilityReason,
  user: ShownUser,
): { readonly name: Mendable; readonly to: string } | null {
  const remedy = remedies[reason];
  const { userId } = user;
  switch (remedy) {
    case 'UNLOCK':
      return leaveFor(user, 'unlock') === 'ALLOWED'
        ? { name: remedy, to: paths.userAct(userId, 'unlock') }
        : null;
    case 'RESET_PINS':
      return { name: remedy, to: paths.userAct(userId, 'reset') };
    case 'PERMISSIONS':
    case 'USER_LIMITS':
      return { name: remedy, to: paths.userRights(userId) };
    case 'CONTRACT_LIMITS':
      return { name: remedy, to: paths.contractLimits };
    case 'CERTIFICATE':
      return { name: remedy, to: paths.certificateOf('grant', userId) };
    default:
      return null;
  }
}
