import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPins } from './pin-blocklist.ts';
import { type PinPolicy, pinProblems } from './pin.ts';

const contractId = fc.stringMatching(/^[0-9]{11}$/);
const userId = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
const piece = fc.oneof(
  { weight: 10, arbitrary: fc.stringMatching(/^[ -~]{1,6}$/) },
  { weight: 20, arbitrary: fc.stringMatching(/^[a-z]{1,4}[0-9]{1,3}$/) },
  { weight: 2, arbitrary: fc.constantFrom('aaaa', 'abcd', '4321', 'ZYXW', '0000', '~}|{') },
  { weight: 1, arbitrary: fc.constantFrom('ä', 'あ', '\t', '\u007F', '\u{1F408}') },
);
const proposed = fc.oneof(
  { weight: 8, arbitrary: fc.array(piece, { minLength: 1, maxLength: 7 }).map((p) => p.join('')) },
  fc.constantFrom(...commonPins),
);
const policy = fc.constantFrom<PinPolicy>('modern', 'shinkin');

/** The rules once more, each said another way than in the code that they judge. */
function keepsTheRules(
  preset: PinPolicy,
  pin: string,
  own: { contractId: string; userIds: readonly string[]; current: string; partner: string },
): boolean {
  const shape = preset === 'modern' ? /^[\x20-\x7E]{8,64}$/ : /^(?=.*\d)(?=.*[a-z])[a-z\d]{6,12}$/i;
  const runs = [...pin].some((_, index) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((step) => pin.charCodeAt(index + step));
    return [-1, 0, 1].some(
      (step) => a !== undefined && b === a + step && c === a + 2 * step && d === a + 3 * step,
    );
  });
  const ids = [own.contractId, ...own.userIds.filter((id) => id.length > 3)];
  const held = ids.some((id) => pin.toUpperCase().includes(id.toUpperCase()));
  const taken = commonPins.has(pin.toLowerCase()) || pin === own.current || pin === own.partner;
  return shape.test(pin) && !runs && !held && !taken;
}

describe('PINs, whatever is proposed', () => {
  test('one is accepted exactly if it keeps every rule (R22 among them)', () => {
    let accepted = 0;
    fc.assert(
      fc.property(policy, proposed, contractId, fc.array(userId), fc.nat(6), (...drawn) => {
        const [preset, base, id, userIds, relation] = drawn;
        // Now and then the PIN is one of those that it must not be, or holds what it must not.
        const pin = relation === 3 ? `${base}${userIds[0] ?? id}` : base;
        const own = {
          contractId: id,
          userIds,
          current: relation === 1 ? pin : 'another one',
          partner: relation === 2 ? pin : 'one more',
        };
        const fine = pinProblems(preset, pin, own).length === 0;
        if (fine) accepted += 1;
        expect(fine).toBe(keepsTheRules(preset, pin, own));
      }),
      { numRuns: 2000 },
    );
    // A test whose every PIN is refused would show nothing.
    expect(accepted).toBeGreaterThan(100);
  });

  test('no PIN is its own partner (R22), and none replaces itself', () => {
    fc.assert(
      fc.property(policy, proposed, (preset, pin) => {
        const found = pinProblems(preset, pin, {
          contractId: '40718203956',
          userIds: [],
          current: pin,
          partner: pin,
        });
        expect(found).toEqual(expect.arrayContaining(['SAME_AS_CURRENT', 'SAME_AS_PARTNER']));
      }),
    );
  });

  test('each problem is named once', () => {
    fc.assert(
      fc.property(policy, proposed, contractId, fc.array(userId), (preset, pin, id, userIds) => {
        const found = pinProblems(preset, pin, { contractId: id, userIds });
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('the blocklist', () => {
  test('is in lower case, or its entries would never be found', () => {
    for (const pin of commonPins) expect(pin).toBe(pin.toLowerCase());
  });

  test('holds more than 3,000 that no other rule would refuse (ASVS 6.2.4)', () => {
    for (const preset of ['modern', 'shinkin'] as const) {
      const alone = [...commonPins].filter((pin) => {
        const found = pinProblems(preset, pin, { contractId: '40718203956', userIds: [] });
        return found.length === 1 && found[0] === 'COMMON';
      });
      expect(alone.length).toBeGreaterThan(3000);
    }
  });
});
