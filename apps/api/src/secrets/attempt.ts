import { randomUUID } from 'node:crypto';

import { administrator, userOf } from '@monban/domain/history-event';
import { after } from '@monban/domain/instant';
import { defaultLockoutPolicy, type Verdict, verdictOf } from '@monban/domain/lockout';
import type { Lock } from '@monban/domain/status';

import { administratorKey } from '../db/rows.ts';
import type { Services } from '../services.ts';
import { findStanding, type Reserved, reserveOnPerson, touchDecoy } from './attempts.store.ts';
import type { Claim, Entry, Hopeless } from './claim.ts';
import { expireOverdue } from './expire-overdue.ts';
import type { Permit } from './permits.ts';
import { turnOf } from './turns.ts';

/** How an attempt was judged. `COMPARED`: its mark stands on the person's row until it is settled. */
export type Judged =
  | {
      readonly kind: 'COMPARED';
      readonly attemptId: string;
      readonly verdict: Verdict;
      readonly pinsVersion: number;
      /** Right, but hashed at yesterday's cost or with yesterday's pepper. */
      readonly toRehash: readonly Entry[];
    }
  | { readonly kind: 'HOPELESS'; readonly hopeless: Hopeless };

/** Waiting for other processes' attempts, nothing tells us when they end. */
const pollMilliseconds = 50;
const waitSeconds = 15;

/**
 * Reserve, then compare (A1–A3): an entry is compared only after a committed mark on its person's row says so, and
 * no connection is held meanwhile. `settle` runs with the verdict, still in this person's turn. `null`: there was no
 * turn, permit or room within 15 seconds; nothing was compared.
 * @param back takes the mark away of an attempt that was not compared
 */
export async function attempt<T>(
  services: Services,
  claim: Claim,
  settle: (judged: Judged, permit: Permit) => Promise<T>,
  back: (attemptId: string) => Promise<void>,
): Promise<T | null> {
  if (claim.hopeless !== null) return attemptOnDecoy(services, claim, claim.hopeless, settle);
  const outcome = await services.turns.inTurn(
    turnOf(claim.contractId, claim.personKey),
    async () => {
      const reserved = await reserve(services, claim, back);
      if (reserved === null || 'hopeless' in reserved) return reserved;
      const { permit } = reserved;
      try {
        return { settled: await settle(await compare(services, claim, reserved), permit) };
      } finally {
        permit.release();
      }
    },
  );
  if (outcome === null) return null;
  return 'settled' in outcome
    ? outcome.settled
    : attemptOnDecoy(services, claim, outcome.hopeless, settle);
}

interface Held {
  readonly attemptId: string;
  readonly reserved: Reserved;
  readonly permit: Permit;
}

/** Waits for a permit and for room. A permit is never held while waiting for room. */
async function reserve(
  services: Services,
  claim: Claim,
  back: (attemptId: string) => Promise<void>,
): Promise<Held | { hopeless: Hopeless } | null> {
  const { database, now, permits } = services;
  const { contractId, personKey } = claim;
  const [first] = claim.entries;
  if (first === undefined) throw new Error('A claim without an entry proves nothing.');
  const giveUpAt = after(now(), waitSeconds);
  for (;;) {
    const permit = await permits.acquire(claim.queue);
    if (permit === null) return null;
    const mark = {
      id: randomUUID(),
      secret: first.secret,
      deadline: after(now(), defaultLockoutPolicy.attemptSeconds),
    };
    try {
      const reserved = await reserveOnPerson(
        database,
        contractId,
        personKey,
        mark,
        defaultLockoutPolicy,
      );
      if (reserved !== null) return { attemptId: mark.id, reserved, permit };
    } catch (fault) {
      permit.release();
      // The mark may stand, where the connection was lost after its commit.
      await back(mark.id);
      throw fault;
    }
    permit.release();
    const [standing] = await findStanding(database.reading(contractId), contractId, personKey);
    if (standing === undefined || standing.removedAt !== null || isLocked(standing)) {
      const because = standing?.removedAt === null ? 'LOCKED' : 'REMOVED';
      const person = personKey === administratorKey ? administrator : userOf(personKey);
      return { hopeless: { because, person, contractExists: true } };
    }
    // Those in flight may make room, or have made it since we asked: having nobody in flight is no lock.
    if (standing.attempts.some(({ deadline }) => deadline <= now())) {
      await expireOverdue(services, contractId, personKey);
    } else if (now() >= giveUpAt) {
      return null;
    } else {
      await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    }
  }
}

/** The seventh wrong entry locks the person, or with them the whole contract (R19–R21). */
function isLocked({
  locks,
  contractLocks,
}: {
  readonly locks: readonly Lock[];
  readonly contractLocks: readonly Lock[];
}): boolean {
  return locks.length > 0 || contractLocks.length > 0;
}

async function compare(
  services: Services,
  claim: Claim,
  { attemptId, reserved }: Held,
): Promise<Judged> {
  const compared = [];
  const toRehash = [];
  // Every entry is compared, whatever the one before it came to: the time tells nothing.
  for (const entry of claim.entries) {
    const hash = hashFor(entry, reserved);
    const right = await isRight(services, entry, hash);
    compared.push({ secret: entry.secret, right });
    if (right && hash !== null && services.hasher.needsRehash(hash)) toRehash.push(entry);
  }
  return {
    kind: 'COMPARED',
    attemptId,
    verdict: verdictOf(compared),
    pinsVersion: reserved.pinsVersion,
    toRehash,
  };
}

function hashFor(entry: Entry, reserved: Reserved): string | null {
  switch (entry.secret) {
    case 'REGISTRATION_PIN':
      return reserved.registrationHash;
    case 'LOGON_PIN':
      return reserved.logonHash;
    case 'CONFIRMATION_PIN':
      return reserved.confirmationHash;
    case 'ONE_TIME_PASSWORD':
      return null;
  }
}

async function isRight(
  { hasher, cardDigits }: Services,
  entry: Entry,
  hash: string | null,
): Promise<boolean> {
  if (entry.secret === 'ONE_TIME_PASSWORD') {
    return cardDigits.fits(entry.card.seed, entry.card.total, entry.cells, entry.entered);
  }
  const right = await hasher.verify(hash ?? hasher.decoyHash, entry.pin);
  return right && hash !== null;
}

/** The same steps at the same cost, on a row where nothing counts (A8). */
async function attemptOnDecoy<T>(
  services: Services,
  claim: Claim,
  hopeless: Hopeless,
  settle: (judged: Judged, permit: Permit) => Promise<T>,
): Promise<T | null> {
  const { database, decoys, permits, turns } = services;
  const decoy = decoys.contractFor(claim.contractId, claim.personKey);
  return turns.inTurn(turnOf(decoy, administratorKey), async () => {
    const permit = await permits.acquire(claim.queue);
    if (permit === null) return null;
    try {
      await touchDecoy(database, decoy, administratorKey, defaultLockoutPolicy);
      for (const entry of claim.entries) await isRight(services, entry, null);
      return await settle({ kind: 'HOPELESS', hopeless }, permit);
    } finally {
      permit.release();
    }
  });
}
