import type { ContractStatus } from '@monban/domain/status';

import { connection, readPage, storable } from '../../graphql/connection.ts';
import type { Asked } from '../../operation.ts';
import { countContracts, selectContracts } from './contract-list.store.ts';
import { contractView } from './contract-view.ts';

export interface ContractsArgs {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
  readonly status: string | null;
}

/** The bank's list of all contracts: page and number in one journey, in the role that sees several contracts. */
export async function contracts(args: ContractsArgs, { services }: Asked) {
  const page = readPage(args.first, args.after);
  const filter = {
    search: args.search === null ? null : storable(args.search),
    // The schema's enum and the domain's type have the same words.
    status: args.status as ContractStatus | null,
  };
  const now = services.now();
  const [rows, [total]] = await services.database.across(({ queries }) =>
    Promise.all([
      selectContracts(queries, filter, now, page.after, page.first + 1).execute(),
      countContracts(queries, filter, now).execute(),
    ]),
  );
  return connection(
    rows,
    page,
    total?.count ?? 0,
    ({ contractId }) => contractId,
    (row) => contractView(row, now),
  );
}
