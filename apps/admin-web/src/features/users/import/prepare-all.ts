import type { Outcome } from '../../../graphql/command.ts';

/** So many at once: as often does the progress move, and so soon does it stop. */
const atOnce = 5;

/** An overloaded server is asked again so often. */
const mostTries = 3;

export interface Preparing {
  prepare(
    userIds: readonly string[],
  ): Promise<Outcome<{ readonly preparedPins: readonly string[] }>>;
  /** After each step; what was prepared so far is not lost. */
  onStep(prepared: readonly string[]): void;
  isStopped(): boolean;
  wait(seconds: number): Promise<void>;
}

export type Prepared =
  | { readonly kind: 'PREPARED'; readonly preparedPins: readonly string[] }
  | { readonly kind: 'STOPPED' }
  | Exclude<Outcome<unknown>, { readonly kind: 'DONE' }>;

/** Has temporary PINs prepared for all users, step by step, going on from those that are prepared already. */
export async function prepareAll(
  userIds: readonly string[],
  before: readonly string[],
  { isStopped, onStep, prepare, wait }: Preparing,
): Promise<Prepared> {
  let prepared = before;
  let tries = 0;
  while (prepared.length < userIds.length) {
    if (isStopped()) return { kind: 'STOPPED' };
    const outcome = await prepare(userIds.slice(prepared.length, prepared.length + atOnce));
    if (outcome.kind === 'DONE') {
      tries = 0;
      prepared = [...prepared, ...outcome.value.preparedPins];
      onStep(prepared);
    } else if (isBusy(outcome) && (tries += 1) < mostTries) {
      await wait(outcome.refusal.retryAfterSeconds);
    } else return outcome;
  }
  return isStopped() ? { kind: 'STOPPED' } : { kind: 'PREPARED', preparedPins: prepared };
}

type Busy = {
  readonly kind: 'REFUSED';
  readonly refusal: { readonly __typename: 'TryAgain'; readonly retryAfterSeconds: number };
};

function isBusy<T>(outcome: Outcome<T> | Busy): outcome is Busy {
  return outcome.kind === 'REFUSED' && outcome.refusal.__typename === 'TryAgain';
}
