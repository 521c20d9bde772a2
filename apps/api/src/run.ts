import type { HistoryEvent } from '@monban/domain/history-event';
import { defaultLockoutPolicy, locksWhom } from '@monban/domain/lockout';
import type { Refusal } from '@monban/domain/refusal';

import { type Act, actOn, nothingElse, openAct, type OpenAct } from './act.ts';
import type { Tx } from './db/client.ts';
import type { PersonRow } from './db/rows.ts';
import { forbidden, unauthenticated } from './graphql/faults.ts';
import { whoIs as partiesOf } from './graphql/who.ts';
import type { Actor } from './history/record.ts';
import { refusalEvents, type Refused } from './history/refusals.ts';
import { errorFields } from './log.ts';
import { type Answer, type Asked, type Command, type Decision, refuse } from './operation.ts';
import { type GuardedTry, guardAddress, unguarded } from './secrets/address-guard.ts';
import { attempt, type Judged } from './secrets/attempt.ts';
import type { Claim, Hopeless } from './secrets/claim.ts';
import type { Permit } from './secrets/permits.ts';
import { rehashed } from './secrets/rehash.ts';
import { kindOf, settle, type Settled } from './secrets/settle.ts';
import { isLive } from './sessions/session-life.ts';

type Compared = Extract<Judged, { kind: 'COMPARED' }>;

/** A command on its way, its input read. */
interface Run<Entered, Success, Loaded, Prepared> {
  readonly command: Command<never, Entered, Success, Loaded, Prepared>;
  readonly entered: Entered;
  readonly asked: Asked;
}

const secondsAnHour = 3600;

/** Overloaded: nothing was compared, counted or changed. */
const tryAgain = (retryAfterSeconds: number): { readonly refused: Refusal } =>
  refuse({ code: 'TRY_AGAIN', retryAfterSeconds });

/** Runs a command: who, may → proof → act → history and notices → commit in both endings → answer. */
export async function run<Input, Entered, Success, Loaded, Prepared>(
  command: Command<Input, Entered, Success, Loaded, Prepared>,
  input: Input,
  asked: Asked,
): Promise<Answer<Success>> {
  const parties = partiesOf(asked.caller);
  if (!command.may.some((who) => parties.has(who))) {
    throw asked.caller.kind === 'STRANGER' ? unauthenticated() : forbidden();
  }
  const read = await command.read(input, asked);
  if (!read.ok) return refuse(read.error);
  const running = { command, entered: read.value, asked };
  const { proof } = command;
  const answer =
    proof.by === 'SECRETS' || proof.by === 'LOGON'
      ? await runProven(running)
      : await runOnStanding(running);
  if ('done' in answer) command.afterwards(answer.done, asked);
  return answer;
}

/** Acts that a session or a bank token alone entitles to. */
async function runOnStanding<E, S, L, P>(running: Run<E, S, L, P>): Promise<Answer<S>> {
  const { command, entered, asked } = running;
  const { caller, services } = asked;
  const { proof } = command;
  const session = caller.kind === 'ADMINISTRATOR' || caller.kind === 'USER' ? caller.session : null;
  const contractId = proof.by === 'BANK_TOKEN' ? proof.contractId(entered) : session?.contractId;
  if (contractId === undefined) throw unauthenticated();
  const prepared = await prepareUnderPermit(running);
  if (prepared === null) return tryAgain(5);
  const answer = await services.database.acting(contractId, async (tx) => {
    const opened = await openFor(running, tx, contractId, session?.person.personKey ?? null);
    if ('refused' in opened) return opened;
    const { act, loaded } = opened;
    if (act.prover !== null && !stillLive(act, act.prover, asked)) return over;
    return conclude(
      act,
      running,
      await command.act(act, { entered, asked, loaded, prepared: prepared.ready }),
    );
  });
  if ('over' in answer) throw unauthenticated();
  return answer;
}

/** Null: no permit was to be had. A command with nothing to prepare has `null` for its type. */
async function prepareUnderPermit<E, S, L, P>({
  command,
  entered,
  asked,
}: Run<E, S, L, P>): Promise<{ readonly ready: P } | null> {
  if (command.prepare === undefined) return { ready: null as P };
  const permit = await asked.services.permits.acquire('LOGGED_ON');
  if (permit === null) return null;
  try {
    return { ready: await command.prepare(entered, asked) };
  } finally {
    permit.release();
  }
}

async function openFor<E, S, L, P>(
  { command, entered, asked }: Run<E, S, L, P>,
  tx: Tx,
  contractId: string,
  personKey: string | null,
) {
  const { proof } = command;
  const now = asked.services.now();
  const load = (queries: Tx['queries']) => command.load(queries, contractId, entered, asked);
  if (proof.by !== 'BANK_TOKEN' || proof.opens === undefined) {
    return (
      (await openAct(tx, contractId, personKey, now, load)) ??
      refuse({ code: 'NOT_FOUND', what: 'CONTRACT' })
    );
  }
  const contract = await proof.opens(tx.queries, entered, asked);
  if (contract === null) return refuse({ code: 'CONFLICT', about: 'CONTRACT_ID_TAKEN' });
  return { act: actOn(tx, contract, null, [], now), loaded: await load(tx.queries) };
}

/** Acts that take a proof: the attempt is reserved and compared outside every transaction, and settled in the act's. */
async function runProven<E, S, L, P>(running: Run<E, S, L, P>): Promise<Answer<S>> {
  const { command, asked } = running;
  const { services } = asked;
  const claim = await claimOf(running);
  if (claim === 'STALE_CHALLENGE') return tryAgain(0);
  const guarded =
    command.proof.by === 'LOGON'
      ? await guardAddress(services, asked.caller, claim.contractId)
      : unguarded;
  if (guarded === null) return tryAgain(secondsAnHour);
  const answer = await attempt(services, claim, async (judged, permit) => {
    if (judged.kind === 'HOPELESS') {
      permit.release();
      return refuseHopeless(running, claim, judged.hopeless);
    }
    return settleAndAct(running, claim, judged, permit, guarded);
  });
  if (answer === null) {
    await services.database.acting(claim.contractId, ({ queries }) =>
      guarded.undo(queries).execute(),
    );
    services.log.warn('an attempt found no room', { operation: command.name, code: 'TRY_AGAIN' });
    return tryAgain(5);
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

/** The session that asked is over: it was ended while its request was on the way. */
const over = { over: true } as const;

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
  await database.acting(contractId, async (tx) => {
    const opened = await openAct(tx, contractId, claim.personKey, now(), nothingElse);
    if (opened === null) throw new Error('A decoy is missing from the database.');
    const { act } = opened;
    const refused = {
      type: 'ATTEMPT_REFUSED',
      because: hopeless.because,
      person: hopeless.person,
    } as const;
    const events = await refusalEvents(act.queries, contractId, refused, act.now);
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
): Promise<Answer<S> | typeof over> {
  const { command, entered, asked } = running;
  const { database, log } = asked.services;
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
      if (right) opened.act.atCommit(guarded.undo(tx.queries));
      return judge(opened.act, opened.act.prover, running, claim, judged, {
        loaded: opened.loaded,
        prepared,
        hashes,
      });
    });
  } catch (fault) {
    // An honest entry is never made wrong by us; a wrong one's mark stays and counts when its deadline comes.
    if (right)
      await takeBack(asked, claim, judged.attemptId, guarded).catch((later: unknown) =>
        log.error('an attempt could not be taken back', {
          operation: command.name,
          ...errorFields(later),
        }),
      );
    throw fault;
  }
}

interface Ready<L, P> {
  readonly loaded: L;
  /** Null where the entry was wrong: then there is nothing to prepare for. */
  readonly prepared: P | null;
  readonly hashes: Partial<PersonRow>;
}

/** Within the transaction: counts a wrong entry, or acts on a right one if everything still stands as it was compared. */
async function judge<E, S, L, P>(
  act: OpenAct,
  prover: PersonRow,
  running: Run<E, S, L, P>,
  claim: Claim,
  judged: Compared,
  ready: Ready<L, P>,
): Promise<Answer<S> | typeof over> {
  const { command, entered, asked } = running;
  const settled = settleAs(act, prover, judged, judged.verdict);
  const taken = settleAs(act, prover, judged, { void: true });
  if (!('right' in judged.verdict)) {
    apply(act, settled);
    await act.finish(settled.events, actorOf(running, act, 'WRONG'), circumstances(act, running));
    return refuse(wrong(act, prover, running, settled));
  }
  // Its mark had run out and was counted, or the PIN was changed meanwhile: it was compared with nothing that is.
  if (!settled.known || judged.pinsVersion !== prover.pinsVersion) {
    apply(act, taken);
    await act.finish(taken.events, { kind: 'SYSTEM' }, circumstances(act, running));
    return tryAgain(1);
  }
  const because =
    command.proof.by === 'LOGON' ? command.proof.hopeless(act, ready.loaded, claim, asked) : null;
  // Whoever logs on may still have another session, their own or somebody else's: it is not what entitles them.
  if (because !== null || (command.proof.by !== 'LOGON' && !stillLive(act, prover, asked))) {
    apply(act, taken);
    const refused = {
      type: 'ATTEMPT_REFUSED',
      because: because ?? 'LOCKED',
      person: null,
    } as const;
    const events = await refusalEvents(act.queries, act.contract.contractId, refused, act.now);
    await act.finish(
      [...taken.events, ...events],
      { kind: 'STRANGER' },
      circumstances(act, running),
    );
    return because === null ? over : refuse({ code: 'LOGON_REFUSED' });
  }
  apply(act, settled);
  act.changeProver(ready.hashes);
  // Right, so it was prepared; a command with nothing to prepare has `null` for its type.
  const prepared = ready.prepared as P;
  const decision = await command.act(act, { entered, asked, loaded: ready.loaded, prepared });
  // Right only as part of a complete success: a refused act clears nothing.
  if ('refused' in decision) apply(act, taken);
  return conclude(act, running, decision, settled.events);
}

function settleAs(
  act: Act,
  prover: PersonRow,
  judged: Compared,
  verdict: Compared['verdict'],
): Settled {
  return settle(act.contract, prover, judged.attemptId, verdict, defaultLockoutPolicy, act.now);
}

function apply(act: Act, settled: Settled): void {
  act.changeProver(settled.person);
  act.changeContract(settled.contract);
}

/** Somebody who acts in a session must still have it, now that nothing can change under them. */
function stillLive(act: Act, prover: PersonRow, { caller, services }: Asked): boolean {
  if (caller.kind !== 'ADMINISTRATOR' && caller.kind !== 'USER') return true;
  return isLive(
    { ...caller.session, contract: act.contract, person: prover },
    services.settings,
    act.now,
  );
}

function wrong<E, S, L, P>(
  act: Act,
  prover: PersonRow,
  { command }: Run<E, S, L, P>,
  settled: Settled,
): Refusal {
  if (command.proof.by === 'LOGON') return { code: 'LOGON_REFUSED' };
  const locks = locksWhom(kindOf(prover), act.contract.lockLinkage);
  return { code: 'WRONG_PIN', attemptsLeft: settled.attemptsLeft, locks };
}

/** History, notices, and the answer. A refused act is an entry, too. */
async function conclude<E, S, L, P>(
  act: OpenAct,
  running: Run<E, S, L, P>,
  decision: Decision<S>,
  before: readonly HistoryEvent[] = [],
): Promise<Answer<S>> {
  const { command } = running;
  if ('done' in decision) {
    await act.finish(
      [...before, ...decision.events],
      actorOf(running, act, 'RIGHT'),
      circumstances(act, running),
    );
    return { done: decision.done };
  }
  const refused: Refused = {
    type: 'ACT_REFUSED',
    operation: command.name,
    code: decision.refused.code,
  };
  const events = await refusalEvents(act.queries, act.contract.contractId, refused, act.now);
  await act.finish(
    [...before, ...events],
    actorOf(running, act, 'RIGHT'),
    circumstances(act, running),
  );
  return decision;
}

async function takeBack(
  { services }: Asked,
  claim: Claim,
  attemptId: string,
  guarded: GuardedTry,
): Promise<void> {
  await services.database.acting(claim.contractId, async (tx) => {
    const opened = await openAct(
      tx,
      claim.contractId,
      claim.personKey,
      services.now(),
      nothingElse,
    );
    if (opened === null || opened.act.prover === null) return;
    const { act } = opened;
    const taken = settle(
      act.contract,
      opened.act.prover,
      attemptId,
      { void: true },
      defaultLockoutPolicy,
      act.now,
    );
    apply(act, taken);
    act.atCommit(guarded.undo(tx.queries));
    await act.finish(
      taken.events,
      { kind: 'SYSTEM' },
      { at: act.now, operation: 'takeBack', address: null },
    );
  });
}

/** Whose deed it is: at a logon, of whoever proved themselves; else of the caller. */
function actorOf<E, S, L, P>(
  { command, asked }: Run<E, S, L, P>,
  { prover }: Act,
  entered: 'RIGHT' | 'WRONG',
): Actor {
  const { caller } = asked;
  if (command.proof.by === 'LOGON')
    return entered === 'RIGHT' && prover !== null ? personActor(prover) : { kind: 'STRANGER' };
  if (caller.kind === 'BANK')
    return { kind: 'BANK', clientId: caller.bank.clientId, subject: caller.bank.subject };
  return caller.kind === 'STRANGER' ? { kind: 'STRANGER' } : personActor(caller.session.person);
}

function personActor({ userId }: PersonRow): Actor {
  return userId === null ? { kind: 'ADMINISTRATOR' } : { kind: 'USER', userId };
}

function circumstances<E, S, L, P>(act: Act, { command, asked }: Run<E, S, L, P>) {
  return { at: act.now, operation: command.name, address: asked.caller.origin.address };
}
