import type { HistoryEvent, ServiceLimit } from './history-event.ts';
import { everyPermission, grants, type Permission } from './permission.ts';

/** What a change of rights put something else in the place of; null: that was left as it was. */
export interface EarlierRights {
  readonly permissions: readonly Permission[] | null;
  readonly limits: readonly ServiceLimit[] | null;
  /** Empty: all of the contract's accounts. */
  readonly accounts: readonly string[] | null;
}

const none: EarlierRights = { permissions: null, limits: null, accounts: null };

/** The rights that an event changed, as they were before it: to go back to them is a change like any other. */
export function rightsBefore(event: HistoryEvent): EarlierRights | null {
  switch (event.type) {
    case 'USER_PERMISSIONS_SET':
      return { ...none, permissions: everyPermission.filter((each) => grants(event.from, each)) };
    case 'USER_LIMITS_SET':
    case 'CONTRACT_LIMITS_SET':
      return { ...none, limits: event.from };
    case 'USER_ACCOUNTS_SET':
      return { ...none, accounts: event.from };
    default:
      return null;
  }
}
