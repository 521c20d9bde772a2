import { describe, expect, test } from 'vitest';
import { examples } from './example/events.ts';
import { everyEntry, fits, type Findable, readHistoryFilter } from './history-filter.ts';

const entry: Findable = {
  event: examples.USER_LIMITS_SET,
  actor: '@administrator',
  at: 1_000,
  address: '192.0.2.1',
};

describe('a filter means the entries that fit all that it says', () => {
  test('one that says nothing means every entry', () => {
    expect(fits(everyEntry, entry)).toBe(true);
  });

  test.each([
    ['kinds', { kinds: ['USER', 'RIGHTS'] }, { kinds: ['USER'] }],
    ['actor', { actor: '@administrator' }, { actor: 'yamada' }],
    ['concerns', { concerns: 'yamada' }, { concerns: 'yamad' }],
    ['from', { from: 1_000 }, { from: 1_001 }],
    ['to', { to: 1_001 }, { to: 1_000 }],
    ['address', { address: '192.0.2.1' }, { address: '192.0.2.10' }],
  ] as const)('%s', (_, meant, other) => {
    expect(fits({ ...everyEntry, ...meant }, entry)).toBe(true);
    expect(fits({ ...everyEntry, ...other }, entry)).toBe(false);
    expect(fits({ ...everyEntry, ...meant, kinds: ['PIN'] }, entry)).toBe(false);
  });

  test('who it concerns is somebody else than who did it', () => {
    expect(fits({ ...everyEntry, concerns: '@administrator' }, entry)).toBe(false);
    const own = { ...entry, event: examples.ADMINISTRATOR_LOGGED_ON };
    expect(fits({ ...everyEntry, concerns: 'yamada' }, own)).toBe(false);
  });

  test('the bank is all of its clerks and systems; each is found by name as well', () => {
    const clerk = { ...entry, actor: 'core-banking/Clerk1' };
    expect(fits({ ...everyEntry, actor: '@bank' }, clerk)).toBe(true);
    expect(fits({ ...everyEntry, actor: '@bank' }, entry)).toBe(false);
    expect(fits({ ...everyEntry, actor: 'core-banking/clerk1' }, clerk)).toBe(true);
  });

  test('periods that follow one another share no entry and lose none', () => {
    const first = { ...everyEntry, from: 0, to: 1_000 };
    const second = { ...everyEntry, from: 1_000, to: 2_000 };
    expect([first, second].map((filter) => fits(filter, entry))).toEqual([false, true]);
  });
});

describe('what a filter is asked for', () => {
  test('people are meant whatever their letters’ case (R1)', () => {
    const read = readHistoryFilter({ actor: 'Yamada', concerns: 'YAMADA' }, 'filter');
    expect(read).toEqual({
      ok: true,
      value: { ...everyEntry, actor: 'yamada', concerns: 'yamada' },
    });
  });

  test('moments of which no calendar of a database knows mean what they would', () => {
    const [year0, year10000] = [
      Date.parse('0000-01-01T00:00Z'),
      Date.parse('+010000-01-01T00:00Z'),
    ];
    const read = readHistoryFilter({ from: year0, to: year10000 }, 'filter');
    expect(read.ok && fits(read.value, entry)).toBe(true);
    expect(read.ok && [read.value.from, read.value.to]).toEqual([0, Date.UTC(9999, 0, 1)]);
  });

  test('all that is wrong is said at once, by its place', () => {
    // U+212A, which lower-casing would turn into a k.
    expect(readHistoryFilter({ concerns: '\u212Aato', from: 2, to: 1 }, 'filter')).toMatchObject({
      ok: false,
      error: [
        { path: 'filter.concerns', code: 'NOT_LETTERS_OR_DIGITS' },
        { path: 'filter.to', code: 'ENDS_BEFORE_IT_BEGINS' },
      ],
    });
    expect(readHistoryFilter({ from: 1, to: 1 }, 'filter').ok).toBe(true);
  });
});
