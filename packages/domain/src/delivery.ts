import { type Instant, afterDays } from './instant.ts';

/** What has become of a notice on its way to one address (R10). UNDELIVERABLE: nobody tries any more. */
export type NoticeState = 'WAITING' | 'SENT' | 'UNDELIVERABLE';

export const noticeStates: readonly NoticeState[] = ['WAITING', 'SENT', 'UNDELIVERABLE'];

export interface DeliveryPolicy {
  /** How long a recipient waits after the first try that was put off, in seconds; twice as long after each further one. */
  readonly retrySeconds: number;
  /** For how many days a notice is tried: 3. */
  readonly days: number;
}

/** Nobody waits longer than this between two tries. */
const longestRetrySeconds = 3600;

export function noticeState({
  failedAt,
  sentAt,
}: {
  readonly sentAt: Instant | null;
  readonly failedAt: Instant | null;
}): NoticeState {
  // Also one that the mail server took, and that came back.
  if (failedAt !== null) return 'UNDELIVERABLE';
  return sentAt === null ? 'WAITING' : 'SENT';
}

/** How long a recipient's mails wait after so many tries in a row that were put off: 1 and more. In seconds. */
export function secondsUntilRetry(tries: number, { retrySeconds }: DeliveryPolicy): number {
  return Math.min(retrySeconds * 2 ** (tries - 1), longestRetrySeconds);
}

/** Whether a notice that was put off once more is given up: it was tried, and its days are over. */
export function isGivenUp(since: Instant, { days }: DeliveryPolicy, now: Instant): boolean {
  return now >= afterDays(since, days);
}
