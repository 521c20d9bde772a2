import { describe, expect, test } from 'vitest';
import { endsAt, idleEndsAt, isOver, prolongs, type SessionClock, warnSeconds } from './session.ts';

const clock: SessionClock = {
  startedAt: 0,
  lastActAt: 0,
  idleSeconds: 600,
  absoluteSeconds: 43_200,
};

describe('R11: a session left alone ends', () => {
  test('a second before its limit it is accepted, at its limit refused (A13)', () => {
    expect(isOver(clock, 599_000)).toBe(false);
    expect(isOver(clock, 599_999)).toBe(false);
    expect(isOver(clock, 600_000)).toBe(true);
  });

  test('what the person does moves the idle end', () => {
    expect(isOver({ ...clock, lastActAt: 300_000 }, 600_000)).toBe(false);
    expect(idleEndsAt({ ...clock, lastActAt: 300_000 })).toBe(900_000);
  });

  test('nothing moves the absolute end', () => {
    const busy = { ...clock, lastActAt: 43_199_000 };
    expect(endsAt(busy)).toBe(43_200_000);
    expect(idleEndsAt(busy)).toBe(43_200_000);
    expect(isOver(busy, 43_199_999)).toBe(false);
    expect(isOver(busy, 43_200_000)).toBe(true);
  });

  test('the person is warned 2 minutes before, or a third of a short idle time', () => {
    expect(warnSeconds(600)).toBe(120);
    expect(warnSeconds(360)).toBe(120);
    expect(warnSeconds(60)).toBe(22);
    expect(warnSeconds(9)).toBe(5);
  });

  test('whatever idle minutes a contract has, the warning gives 20 seconds and two to spare, and comes in the second half (WCAG 2.2.1)', () => {
    const minutes = Array.from({ length: 60 }, (_, index) => index + 1);
    const given = minutes.map((each) => warnSeconds(each * 60));
    expect(Math.min(...given)).toBe(22);
    expect(minutes.filter((each, index) => (given[index] ?? 0) > each * 30)).toEqual([]);
  });
});

describe('R11: only what a person does prolongs a session', () => {
  test('asking who is logged on, or for the schema, does not', () => {
    expect(prolongs(['viewer'], false)).toBe(false);
    expect(prolongs(['viewer', '__typename', '__schema', '__type'], false)).toBe(false);
    expect(prolongs([], false)).toBe(false);
  });

  test('anything else does, also beside such a field', () => {
    expect(prolongs(['contract'], false)).toBe(true);
    expect(prolongs(['viewer', 'contract'], false)).toBe(true);
    expect(prolongs(['lockUser'], false)).toBe(true);
  });

  test('nothing does that says of itself that it is passive', () => {
    expect(prolongs(['contract'], true)).toBe(false);
  });
});
