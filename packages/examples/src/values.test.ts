import { expect, test } from 'vitest';
import { fill, learn, sourceOf } from './values.ts';

test('A value takes its name’s place as what it is: a number stays one, a list stays one', () => {
  const values = { version: 3, pins: ['a', 'b'], token: 'xyz' };
  expect(
    fill(
      { input: { expectedVersion: '{{version}}', list: ['{{pins}}'] }, head: 'Bearer {{token}}' },
      values,
    ),
  ).toEqual({
    ok: true,
    value: { input: { expectedVersion: 3, list: [['a', 'b']] }, head: 'Bearer xyz' },
  });
});

test('Whoever runs an example too early is told every value that is missing, and nothing is sent', () => {
  expect(
    fill(['{{contractId}}', 'Bearer {{bankToken}}', '{{contractId}}'], { bankToken: '' }),
  ).toEqual({
    ok: false,
    missing: ['contractId', 'bankToken'],
  });
});

test('What is missing comes with the way to it: the example that tells it, or where to look', () => {
  expect(sourceOf('contractId')).toContain('run “The desk opens a contract” first');
  expect(sourceOf('oneTimePassword')).toContain('run “Which cells of the card to read” first');
  expect(sourceOf('bankToken')).toContain('bank-token --scope');
  expect(sourceOf('anything')).toContain('write it in its place');
});

test('R7: the one-time password is read off the cells that were asked for, in their order', () => {
  const digits = Array.from({ length: 10 }, (_, row) => `${row}123456789`);
  const values = learn(
    { digits },
    {
      cardChallenge: {
        id: 'c',
        cells: [
          { column: 'A', row: '7' },
          { column: 'J', row: '0' },
          { column: 'B', row: '4' },
          { column: 'A', row: '0' },
        ],
      },
    },
  );
  expect(values).toMatchObject({ challengeId: 'c', oneTimePassword: '7910' });
});

test('An answer that tells nothing changes nothing', () => {
  const values = { contractId: '1' };
  expect(learn(values, null)).toEqual(values);
  expect(learn(values, { openContract: { __typename: 'InvalidInput' } })).toEqual(values);
});
