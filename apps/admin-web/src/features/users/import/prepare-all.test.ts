import { expect, test } from 'vitest';
import type { Outcome } from '../../../graphql/command.ts';
import { prepareAll, type Preparing } from './prepare-all.ts';

const everybody = Array.from({ length: 12 }, (_, index) => `user${index}`);
const sealed = (userIds: readonly string[]) => userIds.map((userId) => `sealed ${userId}`);
type Step = Outcome<{ readonly preparedPins: readonly string[] }>;
const done = (userIds: readonly string[]): Step => ({
  kind: 'DONE',
  value: { preparedPins: sealed(userIds) },
});
const busy: Step = {
  kind: 'REFUSED',
  refusal: { __typename: 'TryAgain', code: 'TRY_AGAIN', message: '', retryAfterSeconds: 7 },
};

function preparing(more: Partial<Preparing> = {}) {
  const steps: number[] = [];
  const waited: number[] = [];
  const asked: (readonly string[])[] = [];
  return {
    steps,
    waited,
    asked,
    prepare: (userIds: readonly string[]) => {
      asked.push(userIds);
      return Promise.resolve(done(userIds));
    },
    onStep: (prepared: readonly string[]) => void steps.push(prepared.length),
    isStopped: () => false,
    wait: (seconds: number) => {
      waited.push(seconds);
      return Promise.resolve();
    },
    ...more,
  };
}

test('Everybody’s PINs are prepared in the order of the file, and each step is told', async () => {
  const way = preparing();
  const result = await prepareAll(everybody, [], way);
  expect(result).toEqual({ kind: 'PREPARED', preparedPins: sealed(everybody) });
  expect(way.steps).toEqual([5, 10, 12]);
});

test('What was prepared before a wrong confirmation PIN is not prepared again', async () => {
  const way = preparing();
  await prepareAll(everybody, sealed(everybody.slice(0, 10)), way);
  expect(way.asked).toEqual([['user10', 'user11']]);
});

test('Stopped, nothing more is asked for, and nothing is there to be sent', async () => {
  let stopped = false;
  const way = preparing({ onStep: () => void (stopped = true), isStopped: () => stopped });
  expect(await prepareAll(everybody, [], way)).toEqual({ kind: 'STOPPED' });
  expect(way.asked).toHaveLength(1);
});

test('Stopped at the last step, it is stopped all the same', async () => {
  let stopped = false;
  const way = preparing({ onStep: () => void (stopped = true), isStopped: () => stopped });
  expect(await prepareAll(everybody.slice(0, 3), [], way)).toEqual({ kind: 'STOPPED' });
});

test('A server that is busy is asked again when it says, but not for ever', async () => {
  const answers = [busy, busy];
  const way = preparing({
    prepare: (userIds) => Promise.resolve(answers.pop() ?? done(userIds)),
  });
  expect(await prepareAll(everybody, [], way)).toMatchObject({ kind: 'PREPARED' });
  expect(way.waited).toEqual([7, 7]);
  const always = preparing({ prepare: () => Promise.resolve(busy) });
  expect(await prepareAll(everybody, [], always)).toBe(busy);
  expect(always.waited).toEqual([7, 7]);
});
