import type { HistoryEvent } from '@monban/domain/history-event';
import type { Attempt } from '@monban/domain/lockout';
import type { Lock } from '@monban/domain/status';

import type { House, PersonOf } from './house.ts';

/** How a person stands in the database. */
export interface Standing {
  readonly counts: {
    readonly registration: number;
    readonly logon: number;
    readonly confirmation: number;
    readonly oneTimePassword: number;
  };
  readonly wrong: number;
  readonly inFlight: readonly Attempt[];
  /** Whom a lock by wrong PINs stops: the person, or with the contract everybody. */
  readonly locked: 'NOBODY' | 'PERSON' | 'CONTRACT';
}

interface StandingRow {
  readonly registration: number;
  readonly logon: number;
  readonly confirmation: number;
  readonly oneTimePassword: number;
  readonly attempts: readonly Attempt[];
  readonly own: readonly Lock[];
  readonly contract: readonly Lock[];
}

export async function standingOf(
  { sql }: House,
  { contractId, personKey }: PersonOf,
): Promise<Standing> {
  const [row] = await sql<StandingRow[]>`
    select wrong_registration as registration, wrong_logon as logon, wrong_confirmation as confirmation,
      wrong_one_time_password as "oneTimePassword", attempts, persons.locks as own, contracts.locks as contract
    from persons join contracts using (contract_id) where contract_id = ${contractId} and person_key = ${personKey}`;
  if (row === undefined) throw new Error('Nobody of that ID is in the database.');
  const { registration, logon, confirmation, oneTimePassword, attempts, own, contract } = row;
  const byWrongPins = (locks: readonly Lock[]): boolean =>
    locks.some(({ reason }) => reason === 'WRONG_PINS');
  return {
    counts: { registration, logon, confirmation, oneTimePassword },
    wrong: registration + logon + confirmation + oneTimePassword,
    inFlight: attempts,
    locked: byWrongPins(contract) ? 'CONTRACT' : byWrongPins(own) ? 'PERSON' : 'NOBODY',
  };
}

/** The contract's history, the oldest first. */
export async function historyOf(
  { sql }: House,
  contractId: string,
): Promise<readonly HistoryEvent[]> {
  const rows = await sql<{ event: HistoryEvent }[]>`
    select event from history_entries where contract_id = ${contractId} order by number`;
  return rows.map(({ event }) => event);
}

/** How many wrong entries of this person the history tells of. */
export async function wrongEntriesOf(
  house: House,
  { contractId, personKey }: PersonOf,
): Promise<number> {
  const events = await historyOf(house, contractId);
  return events.filter((event) => {
    if (event.type !== 'WRONG_ENTRY') return false;
    const key = event.person.kind === 'USER' ? event.person.userId.toLowerCase() : '@administrator';
    return key === personKey;
  }).length;
}

/** How many attempts of this person were ever reserved, as the trigger saw them. */
export async function reservedOf(
  { sql }: House,
  { contractId, personKey }: PersonOf,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::integer from watched
    where contract_id = ${contractId} and person_key = ${personKey} and happened = 'RESERVED'`;
  return row?.count ?? 0;
}

/** What weighed on the person, counts and marks together, after every step. */
export async function weightsOf(
  { sql }: House,
  { contractId, personKey }: PersonOf,
): Promise<readonly number[]> {
  const rows = await sql<{ weight: number }[]>`
    select weight from watched where contract_id = ${contractId} and person_key = ${personKey} order by number`;
  return rows.map(({ weight }) => weight);
}
