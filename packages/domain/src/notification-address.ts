import type { EmailAddress } from './id.ts';
import { type Instant, afterDays } from './instant.ts';
import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** PENDING: its code isn't entered yet. LEAVING: replaced, and told for 7 days more. */
export type NotificationAddressStatus = 'PENDING' | 'IN_FORCE' | 'LEAVING';

/** Where a contract's notices go (R10), as it stands. */
export interface StandingAddress {
  readonly address: string;
  readonly status: NotificationAddressStatus;
  /** From then on a LEAVING one is told nothing; null of the others. */
  readonly leavesAt: Instant | null;
}

export interface AddressPolicy {
  /** How many days an address that was replaced goes on getting every notice: 7. */
  readonly leavingDays: number;
}

/** The code that puts a new address in force: 6 digits, by mail, good for 24 hours and for 5 wrong entries. */
export const confirmationCode = { digits: 6, hours: 24, tries: 5 } as const;

/** How many addresses a contract has, those aside that are leaving. */
export const addressBounds = { min: 1, max: 5 } as const;

/**
 * Whether notices still go there: a new address gets none until its code was entered, one that is
 * leaving gets them until its last moment, not at it.
 */
export function isTold({ status, leavesAt }: StandingAddress, at: Instant): boolean {
  return status === 'IN_FORCE' || (status === 'LEAVING' && leavesAt !== null && at < leavesAt);
}

/** What addresses are one by: hardly any mailbox tells letter cases apart. They are ASCII. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}

/** Addresses that differ in letter case alone are one. */
export function sameAddress(one: string, other: string): boolean {
  return addressKey(one) === addressKey(other);
}

/** What is wrong with a contract's addresses (R10): 1–5 of them, each once. */
export function checkAddresses(list: readonly string[], path: string): readonly InputProblem[] {
  if (list.length < addressBounds.min || list.length > addressBounds.max) {
    return [problem(path, 'WRONG_NUMBER_OF_ENTRIES', addressBounds)];
  }
  return list.flatMap((address, index) =>
    list.slice(0, index).some((other) => sameAddress(other, address))
      ? [problem(`${path}.${index}`, 'NAMED_TWICE')]
      : [],
  );
}

/** What a change of addresses comes to. */
export interface AddressChange {
  /** New ones, which wait for their codes. */
  readonly added: readonly EmailAddress[];
  /** Taken back before they had left: proven once, so in force at once. */
  readonly backInForce: readonly string[];
  /** Replaced, and told until then. */
  readonly leaving: readonly string[];
  readonly leavesAt: Instant;
  /** Gone: never in force, or their days are over. */
  readonly dropped: readonly string[];
}

/**
 * Replaces a contract's addresses. The last one in force stays until another is: else whoever got at
 * the administrator's secrets could silence every notice with a mistyped address.
 */
export function changeAddresses(
  standing: readonly StandingAddress[],
  wanted: readonly EmailAddress[],
  policy: AddressPolicy,
  now: Instant,
): Result<AddressChange, 'LAST_ADDRESS_IN_FORCE'> {
  const isWanted = ({ address }: StandingAddress) =>
    wanted.some((each) => sameAddress(each, address));
  const inForce = standing.filter(({ status }) => status === 'IN_FORCE');
  const onTheirWayOut = standing.filter(({ status }) => status === 'LEAVING');
  const back = onTheirWayOut.filter((each) => isWanted(each) && isTold(each, now));
  if (inForce.length > 0 && back.length === 0 && !inForce.some(isWanted)) {
    return err('LAST_ADDRESS_IN_FORCE');
  }
  const over = (each: StandingAddress) =>
    each.status === 'PENDING' ? !isWanted(each) : each.status === 'LEAVING' && !isTold(each, now);
  const dropped = standing.filter(over);
  const known = standing.filter((each) => !dropped.includes(each));
  return ok({
    added: wanted.filter((each) => !known.some(({ address }) => sameAddress(address, each))),
    backInForce: addressesOf(back),
    leaving: addressesOf(inForce.filter((each) => !isWanted(each))),
    leavesAt: afterDays(now, policy.leavingDays),
    dropped: addressesOf(dropped),
  });
}

/** Those in force or waiting for their codes, before a change and after it. */
export function addressLists(
  standing: readonly StandingAddress[],
  { added, backInForce, dropped, leaving }: AddressChange,
): { readonly from: readonly string[]; readonly to: readonly string[] } {
  const from = addressesOf(standing.filter(({ status }) => status !== 'LEAVING'));
  const gone = [...leaving, ...dropped];
  const stay = from.filter((address) => !gone.includes(address));
  return { from, to: [...stay, ...backInForce, ...added] };
}

function addressesOf(list: readonly StandingAddress[]): readonly string[] {
  return list.map(({ address }) => address);
}

/** A code that waits to be entered. */
export interface WaitingCode {
  readonly until: Instant;
  readonly wrong: number;
}

/** How many entries are left of a code: none once its time is over. */
export function codeTriesLeft({ until, wrong }: WaitingCode, now: Instant): number {
  return now >= until ? 0 : Math.max(0, confirmationCode.tries - wrong);
}

/** Whether a code can put its address in force no more. */
export function isCodeSpent(waiting: WaitingCode, now: Instant): boolean {
  return codeTriesLeft(waiting, now) === 0;
}

/** Reads a code as it was typed: 6 ASCII digits. */
export function parseConfirmationCode(text: string, path: string): Result<string, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  if (!/^[0-9]+$/.test(text)) return err(problem(path, 'NOT_DIGITS'));
  const length = confirmationCode.digits;
  return text.length === length
    ? ok(text)
    : err(problem(path, 'WRONG_LENGTH', { min: length, max: length }));
}
