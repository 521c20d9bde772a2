import { describe, expect, test } from 'vitest';
import {
  addLock,
  administratorStatus,
  contractStatus,
  liftLocks,
  type Lock,
  type LockReason,
  mayAdministrator,
  mayContract,
  mayUser,
  userStatus,
} from './status.ts';

/** Every reason: one that is missing does not compile. */
const everyReason = Object.keys({
  WRONG_PINS: true,
  BY_ADMINISTRATOR: true,
  BY_DESK: true,
  BY_USER: true,
} satisfies Record<LockReason, true>) as readonly LockReason[];
/** What somebody does for themselves once their PINs are their own. */
const ownActs = ['CHANGE_PIN', 'RENEW_CERTIFICATE', 'SET_LOGON_NOTICES', 'AUTHORIZE'] as const;
const lock = (reason: LockReason, at = 1): Lock => ({ reason, at, by: 'someone' });
const reasons = (locks: readonly Lock[]): readonly LockReason[] => locks.map((each) => each.reason);

describe('what state a contract is in', () => {
  const open = { registeredAt: null, closedAt: null, locks: [] };

  test('waiting for its registration, then active', () => {
    expect(contractStatus(open, 10)).toBe('AWAITING_REGISTRATION');
    expect(contractStatus({ ...open, registeredAt: 5 }, 10)).toBe('ACTIVE');
  });

  test('a lock shows even before the first registration, so that the desk sees it', () => {
    expect(contractStatus({ ...open, locks: [lock('WRONG_PINS')] }, 10)).toBe('LOCKED');
  });

  test('closing takes effect at its moment: neither before nor after', () => {
    const closing = { registeredAt: 5, closedAt: 20, locks: [] };
    expect(contractStatus(closing, 19)).toBe('ACTIVE');
    expect(contractStatus(closing, 20)).toBe('CLOSED');
    expect(contractStatus({ ...closing, locks: [lock('BY_DESK')] }, 20)).toBe('CLOSED');
  });
});

describe('what state a person is in', () => {
  const user = { removedAt: null, locks: [], temporaryPins: false };

  test('a user: removed before locked before waiting for the first logon', () => {
    expect(userStatus(user)).toBe('ACTIVE');
    expect(userStatus({ ...user, temporaryPins: true })).toBe('AWAITING_FIRST_LOGON');
    const locked = { ...user, temporaryPins: true, locks: [lock('WRONG_PINS')] };
    expect(userStatus(locked)).toBe('LOCKED');
    expect(userStatus({ ...locked, removedAt: 1 })).toBe('REMOVED');
  });

  test('R17: an administrator reset by the desk waits for registration in an active contract', () => {
    expect(administratorStatus({ registeredAt: null })).toBe('AWAITING_REGISTRATION');
    expect(administratorStatus({ registeredAt: 1 })).toBe('ACTIVE');
    expect(mayContract('ACTIVE', 'REGISTER')).toBe('ALLOWED');
    expect(mayAdministrator('AWAITING_REGISTRATION', 'REGISTER')).toBe('ALLOWED');
    expect(mayAdministrator('AWAITING_REGISTRATION', 'LOG_ON')).toBe(
      'ADMINISTRATOR_NOT_REGISTERED',
    );
  });

  test('R2: the registration PIN is for the first logon only', () => {
    expect(mayAdministrator('ACTIVE', 'REGISTER')).toBe('ADMINISTRATOR_ALREADY_REGISTERED');
    expect(mayAdministrator('ACTIVE', 'LOG_ON')).toBe('ALLOWED');
  });
});

describe('which act each state allows', () => {
  test('nobody logs on or administers while the contract is not active', () => {
    for (const act of ['LOG_ON', 'ADMINISTER'] as const) {
      expect(mayContract('AWAITING_REGISTRATION', act)).toBe('CONTRACT_NOT_REGISTERED');
      expect(mayContract('ACTIVE', act)).toBe('ALLOWED');
      expect(mayContract('LOCKED', act)).toBe('CONTRACT_LOCKED');
      expect(mayContract('CLOSED', act)).toBe('CONTRACT_CLOSED');
    }
  });

  test('a locked contract cannot be entered by registering either', () => {
    expect(mayContract('LOCKED', 'REGISTER')).toBe('CONTRACT_LOCKED');
  });

  test('the desk issues cards and sets the linkage of a locked contract, of a closed one nothing', () => {
    const acts = ['LOCK', 'ISSUE_CARD', 'SET_LOCK_LINKAGE', 'UPDATE', 'CLOSE'] as const;
    for (const act of [...acts, 'RESET_ADMINISTRATOR'] as const) {
      expect(mayContract('LOCKED', act)).toBe('ALLOWED');
      expect(mayContract('CLOSED', act)).toBe('CONTRACT_CLOSED');
    }
  });

  test('only what is locked can be unlocked', () => {
    expect(mayContract('ACTIVE', 'UNLOCK')).toBe('CONTRACT_NOT_LOCKED');
    expect(mayContract('LOCKED', 'UNLOCK')).toBe('ALLOWED');
    expect(mayUser('ACTIVE', 'UNLOCK')).toBe('USER_NOT_LOCKED');
    expect(mayUser('AWAITING_FIRST_LOGON', 'UNLOCK')).toBe('USER_NOT_LOCKED');
    expect(mayUser('LOCKED', 'UNLOCK')).toBe('ALLOWED');
  });

  test('a user with temporary PINs replaces them before anything else', () => {
    expect(mayUser('AWAITING_FIRST_LOGON', 'LOG_ON')).toBe('ALLOWED');
    expect(mayUser('AWAITING_FIRST_LOGON', 'REPLACE_TEMPORARY_PINS')).toBe('ALLOWED');
    for (const act of ownActs) {
      expect(mayUser('AWAITING_FIRST_LOGON', act)).toBe('TEMPORARY_PINS');
      expect(mayUser('ACTIVE', act)).toBe('ALLOWED');
    }
    expect(mayUser('ACTIVE', 'REPLACE_TEMPORARY_PINS')).toBe('NO_TEMPORARY_PINS');
  });

  test('R16: a user who forgot a PIN is given a new one, locked or not, but never once removed', () => {
    expect(mayUser('ACTIVE', 'RESET_PINS')).toBe('ALLOWED');
    expect(mayUser('LOCKED', 'RESET_PINS')).toBe('ALLOWED');
    expect(mayUser('REMOVED', 'RESET_PINS')).toBe('USER_REMOVED');
  });

  test('a locked user does nothing, a removed one cannot be worked on', () => {
    for (const act of ['LOG_ON', 'REPLACE_TEMPORARY_PINS', ...ownActs] as const) {
      expect(mayUser('LOCKED', act)).toBe('USER_LOCKED');
      expect(mayUser('REMOVED', act)).toBe('USER_REMOVED');
    }
    for (const act of ['LOCK', 'UNLOCK', 'UPDATE', 'REMOVE'] as const) {
      expect(mayUser('REMOVED', act)).toBe('USER_REMOVED');
    }
  });
});

describe('who lifts which lock', () => {
  const all = everyReason.map((reason) => lock(reason));

  test('R20: the administrator lets a user back in, from wrong PINs, from their own lock and from the user’s', () => {
    const { left, lifted } = liftLocks(all, 'ADMINISTRATOR', 'USER');
    expect(reasons(lifted)).toEqual(['WRONG_PINS', 'BY_ADMINISTRATOR', 'BY_USER']);
    expect(reasons(left)).toEqual(['BY_DESK']);
  });

  test('a user who locked themselves in an emergency is let back in by the administrator alone', () => {
    const own = [lock('BY_USER')];
    expect(liftLocks(own, 'ADMINISTRATOR', 'USER').left).toEqual([]);
    expect(liftLocks(own, 'RESET', 'USER').lifted).toEqual([]);
    expect(liftLocks(own, 'DESK', 'USER').lifted).toEqual([]);
  });

  test('R19, R21: nobody in the company opens a stopped contract, the desk any', () => {
    expect(reasons(liftLocks(all, 'ADMINISTRATOR', 'CONTRACT').lifted)).toEqual([]);
    expect(reasons(liftLocks(all, 'DESK', 'CONTRACT').left)).toEqual([]);
  });

  test("a user's own lock survives the contract's unlock: the desk lifts none of a user's", () => {
    expect(reasons(liftLocks(all, 'DESK', 'USER').lifted)).toEqual([]);
  });

  test('R16: new PINs lift a lock by wrong ones, never one on purpose', () => {
    const { left, lifted } = liftLocks(all, 'RESET', 'USER');
    expect(reasons(lifted)).toEqual(['WRONG_PINS']);
    expect(reasons(left)).toEqual(['BY_ADMINISTRATOR', 'BY_DESK', 'BY_USER']);
  });

  test('several reasons stand at once, each once, the first time remembered', () => {
    const locks = addLock(addLock([], lock('WRONG_PINS', 1)), lock('BY_ADMINISTRATOR', 2));
    expect(reasons(locks)).toEqual(['WRONG_PINS', 'BY_ADMINISTRATOR']);
    expect(addLock(locks, lock('WRONG_PINS', 3))).toEqual(locks);
  });
});
