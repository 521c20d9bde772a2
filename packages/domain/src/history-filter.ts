import { concernedUser, type HistoryEvent } from './history-event.ts';
import { type HistoryKind, historyKindOf } from './history-kind.ts';
import { parseUserId, userIdKey } from './id.ts';
import type { Instant } from './instant.ts';
import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** Which entries of a history are meant: those that fit everything that is said here. */
export interface HistoryFilter {
  /** Of any of these kinds; empty: of all. */
  readonly kinds: readonly HistoryKind[];
  /** Who did it, as it is shown, in lower case; `anyoneAtTheBank` for all that the bank did. */
  readonly actor: string | null;
  /** The user whom it concerns, by the key of their ID. */
  readonly concerns: string | null;
  /** Not before this moment. */
  readonly from: Instant | null;
  /** Before this moment, so that the end of one period is the beginning of the next. */
  readonly to: Instant | null;
  /** Where it came from, to the letter. */
  readonly address: string | null;
}

/** As it was asked for. */
export interface HistoryFilterInput {
  readonly kinds?: readonly HistoryKind[] | null;
  readonly actor?: string | null;
  readonly concerns?: string | null;
  readonly from?: Instant | null;
  readonly to?: Instant | null;
  readonly address?: string | null;
}

export const everyEntry: HistoryFilter = {
  kinds: [],
  actor: null,
  concerns: null,
  from: null,
  to: null,
  address: null,
};

/** Stands for every clerk and every system of the bank: they alone have a `/` in their names. */
export const anyoneAtTheBank = '@bank';

/** As many entries go into one file: a year of 99 users who log on and off every working day. */
export const longestExport = 50_000;

/** @param path where the filter stands in the input */
export function readHistoryFilter(
  given: HistoryFilterInput,
  path: string,
): Result<HistoryFilter, readonly InputProblem[]> {
  const { actor = null, address = null, concerns = null, from = null, kinds, to = null } = given;
  const user = concerns === null ? null : parseUserId(concerns, `${path}.concerns`);
  const problems = [
    ...(user === null || user.ok ? [] : [user.error]),
    ...(endsBeforeItBegins(from, to) ? [problem(`${path}.to`, 'ENDS_BEFORE_IT_BEGINS')] : []),
  ];
  if (problems.length > 0) return err(problems);
  return ok({
    kinds: kinds ?? [],
    actor: actor?.toLowerCase() ?? null,
    concerns: user?.ok === true ? userIdKey(user.value) : null,
    from: from === null ? null : inReach(from),
    to: to === null ? null : inReach(to),
    address,
  });
}

const latest = Date.UTC(9999, 0, 1);

/** No entry is older than 1970 or younger than the year 9999, and databases know no year 0 and no 10000. */
function inReach(at: Instant): Instant {
  return Math.min(Math.max(at, 0), latest);
}

function endsBeforeItBegins(from: Instant | null, to: Instant | null): boolean {
  return from !== null && to !== null && to < from;
}

/** Of an entry, what it is found by. */
export interface Findable {
  readonly event: HistoryEvent;
  /** As it is shown: a user ID, `@administrator`, `client/clerk`. */
  readonly actor: string;
  readonly at: Instant;
  readonly address: string | null;
}

/** Whether an entry is meant. The database decides this by itself; a test holds it to the same answers. */
export function fits(filter: HistoryFilter, entry: Findable): boolean {
  const { kinds, actor, concerns, from, to, address } = filter;
  const concerned = concernedUser(entry.event);
  return (
    (kinds.length === 0 || kinds.includes(historyKindOf[entry.event.type])) &&
    (actor === null || isActor(actor, entry.actor)) &&
    (concerns === null || concerned?.toLowerCase() === concerns) &&
    (from === null || entry.at >= from) &&
    (to === null || entry.at < to) &&
    (address === null || entry.address === address)
  );
}

function isActor(asked: string, shown: string): boolean {
  return asked === anyoneAtTheBank ? shown.includes('/') : shown.toLowerCase() === asked;
}
