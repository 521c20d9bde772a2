import { expect, test } from 'vitest';
import { hear, type IdleClock, idleStage } from './idle-clock.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 22, 5, 0);

/** A session with ten minutes of idle time, heard of at its beginning by a machine that is right. */
const tenMinutes: IdleClock = hear(
  null,
  {
    idleEndsAt: start + 10 * minute,
    idleSeconds: 600,
    endsAt: start + 720 * minute,
    serverNow: start,
  },
  start,
);

test('R11: nobody is warned before the last two minutes, everybody is in them', () => {
  expect(idleStage(tenMinutes, start + 8 * minute - 1)).toEqual({ stage: 'CALM', wait: 1 });
  expect(idleStage(tenMinutes, start + 8 * minute)).toEqual({
    stage: 'WARN',
    secondsLeft: 120,
    final: false,
  });
});

test('R11: with the shortest idle time, a minute, the warning says 20 seconds and more, also where the page heard late and its clock is a second off (WCAG 2.2.1)', () => {
  const heardAt = start + 35_000;
  const told = { idleEndsAt: start + 60_000, idleSeconds: 60, endsAt: start + 720 * minute };
  const clock = hear(null, { ...told, serverNow: heardAt - 999 }, heardAt);
  const calm = idleStage(clock, heardAt);
  const shownAt = heardAt + (calm.stage === 'CALM' ? calm.wait : 0);
  expect(idleStage(clock, shownAt).stage).toBe('WARN');
  expect(told.idleEndsAt - shownAt).toBeGreaterThanOrEqual(20_000);
});

test('R11: at the end the page is covered, not a moment later', () => {
  expect(idleStage(tenMinutes, start + 10 * minute - 1).stage).toBe('WARN');
  expect(idleStage(tenMinutes, start + 10 * minute).stage).toBe('OVER');
});

test('R11: a machine whose clock is an hour off ends with the server all the same', () => {
  const here = start - 60 * minute;
  const clock = hear(null, { ...tenMinutes, serverNow: start }, here);
  expect(idleStage(clock, here + 8 * minute - 1).stage).toBe('CALM');
  expect(idleStage(clock, here + 10 * minute).stage).toBe('OVER');
});

test('R11: the warning has its length also where the session is heard of late', () => {
  const late = hear(null, { ...tenMinutes, serverNow: start + 9 * minute }, start + 9 * minute);
  expect(idleStage(late, start + 9 * minute)).toMatchObject({ stage: 'WARN', secondsLeft: 60 });
});

test('R11: nobody is told that a key goes on where the absolute end is near', () => {
  const end = start + 5 * minute;
  const clock = hear(
    tenMinutes,
    { ...tenMinutes, idleEndsAt: end, endsAt: end, serverNow: start },
    start,
  );
  expect(idleStage(clock, end - minute)).toMatchObject({ stage: 'WARN', final: true });
});

test('An answer without the server’s time leaves the known difference as it was', () => {
  const first = hear(null, { ...tenMinutes, serverNow: start }, start - 5 * minute);
  const second = hear(first, { ...tenMinutes, serverNow: null }, start - 4 * minute);
  expect(second.skew).toBe(5 * minute);
});
