import { defaultLockoutPolicy, locksWhom } from '@monban/domain/lockout';
import type { Refusal } from '@monban/domain/refusal';
import { type Act, type OpenAct } from '../act.ts';
import type { PersonRow } from '../db/rows.ts';
import { refusalEvents } from '../history/refusals.ts';
import { type Answer, refuse } from '../operation.ts';
import { type Judged } from '../secrets/attempt.ts';
import type { Claim } from '../secrets/claim.ts';
import { kindOf, settle, type Settled, whoIs } from '../secrets/settle.ts';
import { conclude, actorOf, circumstances } from './conclude.ts';
import { type Run, tryAgain, over, stillLive } from './running.ts';

export type Compared = Extract<Judged, { kind: 'COMPARED' }>;

export interface Ready<L, P> {
  readonly loaded: L;
  /** Null where the entry was wrong: then there is nothing to prepare for. */
  readonly prepared: P | null;
  readonly hashes: Partial<PersonRow>;
}

/** Within the transaction: counts a wrong entry, or acts on a right one if everything still stands as it was compared. */
export async function judge<E, S, L, P>(
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
    return refuse(wrong(act, prover, running, claim, settled));
  }
  // Its mark had run out and was counted, or the PIN was changed meanwhile: it was compared with nothing that is.
  if (!settled.known || judged.pinsVersion !== prover.pinsVersion) {
    apply(act, taken);
    await act.finish(taken.events, { kind: 'SYSTEM' }, circumstances(act, running));
    return tryAgain('BUSY', 1);
  }
  const because =
    command.proof.by === 'LOGON' ? command.proof.hopeless(act, ready.loaded, claim, asked) : null;
  // Whoever logs on may still have another session, their own or somebody else's: it is not what entitles them.
  if (because !== null || (command.proof.by !== 'LOGON' && !stillLive(act, prover, asked))) {
    apply(act, taken);
    const refused = {
      type: 'ATTEMPT_REFUSED',
      because: because ?? 'LOCKED',
      person: whoIs(prover),
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
  if ('refused' in decision) {
    act.discard();
    // Right only as part of a complete success: a refused act clears nothing.
    apply(act, taken);
  }
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

function wrong<E, S, L, P>(
  act: Act,
  prover: PersonRow,
  { command }: Run<E, S, L, P>,
  claim: Claim,
  settled: Settled,
): Refusal {
  if (command.proof.by === 'LOGON') return { code: 'LOGON_REFUSED' };
  const locks = locksWhom(kindOf(prover), act.contract.lockLinkage);
  const withCard = claim.entries.some(({ secret }) => secret === 'ONE_TIME_PASSWORD');
  return {
    code: 'WRONG_PIN',
    attemptsLeft: settled.attemptsLeft,
    locks,
    ...(withCard && { withCard }),
  };
}
