import type { Branded } from './brand.ts';
import { afterDays, type Instant } from './instant.ts';
import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** A status code of RFC 3463 that tells of mail which did not arrive: 4 or 5, subject, detail, such as 5.1.1. */
export type FailureStatus = Branded<string, 'FailureStatus'>;

/** What a delivery status notification says of a mail (RFC 3464, 2.3.3). FAILED and DELIVERED are final. */
export type DeliveryAction = 'FAILED' | 'DELAYED' | 'DELIVERED' | 'RELAYED' | 'EXPANDED';

/** Where a mail server gave up, or never began: mail comes back for as long as this after it was taken (RFC 5321, 4.5.4.1). */
export const comesBackWithinDays = 5;

const longestMessageId = 998;

export function parseFailureStatus(
  text: string,
  path: string,
): Result<FailureStatus, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  return /^[45]\.\d{1,3}\.\d{1,3}$/.test(text)
    ? ok(text as FailureStatus)
    : err(problem(path, 'NOT_A_FAILURE_STATUS'));
}

/** What is not final is no bounce: the mail may still arrive, or has. */
export function parseBounceAction(
  action: DeliveryAction,
  path: string,
): Result<'FAILED', InputProblem> {
  return action === 'FAILED' ? ok(action) : err(problem(path, 'NOT_FAILED'));
}

/**
 * Reads a Message-ID as a mail's header has it, with its angle brackets or without, and answers what stands before
 * the @; whose it is, nobody has said yet.
 */
export function parseMessageId(text: string, path: string): Result<string, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  const whole =
    text.length > longestMessageId ? null : /^(<?)([!-;=?A-~]+)@[!-;=?A-~]+(>?)$/.exec(text);
  if (whole === null) return err(problem(path, 'NOT_A_MESSAGE_ID'));
  const [, opened = '', before = '', closed = ''] = whole;
  return (opened === '') === (closed === '') ? ok(before) : err(problem(path, 'NOT_A_MESSAGE_ID'));
}

/** RFC 3463 has them for the network; 5.4.1 is Microsoft 365's for a mailbox that it does not have, 5.4.4 Postfix's for a domain that is none. */
const saidOfAddresses = ['5.4.1', '5.4.4'];

/**
 * What undoes an address' standing, whether the mail server says so at once or a mail comes back later: a status for
 * good (5) about the mailbox. Those are subjects 1 and 2 of RFC 3463, but for 5.1.7 and 5.1.8, which are about the
 * sender, and what servers in use say instead. Everything else is about this one mail, or about us.
 */
export function isOfMailbox(status: FailureStatus): boolean {
  if (saidOfAddresses.includes(status)) return true;
  const [kind, subject, detail] = status.split('.').map(Number);
  if (kind !== 5) return false;
  return subject === 2 || (subject === 1 && detail !== 7 && detail !== 8);
}

/** What is known of an address by the time when mail to it has bounced. */
export interface BouncedAddress {
  /** Since when mail to it comes back; null: it arrives, as far as anybody knows. */
  readonly bouncedAt: Instant | null;
  /** Since when it is what it is: its code, which came by mail, was entered, or else it was added. */
  readonly standsSince: Instant;
}

/**
 * Whether a bounce is news of an address: not where it is known, nor where the mail is older than what the address
 * stands by. It was taken out and put back in since, or its code has arrived.
 */
export function isNewsOf(
  { bouncedAt, standsSince }: BouncedAddress,
  handedOverAt: Instant,
): boolean {
  return bouncedAt === null && handedOverAt >= standsSince;
}

/**
 * Whether the last that is known of mail to an address is that some was given up: tried for days, come back without a
 * word about the mailbox, or refused. What has bounced is known already.
 * @param handedOverAt when it was handed over or written, where none was delivered since; null: no such is known
 */
export function isWithoutNews(
  { bouncedAt, standsSince }: BouncedAddress,
  handedOverAt: Instant | null,
): boolean {
  return bouncedAt === null && handedOverAt !== null && handedOverAt >= standsSince;
}

/** What became of the mails to an address that the mail server took. */
export interface Returns {
  /** When one came back last; null: none ever. */
  readonly returnedAt: Instant | null;
  /** When the first was taken of those that were taken since then and did not come back; null: there is none. */
  readonly takenSince: Instant | null;
}

/**
 * Whether a mail that was taken shows that mail to its address arrives again. Where mail was taken and came back none
 * the less, that alone shows nothing: one must have stayed away for as long as mail can come back.
 */
export function arrivesAgain({ returnedAt, takenSince }: Returns, now: Instant): boolean {
  if (returnedAt === null) return true;
  return takenSince !== null && now >= afterDays(takenSince, comesBackWithinDays);
}
