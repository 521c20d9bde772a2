import { parseContractId } from '@monban/domain/id';

import type { Queries } from '../../db/client.ts';
import { connection, readPage } from '../../graphql/connection.ts';
import type { Asked } from '../../operation.ts';
import { countWaiting, selectWaiting } from './desk-act.store.ts';
import { deskActView } from './desk-act-view.ts';

export interface DeskActsArgs {
  readonly first: number;
  readonly after: string | null;
  readonly contractId: string | null;
}

/** What waits for a second person: of one contract, which an opening will be, or of all. */
export async function deskActs(args: DeskActsArgs, { services }: Asked) {
  const { database, now } = services;
  const page = readPage(args.first, args.after);
  const read = args.contractId === null ? null : parseContractId(args.contractId, 'contractId');
  if (read?.ok === false) return connection([], page, 0, String, String);
  const contractId = read?.value ?? null;
  const at = now();
  const find = (queries: Queries) =>
    Promise.all([
      selectWaiting(queries, contractId, at, page.after, page.first + 1).execute(),
      countWaiting(queries, contractId, at).execute(),
    ]);
  const [rows, [total]] =
    contractId === null
      ? await database.across(({ queries }) => find(queries))
      : await find(database.reading(contractId));
  return connection(rows, page, total?.count ?? 0, ({ actId }) => actId, deskActView);
}
