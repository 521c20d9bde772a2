import { describe, expect, test } from 'vitest';
import {
  after,
  formatJapan,
  formatJapanDay,
  japanDay,
  japanTimestamp,
  nextJapanMidnight,
  startOfJapanDay,
} from './instant.ts';

const at = (iso: string): number => Date.parse(iso);

describe('a day is a day in Japan', () => {
  test('a limit used up in the evening is free again at midnight in Japan, not in Greenwich', () => {
    expect(japanDay(at('2026-11-22T14:59:59.999Z'))).toBe('2026-11-22');
    expect(japanDay(at('2026-11-22T15:00:00.000Z'))).toBe('2026-11-23');
    expect(japanDay(at('2026-11-23T00:00:00.000Z'))).toBe('2026-11-23');
  });

  test('a contract closes at the next midnight in Japan, a whole day ahead when asked at midnight', () => {
    expect(nextJapanMidnight(at('2026-11-22T14:59:59.999Z'))).toBe(at('2026-11-22T15:00:00Z'));
    expect(nextJapanMidnight(at('2026-11-22T15:00:00.000Z'))).toBe(at('2026-11-23T15:00:00Z'));
  });

  test('a day that somebody names begins at midnight in Japan; what is no day of the calendar is none', () => {
    expect(startOfJapanDay('2026-11-22')).toBe(at('2026-11-21T15:00:00Z'));
    expect(startOfJapanDay('2028-02-29')).toBe(at('2028-02-28T15:00:00Z'));
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-11-22T00:00', '', '明日'])
      expect(startOfJapanDay(text)).toBeNull();
  });

  test('the turn of the year and a leap day are read off the same calendar', () => {
    expect(japanDay(at('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
    expect(japanDay(at('2028-02-28T15:00:00Z'))).toBe('2028-02-29');
  });
});

describe('a moment reads the same on every machine', () => {
  const moment = at('2026-11-22T05:05:09Z');

  test('in Japanese and in English, in the time of Japan', () => {
    expect(formatJapan(moment, 'ja')).toBe('2026年11月22日 14:05:09');
    expect(formatJapan(moment, 'en')).toBe('22 Nov 2026, 14:05:09 JST');
  });

  test('to the minute where a page has no use for seconds', () => {
    expect(formatJapan(moment, 'ja', 'MINUTE')).toBe('2026年11月22日 14:05');
    expect(formatJapan(moment, 'en', 'MINUTE')).toBe('22 Nov 2026, 14:05 JST');
  });

  test('a day alone, where a page is about days', () => {
    expect(formatJapanDay(at('2026-11-22T15:00:00Z'), 'ja')).toBe('2026年11月23日');
    expect(formatJapanDay(at('2026-11-22T14:59:59Z'), 'en')).toBe('22 Nov 2026');
  });

  test('in the form that spreadsheets sort by', () => {
    expect(japanTimestamp(moment)).toBe('2026-11-22 14:05:09');
  });

  test('every month has its English name', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      formatJapan(Date.UTC(2026, month, 1), 'en').slice(2, 5),
    );
    expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
  });

  test('seconds are added as seconds', () => {
    expect(after(moment, 10)).toBe(at('2026-11-22T05:05:19Z'));
  });
});
