import { describe, expect, test } from 'vitest';
import {
  authorizationState,
  captureRefusalOf,
  type CaptureStanding,
  mayVoid,
  type OpenAuthorization,
  voidedBy,
} from './authorization-end.ts';
import { examples } from './example/events.ts';

const open = { status: 'AUTHORIZED', voidedBecause: null, expiresAt: 1000 } as const;
const of: OpenAuthorization = {
  personKey: 'yamada',
  service: 'PAYROLL',
  action: 'SEND',
  accountNumber: '001-1234567',
};
const free: CaptureStanding = {
  contract: 'ACTIVE',
  user: 'ACTIVE',
  permitted: true,
  accounts: [],
};

describe('an authorisation that is left alone', () => {
  test('is void from the moment it expires, and not before', () => {
    expect(authorizationState(open, 999)).toEqual(open);
    expect(authorizationState(open, 1000)).toMatchObject({
      status: 'VOIDED',
      voidedBecause: 'EXPIRED',
    });
  });
  test('what was captured or voided stays so', () => {
    for (const ended of [
      { ...open, status: 'CAPTURED' } as const,
      { ...open, status: 'VOIDED', voidedBecause: 'BY_CLIENT' } as const,
    ])
      expect(authorizationState(ended, 5000)).toEqual(ended);
  });
});

describe('capturing asks once more for person, rights and locks', () => {
  const capture = (more: Partial<CaptureStanding> = {}, state: object = {}, now = 0) =>
    captureRefusalOf({ ...open, ...of, ...state }, { ...free, ...more }, now);

  test('and then it works', () => expect(capture()).toBeNull());

  test.each([
    [{ contract: 'LOCKED' }, {}, 'CONTRACT_LOCKED'],
    [{ contract: 'CLOSED' }, {}, 'CONTRACT_CLOSED'],
    [{ user: 'LOCKED' }, {}, 'USER_LOCKED'],
    [{ user: 'REMOVED' }, {}, 'USER_REMOVED'],
    [{ user: 'AWAITING_FIRST_LOGON' }, {}, 'TEMPORARY_PINS'],
    [{}, { status: 'CAPTURED' }, 'AUTHORIZATION_CAPTURED'],
    [{}, { status: 'VOIDED', voidedBecause: 'LOCKED' }, 'AUTHORIZATION_VOIDED'],
    [{}, { status: 'VOIDED', voidedBecause: 'EXPIRED' }, 'AUTHORIZATION_EXPIRED'],
    [{}, { expiresAt: 0 }, 'AUTHORIZATION_EXPIRED'],
  ] as const)('%j %j: %s', (more, state, because) => {
    expect(capture(more, state)).toEqual({ code: 'NOT_ALLOWED_NOW', because });
  });

  test('a right that is gone', () => {
    expect(capture({ permitted: false })).toMatchObject({ because: 'NO_PERMISSION' });
    expect(capture({ accounts: ['009-9'] })).toMatchObject({ because: 'ACCOUNT_NOT_ALLOWED' });
  });
});

describe('A14: what happens voids open authorisations, or doesn’t', () => {
  const voiding = Object.values(examples)
    .filter(mayVoid)
    .map(({ type }) => type);

  test('only locks, resets, removals and rights that change', () => {
    expect(voiding.toSorted()).toEqual([
      'CONTRACT_LOCKED',
      'CONTRACT_SERVICES_SET',
      'USER_ACCOUNTS_SET',
      'USER_LOCKED',
      'USER_PERMISSIONS_SET',
      'USER_PINS_RESET',
      'USER_REMOVED',
    ]);
  });

  test('nobody else’s: a user’s lock leaves the others’ alone, the contract’s ends all', () => {
    const other = { ...of, personKey: 'sato' };
    for (const type of ['USER_LOCKED', 'USER_PINS_RESET', 'USER_REMOVED'] as const) {
      expect(voidedBy(examples[type], of)).not.toBeNull();
      expect(voidedBy(examples[type], other)).toBeNull();
    }
    expect(voidedBy(examples.CONTRACT_LOCKED, other)).toBe('LOCKED');
    const written = { ...examples.USER_LOCKED, userId: 'Yamada' };
    expect(voidedBy(written, of)).toBe('LOCKED');
  });

  test('of rights only what has gone: what is still granted goes on', () => {
    const {
      USER_PERMISSIONS_SET: set,
      USER_ACCOUNTS_SET: held,
      CONTRACT_SERVICES_SET: served,
    } = examples;
    const granted = { ...set, to: [{ service: 'PAYROLL', action: 'SEND' }] } as const;
    expect(voidedBy(granted, of)).toBeNull();
    expect(voidedBy({ ...set, to: [{ service: 'PAYROLL', action: 'VIEW' }] }, of)).toBe(
      'RIGHTS_ENDED',
    );
    expect(voidedBy({ ...held, to: [] }, of)).toBeNull();
    expect(voidedBy({ ...held, to: ['001-1234567'] }, of)).toBeNull();
    expect(voidedBy({ ...held, to: ['009-9'] }, of)).toBe('RIGHTS_ENDED');
    expect(voidedBy({ ...held, to: ['009-9'] }, { ...of, accountNumber: null })).toBe(
      'RIGHTS_ENDED',
    );
    const kept = { service: 'PAYROLL', ceiling: null } as const;
    expect(voidedBy({ ...served, to: [kept] }, of)).toBeNull();
    expect(voidedBy({ ...served, to: [] }, of)).toBe('RIGHTS_ENDED');
  });
});
