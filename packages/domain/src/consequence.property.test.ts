import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitOf } from './change.ts';
import { type Consequence, consequencesOf, type UserRights } from './consequence.ts';
import type { ServiceLimit } from './history-event.ts';
import { type Amounts, moneyServices } from './limit.ts';
import type { Yen } from './money.ts';
import { type Action, everyPermission, type Service } from './permission.ts';

const yen = fc.constantFrom(0, 0, 5, 9).map((amount) => amount as Yen);
const amounts = fc.record<Amounts>({ perTransaction: yen, perDay: yen });
const moneyService = fc.constantFrom(...moneyServices);
const limits = fc.uniqueArray(fc.record<ServiceLimit>({ service: moneyService, limit: amounts }), {
  selector: ({ service }) => service,
});
const company = fc.uniqueArray(
  fc.record<UserRights>({
    userId: fc.constantFrom('ito', 'kato', 'sato', 'tanaka', 'yamada'),
    present: fc.boolean(),
    permissions: fc.subarray([...everyPermission]),
    limits,
  }),
  { selector: ({ userId }) => userId },
);
const upper = fc
  .uniqueArray(fc.tuple(moneyService, amounts), { selector: ([service]) => service })
  .map((list) => new Map<Service, Amounts>(list));
const everyone = ['ito', 'kato', 'sato', 'tanaka', 'yamada'];

/** One person, one right, asked by itself. */
function can(list: readonly UserRights[], userId: string, service: Service, action: Action) {
  const user = list.find((each) => each.userId === userId);
  if (user === undefined || !user.present) return false;
  return user.permissions.some((each) => each.service === service && each.action === action);
}

/** Whether a person has a right in the service for which no yen is left by one of the layers. */
function isStuck(list: readonly UserRights[], userId: string, service: Service, top: Amounts) {
  const limit = limitOf(list.find((each) => each.userId === userId)?.limits ?? [], service);
  const each = Math.min(limit.perTransaction, top.perTransaction);
  const day = Math.min(limit.perDay, top.perDay);
  const may = (action: Action) => can(list, userId, service, action);
  return (
    (each === 0 && (may('CREATE') || may('APPROVE') || may('EXECUTE') || may('SEND'))) ||
    (day === 0 && (may('EXECUTE') || may('SEND')))
  );
}

const numberOf = (
  consequences: readonly Consequence[],
  kind: Consequence['kind'],
  service: Service,
  action: Action | null,
): number =>
  consequences.reduce((sum, each) => {
    const same =
      each.kind === kind &&
      each.service === service &&
      ('action' in each ? each.action : null) === action;
    return same ? sum + ('number' in each ? each.number : 1) : sum;
  }, 0);

describe('R13, R14: whatever changes for whomever', () => {
  test('the numbers are those of the people, counted one by one', () => {
    fc.assert(
      fc.property(company, company, (before, after) => {
        const found = consequencesOf(before, after, new Map());
        for (const { service, action } of everyPermission) {
          const had = everyone.filter((id) => can(before, id, service, action));
          const have = everyone.filter((id) => can(after, id, service, action));
          const lost = had.filter((id) => !can(after, id, service, action)).length;
          const won = have.filter((id) => !can(before, id, service, action)).length;
          expect(numberOf(found, 'CAN_NO_LONGER', service, action)).toBe(lost);
          expect(numberOf(found, 'CAN_FROM_NOW_ON', service, action)).toBe(won);
          expect(had.length - lost + won).toBe(have.length);
          expect(numberOf(found, 'NOBODY_LEFT', service, action)).toBe(
            had.length > 0 && have.length === 0 ? 1 : 0,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('whoever comes to have a right without an amount is counted, once a service', () => {
    fc.assert(
      fc.property(company, company, upper, (before, after, tops) => {
        const found = consequencesOf(before, after, tops);
        for (const service of moneyServices) {
          const top = tops.get(service);
          const newly = everyone.filter(
            (id) =>
              top !== undefined &&
              isStuck(after, id, service, top) &&
              !isStuck(before, id, service, top),
          );
          expect(numberOf(found, 'RIGHT_WITHOUT_LIMIT', service, null)).toBe(newly.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('nothing is said twice, and nothing of nobody', () => {
    fc.assert(
      fc.property(company, company, upper, (before, after, tops) => {
        const found = consequencesOf(before, after, tops);
        const said = found.map((each) => [
          each.kind,
          each.service,
          'action' in each && each.action,
        ]);
        expect(new Set(said.map(String)).size).toBe(said.length);
        for (const each of found) if ('number' in each) expect(each.number).toBeGreaterThan(0);
      }),
    );
  });

  test('whoever is removed counts as nobody: they might as well not be there', () => {
    fc.assert(
      fc.property(company, company, upper, (before, after, tops) => {
        const there = (list: readonly UserRights[]) => list.filter(({ present }) => present);
        expect(consequencesOf(before, after, tops)).toEqual(
          consequencesOf(there(before), there(after), tops),
        );
      }),
    );
  });
});
