import { describe, expect, test } from 'vitest';
import { abilities, type AbilityReason, type AbilityStanding } from './ability.ts';
import type { Amounts } from './limit.ts';
import { type Yen, zeroYen } from './money.ts';
import { type Action, everyPermission, type Service } from './permission.ts';
import { type ContractStatus, mayContract, mayUser, type UserStatus } from './status.ts';

const amounts = (perTransaction: number, perDay: number): Amounts => ({
  perTransaction: perTransaction as Yen,
  perDay: perDay as Yen,
});
const yen = (amount: number) => amount as Yen;
const now = 1_000;

const payroll = {
  service: 'PAYROLL',
  ceiling: amounts(50, 100),
  contractLimit: null,
  usedToday: zeroYen,
} as const;

/** Somebody who may do everything, and has something left of everything. */
const free: AbilityStanding = {
  contract: 'ACTIVE',
  user: 'ACTIVE',
  temporaryUntil: null,
  certificateMissing: false,
  services: [payroll],
  permissions: everyPermission,
  limitFor: () => ({ limit: amounts(20, 40), usedToday: zeroYen }),
};

/** What is in the way of each thing that can be done to a payroll. */
function reasons(changes: Partial<AbilityStanding>) {
  const found = abilities({ ...free, ...changes }, now);
  const of = (action: Action) => found.find((each) => each.action === action)?.reasons;
  return { VIEW: of('VIEW'), CREATE: of('CREATE'), APPROVE: of('APPROVE'), SEND: of('SEND') };
}

const all = (...each: readonly AbilityReason[]) => ({
  VIEW: each,
  CREATE: each,
  APPROVE: each,
  SEND: each,
});
const withService = (changes: Partial<AbilityStanding['services'][number]>) => ({
  services: [{ ...payroll, ...changes }],
});
const withLimit = (limit: Amounts, usedToday = 0) => ({
  limitFor: () => ({ limit, usedToday: yen(usedToday) }),
});

describe('what somebody can do right now', () => {
  test('every action of the contract’s services and no other', () => {
    const services = [
      { ...payroll, service: 'BALANCE_INQUIRY' },
      { ...payroll, service: 'FUNDS_TRANSFER' },
    ] as const;
    expect(abilities({ ...free, services }, now)).toEqual([
      { service: 'BALANCE_INQUIRY', action: 'VIEW', allowed: true, reasons: [] },
      { service: 'FUNDS_TRANSFER', action: 'VIEW', allowed: true, reasons: [] },
      { service: 'FUNDS_TRANSFER', action: 'EXECUTE', allowed: true, reasons: [] },
    ]);
    expect(abilities({ ...free, services: [] }, now)).toEqual([]);
  });

  test('R13: what isn’t granted isn’t allowed', () => {
    const permissions = [
      { service: 'PAYROLL', action: 'VIEW' },
      { service: 'BULK_TRANSFER', action: 'SEND' },
    ] as const;
    expect(reasons({ permissions })).toEqual({ ...all('NO_PERMISSION'), VIEW: [] });
  });

  test('everything that is in the way is said at once', () => {
    const [, , , send] = abilities(
      {
        contract: 'LOCKED',
        user: 'LOCKED',
        temporaryUntil: now,
        certificateMissing: true,
        permissions: [],
        ...withService({ ceiling: amounts(0, 0), contractLimit: amounts(0, 5), usedToday: yen(5) }),
        ...withLimit(amounts(0, 3), 3),
      },
      now,
    );
    expect(send).toEqual({
      service: 'PAYROLL',
      action: 'SEND',
      allowed: false,
      reasons: [
        'CONTRACT_LOCKED',
        'USER_LOCKED',
        'TEMPORARY_PINS_EXPIRED',
        'NO_CERTIFICATE',
        'NO_PERMISSION',
        'CEILING_IS_ZERO',
        'CONTRACT_LIMIT_IS_ZERO',
        'USER_LIMIT_IS_ZERO',
        'CONTRACT_DAY_IS_SPENT',
        'USER_DAY_IS_SPENT',
      ],
    });
  });
});

describe('contract and person stop everything, viewing too', () => {
  const contracts: readonly ContractStatus[] = [
    'AWAITING_REGISTRATION',
    'ACTIVE',
    'LOCKED',
    'CLOSED',
  ];
  const users: readonly UserStatus[] = ['AWAITING_FIRST_LOGON', 'ACTIVE', 'LOCKED', 'REMOVED'];

  test.each(contracts)('a contract that is %s: as its table says of logging on', (contract) => {
    const leave = mayContract(contract, 'LOG_ON');
    expect(reasons({ contract }).VIEW).toEqual(leave === 'ALLOWED' ? [] : [leave]);
  });

  test.each(users)('a user who is %s: as their table says of authorising', (user) => {
    const leave = mayUser(user, 'AUTHORIZE');
    expect(reasons({ user }).VIEW).toEqual(leave === 'ALLOWED' ? [] : [leave]);
  });

  test('R19: a locked contract and a locked user are two obstacles', () => {
    expect(reasons({ contract: 'LOCKED', user: 'LOCKED' })).toEqual(
      all('CONTRACT_LOCKED', 'USER_LOCKED'),
    );
  });

  test('temporary PINs run out at their moment, and are one obstacle, not two', () => {
    const waiting = { user: 'AWAITING_FIRST_LOGON' } as const;
    expect(reasons({ ...waiting, temporaryUntil: now + 1 })).toEqual(all('TEMPORARY_PINS'));
    expect(reasons({ ...waiting, temporaryUntil: now })).toEqual(all('TEMPORARY_PINS_EXPIRED'));
  });

  test('who is locked on temporary PINs is told of both: unlocking alone is not enough', () => {
    expect(reasons({ user: 'LOCKED', temporaryUntil: now + 1 })).toEqual(
      all('USER_LOCKED', 'TEMPORARY_PINS'),
    );
  });

  test('of somebody removed nothing is said that could be mended', () => {
    expect(reasons({ user: 'REMOVED', temporaryUntil: now })).toEqual(all('USER_REMOVED'));
  });
});

describe('R14: the three layers of limits', () => {
  const none = all();

  test('viewing needs no amount; creating and approving the one per transaction; sending both', () => {
    expect(reasons(withLimit(amounts(0, 0)))).toEqual({ ...all('USER_LIMIT_IS_ZERO'), VIEW: [] });
    expect(reasons(withLimit(amounts(5, 0)))).toEqual({ ...none, SEND: ['USER_LIMIT_IS_ZERO'] });
  });

  test('a user’s limit that was never set is ¥0', () => {
    expect(reasons({ limitFor: () => null }).SEND).toEqual(['USER_LIMIT_IS_ZERO']);
  });

  test('each layer that is ¥0 is named: whoever raises one must know the next', () => {
    const zero = amounts(0, 0);
    expect(reasons(withService({ ceiling: zero, contractLimit: zero })).SEND).toEqual([
      'CEILING_IS_ZERO',
      'CONTRACT_LIMIT_IS_ZERO',
    ]);
    expect(reasons(withService({ contractLimit: zero })).SEND).toEqual(['CONTRACT_LIMIT_IS_ZERO']);
  });

  test('a contract limit that was never set follows its ceiling and is no obstacle of its own', () => {
    expect(reasons(withService({ ceiling: amounts(0, 0) })).SEND).toEqual(['CEILING_IS_ZERO']);
  });

  test('the day of the company is spent by everybody together, to the last yen', () => {
    expect(reasons(withService({ usedToday: yen(99) }))).toEqual(none);
    expect(reasons(withService({ usedToday: yen(100) }))).toEqual({
      ...none,
      SEND: ['CONTRACT_DAY_IS_SPENT'],
    });
    const lowered = { contractLimit: amounts(30, 30), usedToday: yen(30) };
    expect(reasons(withService(lowered)).SEND).toEqual(['CONTRACT_DAY_IS_SPENT']);
  });

  test('the day of the user is spent by their own use', () => {
    expect(reasons(withLimit(amounts(20, 40), 39))).toEqual(none);
    expect(reasons(withLimit(amounts(20, 40), 40)).SEND).toEqual(['USER_DAY_IS_SPENT']);
  });

  test('a user who alone has spent the company’s day is not told that theirs is spent', () => {
    const spent = { ...withService({ usedToday: yen(100) }), ...withLimit(amounts(50, 200), 100) };
    expect(reasons(spent).SEND).toEqual(['CONTRACT_DAY_IS_SPENT']);
  });

  test.each(['BALANCE_INQUIRY', 'ACTIVITY_STATEMENT', 'DIRECT_DEBIT', 'FILE_EXCHANGE'] as const)(
    '%s moves no money and has none',
    (service: Service) => {
      const services = [{ ...payroll, service, ceiling: amounts(0, 0) }];
      const found = abilities({ ...free, services, limitFor: () => null }, now);
      expect(found.filter(({ allowed }) => !allowed)).toEqual([]);
    },
  );

  test('each service is held to its own limit', () => {
    const services = [payroll, { ...payroll, service: 'BULK_TRANSFER' }] as const;
    const limitFor = (service: Service) =>
      service === 'PAYROLL' ? { limit: amounts(1, 1), usedToday: zeroYen } : null;
    const may = (service: Service, action: Action) =>
      abilities({ ...free, services, limitFor }, now).find(
        (each) => each.service === service && each.action === action,
      )?.allowed;
    expect([may('PAYROLL', 'SEND'), may('BULK_TRANSFER', 'SEND')]).toEqual([true, false]);
  });
});
