// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { memoryStorage } from './memory-storage.ts';

test('What is typed into GraphiQL, PINs among it, reaches no storage of the browser', () => {
  const storage = memoryStorage();
  storage.setItem('graphiql:variables', 'canary-PIN');
  expect(storage.getItem('graphiql:variables')).toBe('canary-PIN');
  expect(localStorage.length + sessionStorage.length).toBe(0);
  expect(memoryStorage().length).toBe(0);
});
