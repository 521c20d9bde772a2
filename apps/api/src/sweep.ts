import { idempotencyKeyDays } from '@monban/domain/authorization';
import { expiryWarning, warnedAt } from '@monban/domain/certificate';
import { type Instant, after, afterDays, day, hour, japanDay } from '@monban/domain/instant';

import { openAct } from './act.ts';
import { takeTalliesBefore } from './history/history.store.ts';
import { countedEvents } from './history/refusals.ts';
import type { LogFields } from './log.ts';
import { forgetKeysUntil, voidExpired } from './modules/authorizations/authorization.store.ts';
import { noteWarned, selectEnds } from './modules/certificates/certificate.store.ts';
import { revokeListed } from './modules/certificates/revoke-listed.ts';
import { lockContract } from './modules/contracts/contract.store.ts';
import { watchAuthority } from './pki/authority-end.ts';
import { whoIs } from './secrets/settle.ts';
import type { Services } from './services.ts';
import {
  deleteSessionsBefore,
  deleteTriesUntil,
  deleteUsageBefore,
  selectTallied,
  selectWithEndingCertificates,
  selectWithExpired,
  selectWithListed,
  selectWithOldRequests,
  selectWithSessionsBefore,
} from './sweep.store.ts';
import {
  contractsAPage,
  eachContract,
  every,
  type Failed,
  never,
  type Sweeping,
} from './sweeping.ts';

const everyMinutes = 5;
const expiryEverySeconds = 30;
/** No contract has this ID. */
const noContract = '-';

/**
 * What nobody's act does: appends what was only counted in hours that are over, and drops what is long over. Several
 * servers on one database do so side by side: each tally is taken out once.
 */
export function startSweeping(services: Services): Sweeping {
  const failed: Failed = (fields) => services.log.warn('a sweep failed', fields);
  const sweeping = [
    every(everyMinutes * 60, (stopping) => sweep(services, stopping), failed),
    every(expiryEverySeconds, (stopping) => sweepExpired(services, stopping), failed),
    // What the bank has revoked counts within this.
    every(expiryEverySeconds, async () => services.bankAuthorities?.refresh(), failed),
    every(3600, watchAuthority(services), failed),
  ];
  return { stop: async () => void (await Promise.all(sweeping.map(({ stop }) => stop()))) };
}

/** Frees what was reserved and left alone; whoever asks in between finds it free already. */
export async function sweepExpired(services: Services, stopping = never): Promise<void> {
  const { database, now } = services;
  const at = now();
  await eachContract(database, {
    ...sweptBy(services, stopping),
    find: (queries, behind) => selectWithExpired(queries, at, behind, contractsAPage),
    act: (contractId) =>
      database.acting(contractId, async ({ queries }) => {
        // Behind the contract's lock, as everything that changes what is used.
        await lockContract(queries, contractId);
        await voidExpired(queries, contractId, at).execute();
      }),
  });
}

/** What all of them have in common. */
const sweptBy = ({ log }: Services, stopping: AbortSignal) => ({
  stopping,
  failed: (fields: LogFields) => log.warn('a contract could not be swept', fields),
});

/** One sweep over all contracts. */
export async function sweep(services: Services, stopping = never): Promise<void> {
  const { database } = services;
  const now = services.now();
  const thisHour = Math.floor(now / hour) * hour;
  const long = after(now, -2 * services.settings.sessionSeconds);
  const swept = sweptBy(services, stopping);
  await eachContract(database, {
    ...swept,
    find: (queries, behind) => selectTallied(queries, thisHour, behind, contractsAPage),
    act: (contractId) => appendTallies(services, contractId, thisHour),
  });
  await eachContract(database, {
    ...swept,
    find: (queries, behind) => selectWithSessionsBefore(queries, long, behind, contractsAPage),
    act: (contractId) =>
      database.stating(contractId, (queries) => deleteSessionsBefore(queries, contractId, long)),
  });
  // The usage of days that are over goes with the keys of their requests.
  const old = now - idempotencyKeyDays * day;
  await eachContract(database, {
    ...swept,
    find: (queries, behind) =>
      selectWithOldRequests(queries, old, japanDay(old), behind, contractsAPage),
    act: (contractId) =>
      database.acting(contractId, async ({ queries }) => {
        await lockContract(queries, contractId);
        await forgetKeysUntil(queries, contractId, old);
        await deleteUsageBefore(queries, contractId, japanDay(old));
      }),
  });
  const ending = warnedAt.map((days) => ({ days, until: afterDays(now, days) }));
  await eachContract(database, {
    ...swept,
    find: (queries, behind) =>
      selectWithEndingCertificates(queries, now, ending, behind, contractsAPage),
    act: (contractId) => warnOfEnds(services, contractId),
  });
  const listed = services.bankAuthorities?.listedSerials(now) ?? [];
  if (listed.length > 0)
    await eachContract(database, {
      ...swept,
      find: (queries, behind) => selectWithListed(queries, listed, now, behind, contractsAPage),
      act: (contractId) => revokeListed(services, contractId),
    });
  await database.stating(noContract, (queries) => deleteTriesUntil(queries, now - hour));
}

/** R12: people are told of the end of their certificate 30 and 10 days before. */
async function warnOfEnds({ database, now }: Services, contractId: string): Promise<void> {
  await database.acting(contractId, async (tx) => {
    const at = now();
    const opened = await openAct(tx, contractId, null, at, (queries) =>
      selectEnds(queries, contractId, at),
    );
    if (opened === null) return;
    const { act, loaded } = opened;
    const warned = loaded.flatMap(({ certificate, userId }) => {
      const own = loaded
        .map((each) => each.certificate)
        .filter(({ personKey }) => personKey === certificate.personKey);
      const days = expiryWarning(certificate, own, at);
      return days === null ? [] : [{ certificate, days, person: whoIs({ userId }) }];
    });
    for (const { certificate, days } of warned)
      act.atCommit(noteWarned(act.queries, contractId, certificate.thumbprint, days));
    const events = warned.map(({ certificate: { authority, serial, until }, ...rest }) => ({
      type: 'CERTIFICATE_EXPIRING' as const,
      ...rest,
      serial,
      until,
      authority,
    }));
    await act.finish(events, { kind: 'SYSTEM' }, { at, operation: 'sweep', address: null });
  });
}

/** What was refused beyond the first in an hour becomes one entry, once the hour is over. */
async function appendTallies(
  { database, now }: Services,
  contractId: string,
  thisHour: Instant,
): Promise<void> {
  await database.acting(contractId, async (tx) => {
    const at = now();
    const opened = await openAct(tx, contractId, null, at, (queries) =>
      takeTalliesBefore(queries, contractId, thisHour),
    );
    // A decoy's are taken out and come to nothing: it has no history.
    if (opened === null || contractId.startsWith('D')) return;
    const { act, loaded } = opened;
    const circumstances = { at, operation: 'sweep', address: null };
    await act.finish(countedEvents(loaded), { kind: 'SYSTEM' }, circumstances);
  });
}
