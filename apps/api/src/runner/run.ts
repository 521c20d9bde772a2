import { unreachable } from '@monban/domain/refusal';

import { type Act, openAct } from '../act.ts';
import type { Tx } from '../db/client.ts';
import { forbidden, unauthenticated } from '../graphql/faults.ts';
import { partiesOf } from '../graphql/party.ts';
import {
  type Answer,
  type Asked,
  bankClientOf,
  type CodeHolder,
  type Command,
  refuse,
  sessionOf,
} from '../operation.ts';
import { conclude } from './conclude.ts';
import { prepareUnderPermit } from './prepare.ts';
import { runByToken } from './run-by-token.ts';
import { type Run, over, stillLive, tryAgain } from './running.ts';
import { runProven } from './run-proven.ts';
import type { Approval } from './second-person.ts';

/**
 * Runs a command: who, may → proof → act → history and notices → commit in both endings → answer.
 * @param approval of a second person at the desk, for an act that waits; null: it is asked for
 */
export async function run<Input, Entered, Success extends object, Loaded, Prepared>(
  command: Command<Input, Entered, Success, Loaded, Prepared>,
  input: Input,
  asked: Asked,
  approval: Approval | null = null,
): Promise<Answer<Success>> {
  const parties = partiesOf(asked.caller);
  if (!command.may.some((who) => parties.has(who))) {
    throw asked.caller.kind === 'STRANGER' ? unauthenticated() : forbidden();
  }
  if (command.throughBank === true) bankClientOf(asked);
  const read = await command.read(input, asked);
  if (!read.ok) return refuse(read.error);
  const running = { command, input, entered: read.value, asked };
  const answer = await runAs(running, approval);
  if ('done' in answer) command.afterwards(answer.done, asked);
  return answer;
}

function runAs<E, S extends object, L, P>(
  running: Run<E, S, L, P>,
  approval: Approval | null,
): Promise<Answer<S>> {
  const { proof } = running.command;
  switch (proof.by) {
    case 'SECRETS':
    case 'LOGON':
      return runProven(running);
    case 'SESSION':
      return runInSession(running);
    case 'CODE':
      return runByCode(running, proof.holder(running.entered));
    case 'BANK_TOKEN':
      return runByToken(running, proof, approval);
    default:
      return unreachable(proof);
  }
}

/** Acts that a session alone entitles to. */
function runInSession<E, S, L, P>(running: Run<E, S, L, P>): Promise<Answer<S>> {
  const { asked } = running;
  const { contractId, person } = sessionOf(asked);
  const { personKey } = person;
  return runAsHolder(
    running,
    { contractId, personKey },
    personKey,
    (act) => act.prover === null || stillLive(act, act.prover, asked),
  );
}

/** Acts that a code entitles to; the act itself asks whether the code still stands. */
function runByCode<E, S, L, P>(running: Run<E, S, L, P>, holder: CodeHolder): Promise<Answer<S>> {
  // Not in the person's own turn: whoever finds a code keeps nobody waiting.
  return runAsHolder(running, holder, null, () => true);
}

/** @param turn in whose turn what takes a permit is prepared; null: in nobody's */
async function runAsHolder<E, S, L, P>(
  running: Run<E, S, L, P>,
  holder: CodeHolder,
  turn: string | null,
  mayGoOn: (act: Act) => boolean,
): Promise<Answer<S>> {
  const prepared = await prepareUnderPermit(running, holder.contractId, turn);
  if (prepared === null) return tryAgain('BUSY', 5);
  const answer = await actAs(running, holder, prepared.ready, mayGoOn);
  if ('over' in answer) throw unauthenticated();
  return answer;
}

async function actAs<E, S, L, P>(
  running: Run<E, S, L, P>,
  { contractId, personKey }: CodeHolder,
  prepared: P,
  mayGoOn: (act: Act) => boolean,
): Promise<Answer<S> | typeof over> {
  const { command, entered, asked } = running;
  const { database, now } = asked.services;
  return database.acting(contractId, async (tx) => {
    const load = (queries: Tx['queries']) => command.load(queries, contractId, entered, asked);
    const opened = await openAct(tx, contractId, personKey, now(), load);
    if (opened === null) return refuse({ code: 'NOT_FOUND', what: 'CONTRACT' });
    const { act, loaded } = opened;
    if (!mayGoOn(act)) return over;
    const given = { entered, asked, loaded, prepared };
    const decision = await command.act(act, given);
    if ('refused' in decision) act.discard();
    return conclude(act, running, decision);
  });
}
