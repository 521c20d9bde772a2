import { actOn, openAct } from '../act.ts';
import type { Tx } from '../db/client.ts';
import { forbidden, unauthenticated } from '../graphql/faults.ts';
import { whoIs as partiesOf } from '../graphql/who.ts';
import { selectNotificationAddresses } from '../modules/addresses/address.store.ts';
import { type Answer, type Asked, type Command, refuse } from '../operation.ts';
import { conclude } from './conclude.ts';
import { type Run, tryAgain, over, stillLive } from './running.ts';
import { runProven } from './run-proven.ts';
import { turnOf } from '../secrets/turns.ts';

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
  if (command.throughBank === true && !throughBank(asked)) throw forbidden();
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

function throughBank({ caller: { bank } }: Asked): boolean {
  return bank !== null && bank.scopes.has('transactions');
}

/** Acts that a session or a bank token alone entitles to. */
async function runOnStanding<E, S, L, P>(running: Run<E, S, L, P>): Promise<Answer<S>> {
  const { command, entered, asked } = running;
  const { caller, services } = asked;
  const { proof } = command;
  const session = caller.kind === 'ADMINISTRATOR' || caller.kind === 'USER' ? caller.session : null;
  const contractId = proof.by === 'BANK_TOKEN' ? proof.contractId(entered) : session?.contractId;
  if (contractId === undefined) throw unauthenticated();
  const personKey = session?.person.personKey ?? null;
  const prepared = await prepareUnderPermit(running, contractId, personKey);
  if (prepared === null) return tryAgain(5);
  const answer = await services.database.acting(contractId, async (tx) => {
    const opened = await openFor(running, tx, contractId, personKey);
    if ('refused' in opened) return opened;
    const { act, loaded } = opened;
    if (act.prover !== null && !stillLive(act, act.prover, asked)) return over;
    const given = { entered, asked, loaded, prepared: prepared.ready };
    const decision = await command.act(act, given);
    if ('refused' in decision) act.discard();
    return conclude(act, running, decision);
  });
  if ('over' in answer) throw unauthenticated();
  return answer;
}

/**
 * Null: no permit was to be had. A command with nothing to prepare has `null` for its type. Somebody in a session has
 * one thing hashed at a time, so that nobody takes the permits of others by asking for much at once (A18).
 */
async function prepareUnderPermit<E, S, L, P>(
  { command, entered, asked }: Run<E, S, L, P>,
  contractId: string,
  personKey: string | null,
): Promise<{ readonly ready: P } | null> {
  const { prepare } = command;
  if (prepare === undefined) return { ready: null as P };
  const { permits, turns } = asked.services;
  const prepared = async () => {
    const permit = await permits.acquire('LOGGED_ON');
    if (permit === null) return null;
    try {
      return { ready: await prepare(entered, asked) };
    } finally {
      permit.release();
    }
  };
  return personKey === null ? prepared() : turns.inTurn(turnOf(contractId, personKey), prepared);
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
  const [addresses, loaded] = await Promise.all([
    selectNotificationAddresses(tx.queries, contractId),
    load(tx.queries),
  ]);
  return { act: actOn(tx, contract, null, addresses, now), loaded };
}
