import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Action,
  checkPermissions,
  everyPermission,
  grants,
  needs,
  type Permission,
  serviceHas,
  services,
  withNeeded,
} from './permission.ts';

const anyPermission = fc.constantFrom(...everyPermission);
const list = fc.array(anyPermission, { maxLength: 30 });

describe('R13: whatever is granted', () => {
  test('everything granted stays, and everything that it needs comes along', () => {
    fc.assert(
      fc.property(list, (granted) => {
        const full = withNeeded(granted);
        for (const permission of granted) {
          expect(grants(full, permission)).toBe(true);
          for (const action of needs[permission.action]) {
            expect(grants(full, { service: permission.service, action })).toBe(true);
          }
        }
      }),
    );
  });

  test('nothing comes along that nobody needs', () => {
    fc.assert(
      fc.property(list, (granted) => {
        for (const added of withNeeded(granted)) {
          const needed = granted.some(
            ({ service, action }) =>
              service === added.service &&
              (action === added.action || needs[action].includes(added.action)),
          );
          expect(needed).toBe(true);
        }
      }),
    );
  });

  test('completing a complete list changes nothing, in whatever order it was given', () => {
    const shuffled = list.chain((granted) =>
      fc.tuple(fc.constant(granted), fc.shuffledSubarray(granted, { minLength: granted.length })),
    );
    fc.assert(
      fc.property(shuffled, ([granted, otherwise]) => {
        expect(withNeeded(otherwise)).toEqual(withNeeded(granted));
        expect(withNeeded(withNeeded(granted))).toEqual(withNeeded(granted));
      }),
    );
  });

  test('a list is in order exactly if each right exists in one of the services', () => {
    const pair = fc.record<Permission>({
      service: fc.constantFrom(...services),
      action: fc.constantFrom<Action>('VIEW', 'EXECUTE', 'CREATE', 'APPROVE', 'SEND'),
    }) as fc.Arbitrary<Permission>;
    fc.assert(
      fc.property(fc.array(pair), fc.subarray([...services]), (asked, contractServices) => {
        const found = checkPermissions(asked, contractServices, 'permissions');
        const wrong = asked.filter(
          ({ service, action }) =>
            !serviceHas(service, action) || !contractServices.includes(service),
        );
        expect(found).toHaveLength(wrong.length);
      }),
    );
  });
});
