import { openAct } from '../act.ts';
import type { Tx } from '../db/client.ts';
import { unauthenticated } from '../graphql/faults.ts';
import { refusalEvents } from '../history/refusals.ts';
import { type Answer, refuse } from '../operation.ts';
import { type GuardedTry, guardAddress, unguarded } from '../secrets/address-guard.ts';
import { attempt } from '../secrets/attempt.ts';
import type { Claim, Hopeless } from '../secrets/claim.ts';
import type { Permit } from '../secrets/permits.ts';
import { rehashed } from '../secrets/rehash.ts';
import { takeBack } from '../secrets/take-back.ts';
import { circumstances } from './conclude.ts';
import { judge, type Compared } from './judge.ts';
import { type Run, tryAgain, over } from './running.ts';

const secondsAnHour = 3600;

/** Acts that take a proof: the attempt is reserved and compared outside every transaction, and settled in the act's. */
export async function runProven<E, S, L, P>(running: Run<E, S, L, P>): Promise<Answer<S>> {
  const { command, asked } = running;
  const { services } = asked;
  const claim = await claimOf(running);
  if (claim === 'STALE_CHALLENGE') return tryAgain('CHALLENGE_PASSED', 0);
  const guarded =
    command.proof.by === 'LOGON'
      ? await guardAddress(services, asked.caller, claim.contractId)
      : unguarded;
  if (guarded === null) return tryAgain('ADDRESS_LIMITED', secondsAnHour);
  const { contractId, personKey } = claim;
  const back = (attemptId: string) =>
    takeBack(services, { contractId, personKey, attemptId, operation: command.name }, guarded);
  const answer = await attempt(
    services,
    claim,
    async (judged, permit) => {
      if (judged.kind === 'HOPELESS') {
        permit.release();
        return refuseHopeless(running, claim, judged.hopeless);
      }
      return settleAndAct(running, claim, judged, permit, guarded, back);
    },
    back,
  );
  if (answer === null) {
    await services.database.acting(claim.contractId, ({ queries }) =>
      guarded.undo(queries).execute(),
    );
    services.log.warn('an attempt found no room', { operation: command.name, code: 'TRY_AGAIN' });
    return tryAgain('BUSY', 5);
  }
  if ('over' in answer) throw unauthenticated();
  return answer;
}

async function claimOf<E, S, L, P>({
  command,
  entered,
  asked,
}: Run<E, S, L, P>): Promise<Claim | 'STALE_CHALLENGE'> {
  const { proof } = command;
  const { caller } = asked;
  if (proof.by === 'LOGON') return proof.claim(entered, asked);
  if (proof.by !== 'SECRETS' || (caller.kind !== 'ADMINISTRATOR' && caller.kind !== 'USER'))
    throw unauthenticated();
  return {
    contractId: caller.session.contractId,
    personKey: caller.session.person.personKey,
    entries: proof.entries(entered),
    challengeId: null,
    queue: 'LOGGED_ON',
    hopeless: null,
  };
}

async function refuseHopeless<E, S, L, P>(
  running: Run<E, S, L, P>,
  claim: Claim,
  hopeless: Hopeless,
): Promise<Answer<S> | typeof over> {
  const { command, asked } = running;
  const { database, decoys, now } = asked.services;
  const contractId = hopeless.contractExists
    ? claim.contractId
    : decoys.contractFor(claim.contractId, claim.personKey);
  const { because, person } = hopeless;
  const refused = { type: 'ATTEMPT_REFUSED', because, person } as const;
  const at = now();
  // Counted on the journey that locks, so that it goes to the database as often as a wrong entry does (A8).
  const count = (queries: Tx['queries']) => refusalEvents(queries, contractId, refused, at);
  await database.acting(contractId, async (tx) => {
    const opened = await openAct(tx, contractId, claim.personKey, at, count);
    if (opened === null) throw new Error('A decoy is missing from the database.');
    const { act, loaded: events } = opened;
    if (hopeless.contractExists)
      await act.finish(events, { kind: 'STRANGER' }, circumstances(act, running));
  });
  return command.proof.by === 'SECRETS' ? over : refuse({ code: 'LOGON_REFUSED' });
}

async function settleAndAct<E, S, L, P>(
  running: Run<E, S, L, P>,
  claim: Claim,
  judged: Compared,
  permit: Permit,
  guarded: GuardedTry,
  back: (attemptId: string) => Promise<void>,
): Promise<Answer<S> | typeof over> {
  const { command, entered, asked } = running;
  const { database } = asked.services;
  const right = 'right' in judged.verdict;
  try {
    // A right PIN beside a wrong one-time password takes no longer than a wrong one.
    const hashes = right ? await rehashed(asked.services.hasher, judged.toRehash) : {};
    const prepared =
      right && command.prepare !== undefined ? await command.prepare(entered, asked) : null;
    permit.release();
    return await database.acting(claim.contractId, async (tx) => {
      const load = (queries: Tx['queries']) =>
        command.load(queries, claim.contractId, entered, asked);
      const opened = await openAct(
        tx,
        claim.contractId,
        claim.personKey,
        asked.services.now(),
        load,
      );
      if (opened === null || opened.act.prover === null)
        throw new Error('The person of an attempt is missing.');
      if (right) tx.atCommit(guarded.undo(tx.queries));
      return judge(opened.act, opened.act.prover, running, claim, judged, {
        loaded: opened.loaded,
        prepared,
        hashes,
      });
    });
  } catch (fault) {
    // A wrong one's mark stays, and counts when its deadline comes.
    if (right) await back(judged.attemptId);
    throw fault;
  }
}
