import { noteOfWaiting } from '@monban/domain/two-persons';
import { sql } from 'drizzle-orm';

import { actOn, openAct, type OpenAct } from '../act.ts';
import type { Queries, Tx } from '../db/client.ts';
import { selectNotificationAddresses } from '../modules/addresses/address.store.ts';
import { type Answer, type Decision, type Proof, refuse, type Refusing } from '../operation.ts';
import { conclude } from './conclude.ts';
import { prepareUnderPermit } from './prepare.ts';
import { type Run, tryAgain } from './running.ts';
import {
  type Approval,
  approved,
  loadWaiting,
  noteShown,
  putAside,
  type Waiting,
  whyNotApproved,
} from './second-person.ts';

type ByToken<E, L> = Extract<Proof<E, L>, { by: 'BANK_TOKEN' }>;

// An opening that waits leaves no contract behind.
const beforeOpening = sql`savepoint opening`;
const takeBackOpening = sql`rollback to savepoint opening`;

interface Opened<L> {
  readonly act: OpenAct;
  readonly loaded: L;
  /** Null: nothing waits that is to be approved. */
  readonly waiting: Waiting | null;
}

/**
 * Acts that the bank's token entitles to. With two persons on, an act that needs another human is tried, forgotten and
 * put aside; approved, it is decided anew on what then stands.
 */
export async function runByToken<E, S extends object, L, P>(
  running: Run<E, S, L, P>,
  proof: ByToken<E, L>,
  approval: Approval | null,
): Promise<Answer<S>> {
  const { command, entered, asked } = running;
  const contractId = proof.contractId(entered);
  const prepared = await prepareUnderPermit(running, contractId, null);
  if (prepared === null) return tryAgain('BUSY', 5);
  return asked.services.database.acting(contractId, async (tx) => {
    const opened = await openByToken(running, proof, tx, approval);
    if ('refused' in opened) return opened;
    const { act, loaded, waiting } = opened;
    const decide = (): Decision<S> | Promise<Decision<S>> =>
      command.act(act, { entered, asked, loaded, prepared: prepared.ready });
    if (approval !== null && waiting !== null) {
      const not = whyNotApproved(waiting, asked);
      const decision = not ?? approved(act, await decide(), waiting, approval, asked);
      if ('refused' in decision) act.discard();
      return conclude(act, running, decision);
    }
    const decision = await decide();
    if ('refused' in decision) {
      act.discard();
      return conclude(act, running, decision);
    }
    const note = asked.services.settings.twoPersons ? noteOfWaiting(decision.events) : null;
    if (note !== null) {
      if (proof.opens !== undefined) await tx.queries.execute(takeBackOpening);
      return putAside(act, running, note, proof.opens !== undefined);
    }
    noteShown(act, decision.done, asked);
    return conclude(act, running, decision);
  });
}

async function openByToken<E, S, L, P>(
  { command, entered, asked }: Run<E, S, L, P>,
  proof: ByToken<E, L>,
  tx: Tx,
  approval: Approval | null,
): Promise<Opened<L> | Refusing> {
  const { queries } = tx;
  const now = asked.services.now();
  const contractId = proof.contractId(entered);
  const load = (on: Queries) => command.load(on, contractId, entered, asked);
  const loadApproval = (on: Queries) =>
    approval === null ? null : loadWaiting(on, contractId, approval, asked);
  if (proof.opens === undefined) {
    const opened = await openAct(tx, contractId, null, now, (on) =>
      Promise.all([load(on), loadApproval(on)]),
    );
    if (opened === null) return refuse({ code: 'NOT_FOUND', what: 'CONTRACT' });
    const [loaded, waiting] = opened.loaded;
    return { act: opened.act, loaded, waiting };
  }
  // Before there is a contract: of several who approve, the others wait for this row.
  const waiting = await loadApproval(queries);
  const not = waiting === null ? null : whyNotApproved(waiting, asked);
  if (not !== null) return not;
  if (approval === null && asked.services.settings.twoPersons) await queries.execute(beforeOpening);
  const contract = await proof.opens(queries, entered, asked);
  if (contract === null) return refuse({ code: 'CONFLICT', about: 'CONTRACT_ID_TAKEN' });
  const [addresses, loaded] = await Promise.all([
    selectNotificationAddresses(queries, contractId),
    load(queries),
  ]);
  return { act: actOn(tx, contract, null, addresses, now), loaded, waiting };
}
