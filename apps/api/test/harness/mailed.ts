import type postgres from 'postgres';
import { vi } from 'vitest';

import type { Taken, TestMailServer } from './mail-server.ts';
import { bank, openContract, ask } from './seed.ts';
import type { Ground } from './server.ts';

/** A notice as the outbox has it, in the order in which it happened. */
export interface Written {
  readonly contractId: string;
  readonly number: number;
  readonly address: string;
  readonly messageId: string;
  readonly sent: boolean;
  readonly failed: boolean;
  readonly tries: number;
  readonly reply: string | null;
}

export async function outbox(sql: postgres.Sql): Promise<readonly Written[]> {
  return sql<Written[]>`
    select contract_id as "contractId", number::int, address, message_id as "messageId", sent_at is not null as sent,
      failed_at is not null as failed, tries, reply
    from outbox order by contract_id, number, address`;
}

/** Waits until nothing waits any more. */
export async function drained(sql: postgres.Sql, seconds = 60): Promise<void> {
  await vi.waitFor(
    async () => {
      const [row] = await sql<{ waiting: number }[]>`
        select count(*)::int as waiting from outbox where sent_at is null and failed_at is null`;
      if (row?.waiting !== 0) throw new Error(`${row?.waiting} notices wait`);
    },
    { timeout: seconds * 1000, interval: 20 },
  );
}

/** What arrived, without repetitions: each Message-ID once, where it came first. */
export function distinct(taken: readonly Taken[]): readonly Taken[] {
  const seen = new Set<string>();
  return taken.filter(({ messageId }) => !seen.has(messageId) && seen.add(messageId));
}

/**
 * What A23 wants of what arrived: of every act one mail for each of its recipients by Message-ID, nothing else, and for
 * each recipient in the order in which it happened.
 */
export async function judge(
  sql: postgres.Sql,
  { taken }: Pick<TestMailServer, 'taken'>,
): Promise<Record<'written' | 'missing' | 'strange' | 'repeated' | 'outOfOrder', number>> {
  const written = (await outbox(sql)).filter(({ failed }) => !failed);
  const first = distinct(taken);
  const idOf = ({ messageId }: Written) => `<${messageId}@bank.example>`;
  const known = new Map(written.map((notice) => [idOf(notice), notice]));
  const arrived = new Set(first.map(({ messageId }) => messageId));
  const last = new Map<string, number>();
  let outOfOrder = 0;
  for (const { messageId } of first) {
    const notice = known.get(messageId);
    if (notice === undefined) continue;
    const recipient = `${notice.contractId}/${notice.address}`;
    if (notice.number < (last.get(recipient) ?? 0)) outOfOrder += 1;
    last.set(recipient, notice.number);
  }
  return {
    written: written.length,
    missing: written.filter((notice) => !arrived.has(idOf(notice))).length,
    strange: first.filter(({ messageId }) => !known.has(messageId)).length,
    repeated: taken.length - first.length,
    outOfOrder,
  };
}

/** A contract that tells several addresses of everything. */
export async function contractTelling(
  url: string,
  ground: Ground,
  sql: postgres.Sql,
  addresses: readonly string[],
): Promise<string> {
  const [first, ...more] = addresses;
  const { contractId } = await openContract(url, ground, { notificationAddress: first });
  for (const address of more)
    await sql`insert into notification_addresses (contract_id, address, status, added_at)
      values (${contractId}, ${address}, 'IN_FORCE', now())`;
  return contractId;
}

/** Acts of the desk, each told to every address of the contract. */
export async function act(
  url: string,
  ground: Ground,
  contractId: string,
  times: number,
): Promise<void> {
  const desk = bank(url, ground, ['desk']);
  for (let each = 0; each < times; each += 1) {
    acts += 1;
    await ask(desk, 'setIdleMinutes', { contractId, idleMinutes: 1 + (acts % 60) });
  }
}

/** No two acts in a row set the same. */
let acts = 0;
