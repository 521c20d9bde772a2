import { idempotencyKeyDays } from '@monban/domain/authorization';
import { expiryWarning, warnedAt } from '@monban/domain/certificate';
import { type Instant, after, afterDays, japanDay } from '@monban/domain/instant';

import { openAct } from './act.ts';
import type { Queries } from './db/client.ts';
import { takeTalliesBefore } from './history/history.store.ts';
import { countedEvents } from './history/refusals.ts';
import { errorFields } from './log.ts';
import { forgetKeysUntil, voidExpired } from './modules/authorizations/authorization.store.ts';
import { noteWarned, selectEnds } from './modules/certificates/certificate.store.ts';
import { lockContract } from './modules/contracts/contract.store.ts';
import { whoIs } from './secrets/settle.ts';
import type { Services } from './services.ts';
import {
  deleteSessionsBefore,
  deleteTriesUntil,
  deleteUsageBefore,
  selectTallied,
  selectWithEndingCertificates,
  selectWithExpired,
  selectWithOldRequests,
  selectWithSessionsBefore,
} from './sweep.store.ts';

/** What nobody's act does: appends what was only counted in hours that are over, and drops what is long over. */
export interface Sweeping {
  /** Lets a sweep that runs finish, and begins no other. */
  stop(): Promise<void>;
}

const everyMinutes = 5;
const expiryEverySeconds = 30;
const day = 24 * 3_600_000;
const hour = 3_600_000;
export const contractsAPage = 500;
/** No contract has this ID. */
const noContract = '-';

/** Sweeps every few minutes. Several servers on one database do so side by side: each tally is taken out once. */
export function startSweeping(services: Services): Sweeping {
  const sweeping = [
    every(everyMinutes * 60, services, sweep),
    every(expiryEverySeconds, services, sweepExpired),
    // What the bank has revoked counts within this.
    every(expiryEverySeconds, services, ({ bankAuthorities }) =>
      Promise.resolve(bankAuthorities?.refresh()),
    ),
  ];
  return { stop: async () => void (await Promise.all(sweeping.map(({ stop }) => stop()))) };
}

/** Does some work again and again, one at a time; a fault is noted, and the next turn comes. */
export function every(
  seconds: number,
  services: Services,
  work: (services: Services) => Promise<void>,
): Sweeping {
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    // The last one still runs; its turn is this one's.
    if (!idle) return;
    idle = false;
    running = work(services)
      .catch((fault: unknown) => services.log.warn('a sweep failed', errorFields(fault)))
      .finally(() => void (idle = true));
  }, seconds * 1000);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}

/** Frees what was reserved and left alone; whoever asks in between finds it free already. */
export async function sweepExpired(services: Services): Promise<void> {
  const at = services.now();
  await eachContract(
    services,
    (queries, behind) => selectWithExpired(queries, at, behind, contractsAPage),
    (contractId) =>
      services.database.acting(contractId, async ({ queries }) => {
        // Behind the contract's lock, as everything that changes what is used.
        await lockContract(queries, contractId);
        await voidExpired(queries, contractId, at).execute();
      }),
  );
}

/** One sweep over all contracts. */
export async function sweep(services: Services): Promise<void> {
  const now = services.now();
  const thisHour = Math.floor(now / hour) * hour;
  const long = after(now, -2 * services.settings.sessionSeconds);
  await eachContract(
    services,
    (queries, behind) => selectTallied(queries, thisHour, behind, contractsAPage),
    (contractId) => appendTallies(services, contractId, thisHour),
  );
  await eachContract(
    services,
    (queries, behind) => selectWithSessionsBefore(queries, long, behind, contractsAPage),
    (contractId) =>
      services.database.stating(contractId, (queries) =>
        deleteSessionsBefore(queries, contractId, long),
      ),
  );
  // The usage of days that are over goes with the keys of their requests.
  const old = now - idempotencyKeyDays * day;
  await eachContract(
    services,
    (queries, behind) => selectWithOldRequests(queries, old, japanDay(old), behind, contractsAPage),
    (contractId) =>
      services.database.acting(contractId, async ({ queries }) => {
        await lockContract(queries, contractId);
        await forgetKeysUntil(queries, contractId, old);
        await deleteUsageBefore(queries, contractId, japanDay(old));
      }),
  );
  await eachContract(
    services,
    (queries, behind) =>
      selectWithEndingCertificates(
        queries,
        now,
        warnedAt.map((days) => ({ days, until: afterDays(now, days) })),
        behind,
        contractsAPage,
      ),
    (contractId) => warnOfEnds(services, contractId),
  );
  await services.database.stating(noContract, (queries) => deleteTriesUntil(queries, now - hour));
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

type Page = readonly { readonly contractId: string }[];

/** Finds contracts under the role that sees all of them, and acts on each in its own scope. */
export async function eachContract(
  { database, log }: Services,
  find: (queries: Queries, behind: string) => PromiseLike<Page>,
  act: (contractId: string) => Promise<unknown>,
): Promise<void> {
  const readPage = (behind: string) =>
    database.across(async ({ queries }) => find(queries, behind));
  let page = await readPage('');
  for (;;) {
    for (const { contractId } of page) {
      // One contract's fault is no reason to leave out the others.
      await act(contractId).catch((fault: unknown) =>
        log.warn('a contract could not be swept', errorFields(fault)),
      );
    }
    const last = page.at(-1);
    if (last === undefined || page.length < contractsAPage) return;
    page = await readPage(last.contractId);
  }
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
