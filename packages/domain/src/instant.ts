import type { Locale } from './locale.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** An hour, in milliseconds. */
export const hour = 60 * 60 * 1000;

/** A day, in milliseconds: Japan's clocks are never put forward or back. */
export const day = 24 * hour;

const japanOffset = 9 * hour;

const englishMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `seconds` after `at`. */
export function after(at: Instant, seconds: number): Instant {
  return at + seconds * 1000;
}

/** `days` of 24 hours after `at`; fewer than none: before it. */
export function afterDays(at: Instant, days: number): Instant {
  return at + days * day;
}

/** The calendar day in Japan, `2026-11-22`. Limits count by it. Japan keeps no summer time. */
export function japanDay(at: Instant): string {
  return new Date(at + japanOffset).toISOString().slice(0, 10);
}

/** The next midnight in Japan, strictly after `at`: a contract's closing takes effect then. */
export function nextJapanMidnight(at: Instant): Instant {
  return (Math.floor((at + japanOffset) / day) + 1) * day - japanOffset;
}

/** When a calendar day in Japan begins, by `2026-11-22`; null for what is no day of the calendar. */
export function startOfJapanDay(text: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const start = Date.parse(`${text}T00:00:00.000+09:00`);
  // 30 February parses, too, as another day.
  return Number.isNaN(start) || japanDay(start) !== text ? null : start;
}

/** A moment in Japan for spreadsheets, which sort it and reckon with it: `2026-11-22 14:05:09`. */
export function japanTimestamp(at: Instant): string {
  return new Date(at + japanOffset).toISOString().slice(0, 19).replace('T', ' ');
}

/** A day as people in Japan read it: `2026年11月22日`, `22 Nov 2026`. */
export function formatJapanDay(at: Instant, locale: Locale): string {
  const there = new Date(at + japanOffset);
  const year = there.getUTCFullYear();
  const month = there.getUTCMonth();
  const date = there.getUTCDate();
  return locale === 'ja'
    ? `${year}年${month + 1}月${date}日`
    : `${date} ${englishMonths[month] ?? ''} ${year}`;
}

/**
 * A moment as people in Japan read it: `2026年11月22日 14:05:09`, `22 Nov 2026, 14:05:09 JST`.
 * Reckoned by hand rather than by Intl, so that every machine writes the same.
 */
export function formatJapan(
  at: Instant,
  locale: Locale,
  precision: 'SECOND' | 'MINUTE' = 'SECOND',
): string {
  const date = formatJapanDay(at, locale);
  const time = japanTimestamp(at).slice(11, precision === 'SECOND' ? 19 : 16);
  return locale === 'ja' ? `${date} ${time}` : `${date}, ${time} JST`;
}
