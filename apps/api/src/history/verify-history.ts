import type { Database } from '../db/client.ts';
import { selectChain, selectContractIds, selectHead } from './verification.store.ts';
import { type Break, checkChain, type KeptHead } from './verify-chain.ts';

/** What became of one contract's history. */
export interface VerifiedHistory {
  readonly contractId: string;
  /** Where it ends: noted down outside the database, it shows later that nobody wrote the whole anew (A15). */
  readonly head: KeptHead;
  /** Null: every entry is what it was when it was written. */
  readonly broken: Break | null;
}

export interface Verification {
  /** Null: every contract. */
  readonly contractId: string | null;
  /** By contract ID. */
  readonly kept: ReadonlyMap<string, KeptHead>;
}

const contractsAPage = 500;
const entriesAPage = 1_000;

/**
 * Takes every hash anew, in pages, beside the running service: what is appended meanwhile is not looked at. A
 * contract that was named or whose head was kept, and that is not there, breaks at its first entry.
 */
export async function* verifyHistory(
  database: Database,
  { contractId, kept }: Verification,
): AsyncGenerator<VerifiedHistory> {
  if (contractId !== null) {
    yield await verifyOne(database, contractId, kept.get(contractId) ?? null);
    return;
  }
  const seen = new Set<string>();
  for await (const each of everyContract(database)) {
    seen.add(each);
    yield await verifyOne(database, each, kept.get(each) ?? null);
  }
  for (const [each, head] of kept) {
    if (!seen.has(each)) yield await verifyOne(database, each, head);
  }
}

async function* everyContract(database: Database): AsyncGenerator<string> {
  const readPage = (after: string) =>
    database.across(({ queries }) => selectContractIds(queries, after, contractsAPage));
  let page = await readPage('');
  for (;;) {
    for (const { contractId } of page) yield contractId;
    const last = page.at(-1);
    if (last === undefined || page.length < contractsAPage) return;
    page = await readPage(last.contractId);
  }
}

async function verifyOne(
  database: Database,
  contractId: string,
  kept: KeptHead | null,
): Promise<VerifiedHistory> {
  const [found] = await database.across(({ queries }) => selectHead(queries, contractId));
  if (found === undefined) {
    const head = kept ?? { count: 0, hash: '' };
    return { contractId, head, broken: { number: 1, kind: 'MISSING' } };
  }
  const { historyCount, historyHash, beyond } = found;
  const head = { count: historyCount, hash: historyHash.toString('hex') };
  const unexpected = beyond === null ? null : ({ number: beyond, kind: 'UNEXPECTED' } as const);
  const broken = (await firstBreak(database, contractId, found, kept)) ?? unexpected;
  return { contractId, head, broken };
}

async function firstBreak(
  database: Database,
  contractId: string,
  head: { readonly historyCount: number; readonly historyHash: Buffer },
  kept: KeptHead | null,
): Promise<Break | null> {
  const check = checkChain(head, kept);
  const readPage = (after: number | null) =>
    database.across(({ queries }) =>
      selectChain(queries, contractId, after, head.historyCount, entriesAPage),
    );
  let page = await readPage(null);
  for (;;) {
    for (const entry of page) {
      const broken = check.take(entry);
      if (broken !== null) return broken;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < entriesAPage) return check.end();
    page = await readPage(last.number);
  }
}
