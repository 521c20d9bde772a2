import { type Leave, mayUser, type UserAct } from '@monban/domain/status';
import type { UserRowFragment } from '../../graphql/generated/graphql.ts';
import type { UserActName } from '../../lib/paths.ts';

export const userActNames: readonly UserActName[] = ['update', 'reset', 'lock', 'unlock', 'remove'];

const domainActs: Record<UserActName, UserAct> = {
  update: 'UPDATE',
  reset: 'RESET_PINS',
  lock: 'LOCK',
  unlock: 'UNLOCK',
  remove: 'REMOVE',
};

/** The domain's table, and what it leaves to whoever knows the locks: whose lock it is. */
export function leaveFor(user: Pick<UserRowFragment, 'status' | 'locks'>, act: UserActName): Leave {
  const reasons = user.locks.map((lock) => lock.reason);
  if (act === 'lock' && reasons.includes('BY_ADMINISTRATOR')) return 'ALREADY_LOCKED';
  if (act === 'unlock' && reasons.length > 0 && reasons.every((each) => each === 'BY_DESK')) {
    return 'ONLY_THE_DESK_UNLOCKS';
  }
  return mayUser(user.status, domainActs[act]);
}

/** What the list offers for a user at a glance; their own page has everything. */
export function quickActs(user: Pick<UserRowFragment, 'status' | 'locks'>): readonly UserActName[] {
  const acts: readonly UserActName[] =
    user.status === 'LOCKED' ? ['unlock', 'reset'] : ['reset', 'lock'];
  return acts.filter((act) => leaveFor(user, act) === 'ALLOWED');
}
