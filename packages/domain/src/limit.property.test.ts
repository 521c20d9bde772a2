import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amounts, checkUserLimits, effectiveLimit, moneyServices } from './limit.ts';
import { maximumYen, type Yen } from './money.ts';

const yen = fc.integer({ min: 0, max: maximumYen }).map((amount) => amount as Yen);
const layer = fc.tuple(yen, yen).map(([perTransaction, perDay]): Amounts => ({
  perTransaction,
  perDay,
}));
const lowered = ({ perTransaction, perDay }: Amounts): Amounts => ({
  perTransaction: Math.floor(perTransaction / 2) as Yen,
  perDay: Math.floor(perDay / 2) as Yen,
});
const amounts = ['perTransaction', 'perDay'] as const;

describe('R14: whatever the three layers are', () => {
  test('what counts is one of the three and above none of them', () => {
    fc.assert(
      fc.property(layer, fc.option(layer), layer, (ceiling, contract, user) => {
        const effective = effectiveLimit(ceiling, contract, user);
        for (const amount of amounts) {
          const layers = [ceiling, contract ?? ceiling, user].map((each) => each[amount]);
          expect(layers).toContain(effective[amount]);
          expect(Math.max(...layers.map((each) => effective[amount] - each))).toBe(0);
        }
      }),
    );
  });

  test('lowering a layer never lets anybody spend more', () => {
    fc.assert(
      fc.property(layer, layer, layer, (ceiling, contract, user) => {
        const before = effectiveLimit(ceiling, contract, user);
        for (const after of [
          effectiveLimit(lowered(ceiling), contract, user),
          effectiveLimit(ceiling, lowered(contract), user),
          effectiveLimit(ceiling, contract, lowered(user)),
        ]) {
          for (const amount of amounts) {
            expect(after[amount]).toBeLessThanOrEqual(before[amount]);
          }
        }
      }),
    );
  });

  test('layers in which no transaction is above the day give one in which none is', () => {
    const sound = layer.map(({ perTransaction, perDay }): Amounts => ({
      perTransaction: Math.min(perTransaction, perDay) as Yen,
      perDay,
    }));
    fc.assert(
      fc.property(sound, sound, sound, (ceiling, contract, user) => {
        const effective = effectiveLimit(ceiling, contract, user);
        expect(effective.perTransaction).toBeLessThanOrEqual(effective.perDay);
      }),
    );
  });

  test('entered limits are in order exactly if they are whole, in range and per transaction ≤ per day', () => {
    const entered = fc.oneof(
      fc.integer({ min: -2, max: 3 }),
      fc.constantFrom(0.5, maximumYen, maximumYen + 1, Number.NaN),
    );
    const service = fc.constantFrom(...moneyServices);
    fc.assert(
      fc.property(service, entered, entered, (each, perTransaction, perDay) => {
        const limit = { perTransaction, perDay };
        const found = checkUserLimits([{ service: each, limit }], moneyServices, 'limits');
        const fine =
          [perTransaction, perDay].every(
            (amount) => Number.isInteger(amount) && amount >= 0 && amount < 10 ** 13,
          ) && perTransaction <= perDay;
        expect(found.length === 0).toBe(fine);
      }),
      { numRuns: 500 },
    );
  });
});
