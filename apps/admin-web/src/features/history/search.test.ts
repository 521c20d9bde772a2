import { expect, test } from 'vitest';
import { paths } from '../../lib/paths.ts';
import { filterOf, isFiltered, searchOf } from './search.ts';

const read = (address: string) => searchOf(new URL(address, 'http://localhost').searchParams);

test('An address that somebody was sent shows them what the sender saw', () => {
  const search = {
    kinds: ['RIGHTS', 'USER'],
    by: 'core-banking/clerk1',
    user: 'sato01',
    from: '2026-11-01',
    to: '2026-11-22',
    address: '2001:db8::7',
    after: 'MTIz',
  } as const;
  const reordered = { ...search, kinds: ['USER', 'RIGHTS'] };
  expect(read(paths.historyOf(search))).toEqual(reordered);
  expect(paths.historyOf({})).toBe('/history');
  expect(isFiltered(read('/history?after=MTIz'))).toBe(false);
});

test('Days are days in Japan, and the last one is looked through to its end', () => {
  expect(filterOf(read('/history?from=2026-11-22&to=2026-11-22'))).toMatchObject({
    from: '2026-11-21T15:00:00.000Z',
    to: '2026-11-22T15:00:00.000Z',
  });
});

test('What an address says wrongly is not looked for, and breaks nothing', () => {
  const nothing = {
    kinds: [],
    actor: null,
    concerns: null,
    from: null,
    to: null,
    address: null,
  };
  const wrong = `/history?kind=NONSENSE&by=${'a'.repeat(2_000)}&user=佐藤&from=2026-02-30&to=yesterday&address=%20`;
  expect(filterOf(read(wrong))).toEqual(nothing);
  expect(filterOf(read('/history?from=2026-11-22&to=2026-11-21'))).toMatchObject({
    from: '2026-11-21T15:00:00.000Z',
    to: null,
  });
});
