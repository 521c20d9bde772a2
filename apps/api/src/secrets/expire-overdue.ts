import { defaultLockoutPolicy } from '@monban/domain/lockout';

import { nothingElse, openAct } from '../act.ts';
import type { Services } from '../services.ts';
import { expire } from './settle.ts';

/** Counts a person's attempts whose process died as wrong ones, with all that follows: a crash takes no count back. */
export async function expireOverdue(
  { database, now }: Services,
  contractId: string,
  personKey: string,
): Promise<void> {
  await database.acting(contractId, async (tx) => {
    const opened = await openAct(tx, contractId, personKey, now(), nothingElse);
    if (opened === null || opened.act.prover === null) return;
    const { act } = opened;
    const expired = expire(act.contract, opened.act.prover, defaultLockoutPolicy, act.now);
    act.changeProver(expired.person);
    act.changeContract(expired.contract);
    await act.finish(
      expired.events,
      { kind: 'SYSTEM' },
      { at: act.now, operation: 'expireAttempts', address: null },
    );
  });
}
