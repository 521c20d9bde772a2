import type { HistoryEvent } from '@monban/domain/history-event';
import { type Act, type OpenAct } from '../act.ts';
import type { PersonRow } from '../db/rows.ts';
import type { Actor } from '../history/record.ts';
import { refusalEvents, type Refused } from '../history/refusals.ts';
import { type Answer, type Decision } from '../operation.ts';
import { type Run } from './running.ts';

/** History, notices, and the answer. A refused act is an entry, too; nothing else comes of it. */
export async function conclude<E, S, L, P>(
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
  if (decision.evenSo !== undefined) act.atCommit(decision.evenSo);
  const events = await refusalEvents(act.queries, act.contract.contractId, refused, act.now);
  await act.finish(
    [...before, ...events],
    // A code that lets nobody in says nothing of who had it.
    actorOf(running, act, command.proof.by === 'CODE' ? 'WRONG' : 'RIGHT'),
    circumstances(act, running),
  );
  return { refused: decision.refused };
}

/** Whose deed it is: at a logon or by a code, of whoever proved themselves; else of the caller. */
export function actorOf<E, S, L, P>(
  { command, asked }: Run<E, S, L, P>,
  { prover }: Act,
  entered: 'RIGHT' | 'WRONG',
): Actor {
  const { caller } = asked;
  if (command.proof.by === 'LOGON' || command.proof.by === 'CODE')
    return entered === 'RIGHT' && prover !== null ? personActor(prover) : { kind: 'STRANGER' };
  if (caller.kind === 'BANK')
    return { kind: 'BANK', clientId: caller.bank.clientId, subject: caller.bank.subject };
  return caller.kind === 'STRANGER' ? { kind: 'STRANGER' } : personActor(caller.session.person);
}

function personActor({ userId }: PersonRow): Actor {
  return userId === null ? { kind: 'ADMINISTRATOR' } : { kind: 'USER', userId };
}

export function circumstances<E, S, L, P>(act: Act, { command, asked }: Run<E, S, L, P>) {
  const address = command.fromMachine === true ? null : asked.caller.origin.address;
  return { at: act.now, operation: command.name, address };
}
