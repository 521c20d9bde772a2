import { describe, expect, test } from 'vitest';

import { isGivenUp, noticeState, secondsUntilRetry } from './delivery.ts';
import { day } from './instant.ts';

const policy = { retrySeconds: 10, days: 3 };

describe('R10: a notice on its way', () => {
  test('waits until the mail server took it or nobody tries any more', () => {
    expect(noticeState({ sentAt: null, failedAt: null })).toBe('WAITING');
    expect(noticeState({ sentAt: 1, failedAt: null })).toBe('SENT');
    expect(noticeState({ sentAt: null, failedAt: 1 })).toBe('UNDELIVERABLE');
    expect(noticeState({ sentAt: 1, failedAt: 2 })).toBe('UNDELIVERABLE');
    expect(noticeState({ sentAt: 2, failedAt: 1 })).toBe('UNDELIVERABLE');
  });

  test('waits twice as long after each try that was put off, and an hour at most, however many', () => {
    const waits = [1, 2, 3, 8, 9, 10, 500, 5000].map((tries) => secondsUntilRetry(tries, policy));
    expect(waits).toEqual([10, 20, 40, 1280, 2560, 3600, 3600, 3600]);
  });

  test('is tried for three days to the millisecond', () => {
    expect(isGivenUp(0, policy, 3 * day - 1)).toBe(false);
    expect(isGivenUp(0, policy, 3 * day)).toBe(true);
  });
});
