import { expect, test } from 'vitest';
import { narrow, problemsOf, type Refusal } from './command.ts';

const wrongPin: Refusal = {
  __typename: 'WrongPin',
  code: 'WRONG_PIN',
  message: 'wrong',
  attemptsLeft: 3,
  locks: 'EVERYBODY',
};

test('A refusal is never taken for a success: every member of the unions is told apart', () => {
  const refusals = ['SimpleRefusal', 'WrongPin', 'PinPolicyViolated', 'InvalidInput', 'TryAgain'];
  for (const __typename of refusals) {
    expect(narrow({ lockUser: { __typename } }).kind).toBe('REFUSED');
  }
  const done = narrow({ lockUser: { __typename: 'UserLocked', user: { userId: 'a' } } });
  expect(done).toEqual({
    kind: 'DONE',
    value: { __typename: 'UserLocked', user: { userId: 'a' } },
  });
});

test('An answer of no known shape is a fault, not a success', () => {
  expect(narrow({ lockUser: null }).kind).toBe('FAULT');
  expect(narrow({}).kind).toBe('FAULT');
});

test('A wrong PIN is said beside the field that asked for it, or above several', () => {
  const beside = problemsOf(wrongPin, 'confirmationPin', () => undefined);
  expect(beside).toEqual({ problems: { confirmationPin: 'wrong' }, general: [] });
  const above = problemsOf<'currentPin'>(wrongPin, null, () => undefined);
  expect(above).toEqual({ problems: {}, general: ['wrong'] });
});

test('Each problem of an input reaches its field, and none is lost', () => {
  const refusal: Refusal = {
    __typename: 'InvalidInput',
    code: 'INVALID_INPUT',
    message: 'all',
    problems: [
      { path: 'userId', message: 'first' },
      { path: 'userId', message: 'second' },
      { path: 'somethingElse', message: 'third' },
    ],
  };
  const sorted = problemsOf(refusal, 'confirmationPin', (path) =>
    path === 'userId' ? ('userId' as const) : undefined,
  );
  expect(sorted).toEqual({ problems: { userId: 'first second' }, general: ['third'] });
});
