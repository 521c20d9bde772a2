import { expect, test } from 'vitest';
import { readNavigationState } from './navigation-state.ts';

test('Nobody is led out of the application by what was put into the browser’s history', () => {
  expect(readNavigationState({ from: '//elsewhere.example/' })).toEqual({});
  expect(readNavigationState({ from: 'https://elsewhere.example/' })).toEqual({});
  expect(readNavigationState({ from: '/users?search=a', done: 1 })).toEqual({
    from: '/users?search=a',
  });
  expect(readNavigationState(null)).toEqual({});
});
