import DataLoader from 'dataloader';

import type { Queries } from '../../db/client.ts';
import type { Services } from '../../services.ts';
import { selectAddressesOf } from '../addresses/address.store.ts';
import { selectDayUsageOf } from '../authorizations/authorization.store.ts';
import { selectLiveCardsOf } from '../cards/card.store.ts';
import { selectCertificatesOf, selectOpenGrantsOf } from '../certificates/certificate.store.ts';
import { selectAdministratorsOf } from '../persons/person.store.ts';
import { selectServicesOf } from './contract.store.ts';

type Rows<Select extends (...given: never) => PromiseLike<readonly unknown[]>> = Awaited<
  ReturnType<Select>
>;

/** What is read of a contract when it is asked for, by contract ID. */
export interface ContractLoaders {
  readonly administrators: DataLoader<string, Rows<typeof selectAdministratorsOf>>;
  readonly addresses: DataLoader<string, Rows<typeof selectAddressesOf>>;
  readonly certificates: DataLoader<string, Rows<typeof selectCertificatesOf>>;
  /** Those that wait to be answered. */
  readonly certificateGrants: DataLoader<string, Rows<typeof selectOpenGrantsOf>>;
  readonly cards: DataLoader<string, Rows<typeof selectLiveCardsOf>>;
  readonly services: DataLoader<string, Rows<typeof selectServicesOf>>;
  /** Of a day's limits, today in Japan: by the contract as a whole and by each of its users. */
  readonly usage: DataLoader<string, Rows<typeof selectDayUsageOf>>;
}

/** For one request: one statement a level, whatever the number of contracts. */
export function createContractLoaders({
  database,
  now,
}: Pick<Services, 'database' | 'now'>): ContractLoaders {
  return {
    administrators: ofContracts(database, selectAdministratorsOf),
    addresses: ofContracts(database, selectAddressesOf),
    certificates: ofContracts(database, selectCertificatesOf),
    certificateGrants: ofContracts(database, (queries, contractIds) =>
      selectOpenGrantsOf(queries, contractIds, now()),
    ),
    cards: ofContracts(database, selectLiveCardsOf),
    services: ofContracts(database, selectServicesOf),
    usage: ofContracts(database, (queries, contractIds) =>
      selectDayUsageOf(queries, contractIds, now()),
    ),
  };
}

/** One contract is read in its own scope. Of several only the bank can ask, in the role that sees them all. */
function ofContracts<Row extends { readonly contractId: string }>(
  database: Services['database'],
  select: (
    queries: Queries,
    contractIds: readonly string[],
  ) => PromiseLike<Row[]> & { execute(): Promise<Row[]> },
) {
  return new DataLoader<string, Row[]>(async (contractIds) => {
    const [first = '', ...more] = contractIds;
    const rows =
      more.length === 0
        ? await select(database.reading(first), contractIds)
        : await database.across(({ queries }) => select(queries, contractIds).execute());
    return contractIds.map((contractId) => rows.filter((row) => row.contractId === contractId));
  });
}
