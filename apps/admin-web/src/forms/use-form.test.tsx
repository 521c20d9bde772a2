// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { draftOf, draftsBelongTo, dropAllDrafts } from '../session/drafts.ts';
import { useForm } from './use-form.ts';

afterEach(dropAllDrafts);

const options = {
  name: 'trial',
  initial: { userId: '', confirmationPin: '' },
  secrets: ['confirmationPin'],
} as const;

type Values = { userId: string; confirmationPin: string };
const form = () => renderHook(() => useForm<Values>(options));

test('A PIN is never part of what is kept for later', () => {
  draftsBelongTo('a');
  const { result } = form();
  act(() => result.current.set('userId', 'sato'));
  act(() => result.current.set('confirmationPin', 'canary-PIN'));
  expect(draftOf('trial')).toEqual({ userId: 'sato' });
});

test('What was typed is there again when the form is, and gone once it was sent', () => {
  draftsBelongTo('a');
  const first = form();
  act(() => first.result.current.set('userId', 'sato'));
  first.unmount();
  expect(form().result.current.values).toEqual({ userId: 'sato', confirmationPin: '' });
  act(() => first.result.current.finish());
  expect(form().result.current.values.userId).toBe('');
});

test('Pressing twice sends once', () => {
  const { result } = form();
  let sent = 0;
  const send = () => {
    sent += 1;
    return new Promise<void>(() => undefined);
  };
  act(() => {
    result.current.sending(send);
    result.current.sending(send);
  });
  expect(sent).toBe(1);
  expect(result.current.busy).toBe(true);
});

test('A problem goes as soon as its field is corrected, the others stay', () => {
  const { result } = form();
  act(() => result.current.say({ userId: 'wrong', confirmationPin: 'missing' }));
  act(() => result.current.set('userId', 'sato'));
  expect(result.current.problems).toEqual({ confirmationPin: 'missing' });
  expect(result.current.attempt).toBe(1);
});
