import { defaultLockoutPolicy } from '@monban/domain/lockout';

import { nothingElse, openAct } from '../act.ts';
import { errorFields } from '../log.ts';
import type { Services } from '../services.ts';
import type { GuardedTry } from './address-guard.ts';
import { settle } from './settle.ts';

/** In a failover connections are lost one after another: the one that takes back may be among them. */
const tryAgainMilliseconds = 3000;
const pauseMilliseconds = 250;

/** Whose attempt it was, and of which operation. */
interface Taken {
  readonly contractId: string;
  readonly personKey: string;
  readonly attemptId: string;
  readonly operation: string;
}

/**
 * Takes an attempt's mark away, if it stands, and what was counted on the address: an honest entry is never made wrong
 * by us (A3). Throws nothing; a mark that can't be taken away counts as a wrong entry.
 */
export async function takeBack(
  services: Services,
  taken: Taken,
  guarded: GuardedTry,
): Promise<void> {
  const giveUpAt = performance.now() + tryAgainMilliseconds;
  for (;;) {
    try {
      await takeBackOnce(services, taken, guarded);
      return;
    } catch (fault) {
      if (performance.now() >= giveUpAt) {
        const fields = { operation: taken.operation, ...errorFields(fault) };
        services.log.error('an attempt could not be taken back', fields);
        return;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}

async function takeBackOnce(
  { database, now }: Services,
  { contractId, personKey, attemptId }: Taken,
  guarded: GuardedTry,
): Promise<void> {
  await database.acting(contractId, async (tx) => {
    const opened = await openAct(tx, contractId, personKey, now(), nothingElse);
    if (opened === null || opened.act.prover === null) return;
    const { act } = opened;
    const settled = settle(
      act.contract,
      opened.act.prover,
      attemptId,
      { void: true },
      defaultLockoutPolicy,
      act.now,
    );
    act.changeProver(settled.person);
    act.changeContract(settled.contract);
    act.atCommit(guarded.undo(tx.queries));
    await act.finish(
      settled.events,
      { kind: 'SYSTEM' },
      { at: act.now, operation: 'takeBack', address: null },
    );
  });
}
