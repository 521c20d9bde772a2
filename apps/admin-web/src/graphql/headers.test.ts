import { expect, test } from 'vitest';
import { headersOf } from './headers.ts';

test('R11: what a page asks by itself says so, and what a person does never does', () => {
  const page = 's1';
  expect(headersOf({ locale: 'ja', page, passive: true })).toHaveProperty('monban-passive', '1');
  expect(headersOf({ locale: 'ja', page, passive: false })).not.toHaveProperty('monban-passive');
});

test('A page names the session it was loaded under, so that another person’s cookie is noticed', () => {
  expect(headersOf({ locale: 'en', page: 's1', passive: false })).toEqual({
    'accept-language': 'en',
    'monban-page': 's1',
  });
  expect(headersOf({ locale: 'ja', page: null, passive: false })).toEqual({
    'accept-language': 'ja',
  });
});
