import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  abilities,
  type Ability,
  type AbilityReason,
  type AbilityStanding,
  type ServiceStanding,
  type UserLimitStanding,
} from './ability.ts';
import { type Amounts, effectiveLimit, moneyServices, noLimit } from './limit.ts';
import { maximumYen, type Yen, zeroYen } from './money.ts';
import { everyPermission, type Permission, type Service, services } from './permission.ts';

const now = 1_000;
const yen = fc.constantFrom(0, 0, 1, 5, 9).map((amount) => amount as Yen);
const amounts = fc.record<Amounts>({ perTransaction: yen, perDay: yen });
const most: Amounts = { perTransaction: maximumYen as Yen, perDay: maximumYen as Yen };

/** One service of a contract, and one user's standing in it. */
interface Situation extends Omit<AbilityStanding, 'services' | 'limitFor'> {
  readonly service: ServiceStanding;
  readonly limit: UserLimitStanding | null;
}

const person = fc.oneof(
  fc.constant({ user: 'ACTIVE', temporaryUntil: null } as const),
  fc.record({
    user: fc.constant('AWAITING_FIRST_LOGON' as const),
    temporaryUntil: fc.constantFrom(now, now + 1),
  }),
  fc.record({
    user: fc.constantFrom('LOCKED', 'REMOVED'),
    temporaryUntil: fc.constantFrom(null, now, now + 1),
  }),
);
const situation: fc.Arbitrary<Situation> = fc
  .record({
    contract: fc.constantFrom('ACTIVE', 'ACTIVE', 'AWAITING_REGISTRATION', 'LOCKED', 'CLOSED'),
    person: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, person),
    certificateMissing: fc.boolean(),
    permissions: fc.oneof(fc.constant([...everyPermission]), fc.subarray([...everyPermission])),
    service: fc.constantFrom(...services),
    ceiling: fc.oneof(fc.constant(most), amounts),
    contractLimit: fc.option(fc.oneof(fc.constant(most), amounts)),
    limit: fc.option(fc.record({ limit: fc.oneof(fc.constant(most), amounts), usedToday: yen })),
    others: yen,
  })
  .map(({ person: who, service, ceiling, contractLimit, limit, others, ...rest }) => ({
    ...rest,
    ...(who ?? { user: 'ACTIVE', temporaryUntil: null }),
    service: {
      service,
      ceiling,
      contractLimit,
      // A user's use is part of the contract's.
      usedToday: ((limit?.usedToday ?? 0) + others) as Yen,
    },
    limit,
  }));

const abilitiesIn = ({ service, limit, ...rest }: Situation): readonly Ability[] =>
  abilities({ ...rest, services: [service], limitFor: () => limit }, now);

/** product.md once more, otherwise: could one yen be asked for? */
function wouldLetThrough(one: Situation, { service, action }: Permission): boolean {
  const works =
    one.contract === 'ACTIVE' &&
    one.user === 'ACTIVE' &&
    one.temporaryUntil === null &&
    !one.certificateMissing;
  const granted = one.permissions.some(
    (each) => each.service === service && each.action === action,
  );
  if (!works || !granted) return false;
  const moves = (moneyServices as readonly Service[]).includes(service);
  if (!moves || action === 'VIEW') return true;
  const { ceiling, contractLimit, usedToday } = one.service;
  const limit = effectiveLimit(ceiling, contractLimit, one.limit?.limit ?? null);
  if (limit.perTransaction < 1) return false;
  if (action === 'CREATE' || action === 'APPROVE') return true;
  const company = effectiveLimit(ceiling, contractLimit, most).perDay;
  return (one.limit?.usedToday ?? 0) + 1 <= limit.perDay && usedToday + 1 <= company;
}

/** What would have to be done about each reason, and nothing else. */
const mended: Record<AbilityReason, (one: Situation, wanted: Permission) => Situation> = {
  CONTRACT_NOT_REGISTERED: (one) => ({ ...one, contract: 'ACTIVE' }),
  CONTRACT_LOCKED: (one) => ({ ...one, contract: 'ACTIVE' }),
  CONTRACT_CLOSED: (one) => ({ ...one, contract: 'ACTIVE' }),
  USER_LOCKED: (one) => ({
    ...one,
    user: one.temporaryUntil === null ? 'ACTIVE' : 'AWAITING_FIRST_LOGON',
  }),
  // Nobody comes back: somebody else is added, gets a certificate and chooses their PINs.
  USER_REMOVED: (one) => ({
    ...one,
    user: 'ACTIVE',
    temporaryUntil: null,
    certificateMissing: false,
  }),
  TEMPORARY_PINS: (one) => ownPins(one),
  TEMPORARY_PINS_EXPIRED: (one) => ownPins(one),
  NO_CERTIFICATE: (one) => ({ ...one, certificateMissing: false }),
  NO_PERMISSION: (one, wanted) => ({ ...one, permissions: [...one.permissions, wanted] }),
  CEILING_IS_ZERO: (one) => ({
    ...one,
    service: { ...one.service, ceiling: raised(one.service.ceiling) },
  }),
  CONTRACT_LIMIT_IS_ZERO: (one) => ({
    ...one,
    service: { ...one.service, contractLimit: raised(one.service.contractLimit) },
  }),
  USER_LIMIT_IS_ZERO: (one) => ({
    ...one,
    limit: {
      limit: raised(one.limit?.limit ?? null),
      usedToday: one.limit?.usedToday ?? zeroYen,
    },
  }),
  CONTRACT_DAY_IS_SPENT: (one) => ({ ...one, service: { ...one.service, usedToday: zeroYen } }),
  USER_DAY_IS_SPENT: (one) => ({
    ...one,
    limit: one.limit === null ? null : { ...one.limit, usedToday: zeroYen },
  }),
};

/** Only what is ¥0: an amount that is merely used up stays. */
function raised(limit: Amounts | null): Amounts {
  const { perTransaction, perDay } = limit ?? noLimit;
  return {
    perTransaction: perTransaction === 0 ? most.perTransaction : perTransaction,
    perDay: perDay === 0 ? most.perDay : perDay,
  };
}

function ownPins(one: Situation): Situation {
  const user = one.user === 'AWAITING_FIRST_LOGON' ? 'ACTIVE' : one.user;
  return { ...one, user, temporaryUntil: null };
}

const mendAll = (one: Situation, reasons: readonly AbilityReason[], wanted: Permission) =>
  reasons.reduce((mending, reason) => mended[reason](mending, wanted), one);

const isAllowed = (one: Situation, { action }: Permission) =>
  abilitiesIn(one).some((each) => each.action === action && each.allowed);

describe('R13, R14: whatever stands of contract, person, rights and limits', () => {
  test('it is allowed exactly if a single yen would be let through', () => {
    fc.assert(
      fc.property(situation, (one) => {
        for (const each of abilitiesIn(one)) {
          expect(each.allowed).toBe(wouldLetThrough(one, each));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('there is a reason exactly if it is not allowed, and none is given twice', () => {
    fc.assert(
      fc.property(situation, (one) => {
        for (const { allowed, reasons } of abilitiesIn(one)) {
          expect(reasons.length === 0).toBe(allowed);
          expect(new Set(reasons).size).toBe(reasons.length);
        }
      }),
    );
  });

  test('the reasons are all there are: whoever sees to each of them can go on', () => {
    fc.assert(
      fc.property(situation, (one) => {
        for (const each of abilitiesIn(one)) {
          expect(isAllowed(mendAll(one, each.reasons, each), each)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('each reason is one: whoever sees to all the others still can’t', () => {
    fc.assert(
      fc.property(situation, (one) => {
        for (const each of abilitiesIn(one)) {
          for (const reason of each.reasons) {
            const others = each.reasons.filter((other) => other !== reason);
            expect(isAllowed(mendAll(one, others, each), each)).toBe(false);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
