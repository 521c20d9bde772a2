import { afterEach, expect, test } from 'vitest';
import { draftOf, draftsBelongTo, dropAllDrafts, keepDraft } from './drafts.ts';

afterEach(dropAllDrafts);

test('What somebody typed comes back to the same person, and to nobody else', () => {
  draftsBelongTo('00123456789/');
  keepDraft('add-user', { userId: 'sato' });
  draftsBelongTo('00123456789/');
  expect(draftOf('add-user')).toEqual({ userId: 'sato' });
  draftsBelongTo('00123456789/sato');
  expect(draftOf('add-user')).toBeUndefined();
});

test('Nothing is left after log off', () => {
  draftsBelongTo('00123456789/');
  keepDraft('add-user', { userId: 'sato' });
  dropAllDrafts();
  draftsBelongTo('00123456789/');
  expect(draftOf('add-user')).toBeUndefined();
});
