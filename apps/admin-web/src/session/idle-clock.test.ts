import { expect, test } from 'vitest';
import { hear, type IdleClock, idleStage } from './idle-clock.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 22, 5, 0);

/** A session with ten minutes of idle time, heard of at its beginning by a machine that is right. */
const tenMinutes: IdleClock = hear(
  null,
  { idleEndsAt: start + 10 * minute, endsAt: start + 720 * minute, serverNow: start },
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

test('R11: a short idle time warns in its last third', () => {
  const told = { idleEndsAt: start + 15_000, endsAt: start + 720 * minute, serverNow: start };
  const clock = hear(null, told, start);
  expect(idleStage(clock, start + 9_999).stage).toBe('CALM');
  expect(idleStage(clock, start + 10_000)).toMatchObject({ stage: 'WARN', secondsLeft: 5 });
});

test('R11: at the end the page is covered, not a moment later', () => {
  expect(idleStage(tenMinutes, start + 10 * minute - 1).stage).toBe('WARN');
  expect(idleStage(tenMinutes, start + 10 * minute).stage).toBe('OVER');
});

test('R11: a machine whose clock is an hour off ends with the server all the same', () => {
  const here = start - 60 * minute;
  const told = { idleEndsAt: start + 10 * minute, endsAt: start + 720 * minute, serverNow: start };
  const clock = hear(null, told, here);
  expect(idleStage(clock, here + 8 * minute - 1).stage).toBe('CALM');
  expect(idleStage(clock, here + 10 * minute).stage).toBe('OVER');
});

test('R11: the warning keeps its length when the session is heard of late', () => {
  const told = {
    idleEndsAt: start + 10 * minute,
    endsAt: start + 720 * minute,
    serverNow: start + 9 * minute,
  };
  const late = hear(tenMinutes, told, start + 9 * minute);
  expect(late.idleSeconds).toBe(600);
  expect(idleStage(late, start + 9 * minute)).toMatchObject({ stage: 'WARN', secondsLeft: 60 });
});

test('R11: nobody is told that a key goes on where the absolute end is near', () => {
  const end = start + 5 * minute;
  const clock = hear(tenMinutes, { idleEndsAt: end, endsAt: end, serverNow: start }, start);
  expect(idleStage(clock, end - minute)).toMatchObject({ stage: 'WARN', final: true });
});

test('An answer without the server’s time leaves the known difference as it was', () => {
  const told = { idleEndsAt: start + 10 * minute, endsAt: start + 720 * minute };
  const first = hear(null, { ...told, serverNow: start }, start - 5 * minute);
  const second = hear(first, { ...told, serverNow: null }, start - 4 * minute);
  expect(second.skew).toBe(5 * minute);
});
