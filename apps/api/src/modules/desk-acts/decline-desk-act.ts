import { mayDecline } from '@monban/domain/two-persons';

import { openAct } from '../../act.ts';
import { forbidden } from '../../graphql/faults.ts';
import { type Answer, type Asked, refuse } from '../../operation.ts';
import { lockDeskAct, updateDeskAct } from './desk-act.store.ts';
import { askedByOf, type DeskActView, deskActView } from './desk-act-view.ts';
import { type DeskActInput, readActInput } from './read-act-input.ts';

interface DeskActDeclined {
  readonly __typename: 'DeskActDeclined';
  readonly act: DeskActView;
}

/** Somebody at the desk declines what waits, or whoever asked withdraws it. An opening has no history to say so in. */
export async function declineDeskAct(
  input: DeskActInput,
  { caller, services }: Asked,
): Promise<Answer<DeskActDeclined>> {
  if (caller.kind !== 'BANK') throw forbidden();
  const { clientId, subject } = caller.bank;
  const read = readActInput(input);
  if (!read.ok) return refuse(read.error);
  const { contractId, actId, desk } = read.value;
  const now = services.now();
  return services.database.acting(contractId, async (tx) => {
    const { queries } = tx;
    // Behind the contract's lock, as whoever approves takes it.
    const opened = await openAct(tx, contractId, null, now, (on) =>
      lockDeskAct(on, contractId, actId).execute(),
    );
    const [act] = opened?.loaded ?? (await lockDeskAct(queries, contractId, actId));
    if (act === undefined) return refuse({ code: 'NOT_FOUND', what: 'DESK_ACT' });
    const may = mayDecline(act, now);
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    const decided = { decidedAt: now, decidedClient: clientId, decidedSubject: subject };
    tx.atCommit(updateDeskAct(queries, contractId, actId, { status: 'DECLINED', ...decided }));
    const { operation } = act;
    await opened?.act.finish(
      [{ type: 'DESK_ACT_DECLINED', operation, actId, askedBy: askedByOf(act), desk }],
      { kind: 'BANK', clientId, subject },
      { at: now, operation: 'declineDeskAct', address: caller.origin.address },
    );
    return { done: { __typename: 'DeskActDeclined', act: deskActView(act) } as const };
  });
}
