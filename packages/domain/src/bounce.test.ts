import { describe, expect, test } from 'vitest';

import {
  arrivesAgain,
  isNewsOf,
  isOfMailbox,
  isWithoutNews,
  parseBounceAction,
  parseFailureStatus,
  parseMessageId,
} from './bounce.ts';
import { day } from './instant.ts';

describe('R10: what a bounce says', () => {
  test.each([
    ['5.1.1', true],
    ['5.1.2', true],
    ['5.1.10', true],
    ['5.2.2', true],
    ['5.1.7', false],
    ['5.1.8', false],
    ['5.7.1', false],
    ['5.0.0', false],
    ['5.4.1', true],
    ['5.4.4', true],
    ['5.4.3', false],
    ['5.4.6', false],
    ['4.4.1', false],
    ['5.11.1', false],
    ['4.1.1', false],
    ['4.2.2', false],
    ['4.4.7', false],
  ])('%s undoes an address: %s, however it is told', (text, ofMailbox) => {
    const status = parseFailureStatus(text, 'status');
    expect(status.ok && isOfMailbox(status.value)).toBe(ofMailbox);
    expect(status.ok).toBe(true);
  });

  test.each([
    '2.0.0',
    '5.1',
    '5.1.1.1',
    '5.1.1234',
    ' 5.1.1',
    '5.1.1 unknown',
    '550',
    '５.1.1',
    '5.a.1',
  ])('“%s” is no status of a mail that failed', (text) => {
    const problem = { path: 'status', code: 'NOT_A_FAILURE_STATUS' };
    expect(parseFailureStatus(text, 'status')).toEqual({ ok: false, error: problem });
  });

  test.each(['DELAYED', 'DELIVERED', 'RELAYED', 'EXPANDED'] as const)(
    '%s is no bounce: the mail may still arrive, or has',
    (action) => {
      const problem = { path: 'action', code: 'NOT_FAILED' };
      expect(parseBounceAction(action, 'action')).toEqual({ ok: false, error: problem });
    },
  );

  test('a Message-ID is taken with its brackets and without, and nothing that is none', () => {
    for (const text of ['<a-1@bank.example>', 'a-1@bank.example'])
      expect(parseMessageId(text, 'messageId')).toEqual({ ok: true, value: 'a-1' });
    for (const text of [
      'a-1',
      '<a-1@bank.example',
      'a-1@bank.example>',
      '<a-1@bank.example> <b@c>',
      'a 1@bank.example',
      'a@b@c',
      '<>@b',
      `${'a'.repeat(1000)}@b`,
      'a@b\n',
    ])
      expect(parseMessageId(text, 'messageId')).toEqual({
        ok: false,
        error: { path: 'messageId', code: 'NOT_A_MESSAGE_ID' },
      });
    for (const parse of [parseMessageId, parseFailureStatus])
      expect(parse('', 'field')).toEqual({ ok: false, error: { path: 'field', code: 'REQUIRED' } });
  });
});

describe('R10: what a bounce undoes', () => {
  test('an address that is known to have bounced, or stands by something newer than the mail, is not undone by it', () => {
    expect(isNewsOf({ bouncedAt: null, standsSince: 5 }, 5)).toBe(true);
    expect(isNewsOf({ bouncedAt: null, standsSince: 5 }, 4)).toBe(false);
    expect(isNewsOf({ bouncedAt: 6, standsSince: 5 }, 7)).toBe(false);
  });

  test('an address to which a notice was given up is one that hears nothing, unless it is newer than that or known to bounce', () => {
    expect(isWithoutNews({ bouncedAt: null, standsSince: 5 }, 5)).toBe(true);
    expect(isWithoutNews({ bouncedAt: null, standsSince: 5 }, 4)).toBe(false);
    expect(isWithoutNews({ bouncedAt: null, standsSince: 5 }, null)).toBe(false);
    expect(isWithoutNews({ bouncedAt: 6, standsSince: 5 }, 6)).toBe(false);
  });

  test('mail arrives again once it is taken; where it was taken and came back, once it has not for five days', () => {
    expect(arrivesAgain({ returnedAt: null, takenSince: null }, 0)).toBe(true);
    expect(arrivesAgain({ returnedAt: 1, takenSince: null }, 99 * day)).toBe(false);
    expect(arrivesAgain({ returnedAt: 1, takenSince: 2 }, 2 + 5 * day - 1)).toBe(false);
    expect(arrivesAgain({ returnedAt: 1, takenSince: 2 }, 2 + 5 * day)).toBe(true);
  });
});
