import {
  type DeskNote,
  type WaitingOperation,
  waitingOperations,
} from '@monban/domain/history-event';
import { afterDays } from '@monban/domain/instant';
import { type DeskSecret, mayApprove, mayBeShown } from '@monban/domain/two-persons';

import type { Act, OpenAct } from '../act.ts';
import type { BankCaller } from '../bank/bank-caller.ts';
import type { Queries } from '../db/client.ts';
import type { DeskActRow } from '../db/rows.ts';
import { forbidden } from '../graphql/faults.ts';
import {
  insertDeskAct,
  insertSeen,
  lockDeskAct,
  selectSeen,
  updateDeskAct,
} from '../modules/desk-acts/desk-act.store.ts';
import { askedByOf, deskActView, drawActId } from '../modules/desk-acts/desk-act-view.ts';
import { type Answer, type Asked, type Decision, refuse, type Refusing } from '../operation.ts';
import { actorOf, circumstances } from './conclude.ts';
import type { Run } from './running.ts';

/** A second person's word for an act that waits. */
export interface Approval {
  readonly actId: string;
  readonly desk: DeskNote;
}

/** What an approval is judged by, read behind the contract's lock; the act's row is locked. */
export interface Waiting {
  readonly deskAct: DeskActRow | null;
  /** What the one who approves was ever shown of this contract. */
  readonly seen: readonly DeskSecret[];
}

export async function loadWaiting(
  queries: Queries,
  contractId: string,
  { actId }: Approval,
  asked: Asked,
): Promise<Waiting> {
  const [[deskAct = null], seen] = await Promise.all([
    lockDeskAct(queries, contractId, actId).execute(),
    selectSeen(queries, contractId).execute(),
  ]);
  const { subject } = bankOf(asked);
  const own = seen.filter((each) => each.subject === subject);
  return { deskAct, seen: own.map(({ secret }) => secret) };
}

/** Why it can't be approved by this human now; null: it can. */
export function whyNotApproved({ deskAct }: Waiting, asked: Asked): Refusing | null {
  if (deskAct === null) return refuse({ code: 'NOT_FOUND', what: 'DESK_ACT' });
  const may = mayApprove(deskAct, bankOf(asked).subject, asked.services.now());
  return may === 'ALLOWED' ? null : refuse({ code: 'NOT_ALLOWED_NOW', because: may });
}

/** What the act came to, for the one who approves it: the registration PIN is theirs, the card is fetched apart. */
export function approved<S extends object>(
  act: Act,
  decision: Decision<S>,
  { deskAct, seen }: Waiting,
  { desk }: Approval,
  asked: Asked,
): Decision<S> {
  if ('refused' in decision || deskAct === null) return decision;
  if (showsPin(decision.done)) {
    const may = mayBeShown('REGISTRATION_PIN', seen);
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    noteSeen(act, 'REGISTRATION_PIN', asked);
  }
  const { contractId, actId, operation } = deskAct;
  const { clientId, subject } = bankOf(asked);
  act.atCommit(
    updateDeskAct(act.queries, contractId, actId, {
      status: 'APPROVED',
      decidedAt: act.now,
      decidedClient: clientId,
      decidedSubject: subject,
    }),
  );
  const askedBy = askedByOf(deskAct);
  return {
    done: decision.done,
    events: [{ type: 'DESK_ACT_APPROVED', operation, actId, askedBy, desk }, ...decision.events],
  };
}

/** Two persons: what the act would have done is forgotten, and waits for another human's approval. */
export async function putAside<E, S, L, P>(
  act: OpenAct,
  running: Run<E, S, L, P>,
  desk: DeskNote,
  isOpening: boolean,
): Promise<Answer<S>> {
  const { command, input, asked } = running;
  const { contractId } = act.contract;
  const { clientId, subject } = bankOf(asked);
  const deskAct: DeskActRow = {
    contractId,
    actId: drawActId(contractId),
    operation: waitingOperation(command.name),
    // The input of every act of the desk is an object. Here with the contract ID that was drawn for an opening.
    input: JSON.stringify({ ...(input as object), contractId }),
    status: 'WAITING',
    askedAt: act.now,
    expiresAt: afterDays(act.now, asked.services.settings.deskActDays),
    askedClient: clientId,
    askedSubject: subject,
    decidedAt: null,
    decidedClient: null,
    decidedSubject: null,
  };
  act.discard();
  act.atCommit(insertDeskAct(act.queries, deskAct));
  const { operation, actId } = deskAct;
  // An opening has no history yet: it is told there once it is approved.
  const events = isOpening ? [] : [{ type: 'DESK_ACT_ASKED', operation, actId, desk } as const];
  await act.finish(events, actorOf(running, act, 'RIGHT'), circumstances(act, running));
  return { waiting: deskActView(deskAct) };
}

/** What waits under a name that nobody could approve would wait for ever. */
function waitingOperation(name: string): WaitingOperation {
  const known = waitingOperations.find((each) => each === name);
  if (known === undefined) throw new Error(`${name} can't be approved: domain, history-event.ts`);
  return known;
}

/** One person alone: notes which secrets the answer shows them, so that they hold back later if two are wanted. */
export function noteShown(act: Act, done: object, asked: Asked): void {
  if (showsPin(done)) noteSeen(act, 'REGISTRATION_PIN', asked);
  const card = 'card' in done ? done.card : null;
  if (hasCardId(card)) noteSeen(act, 'CARD', asked, card.cardId);
}

function noteSeen(act: Act, secret: DeskSecret, asked: Asked, cardId = ''): void {
  const { subject } = bankOf(asked);
  const { contractId } = act.contract;
  act.atCommit(insertSeen(act.queries, { contractId, secret, cardId, subject, at: act.now }));
}

// By the names that the schema gives them in every answer: nobody who builds an act can forget to say so.
function showsPin(done: object): boolean {
  return 'registrationPin' in done && done.registrationPin !== null;
}

function hasCardId(card: unknown): card is { readonly cardId: string } {
  return typeof card === 'object' && card !== null && 'cardId' in card;
}

function bankOf({ caller }: Asked): BankCaller {
  if (caller.bank === null) throw forbidden();
  return caller.bank;
}
