import { type AfterFresh, cellLabel, freshLogonsLeft, logonsLeft } from '@monban/domain/card';
import { parseContractId, parseUserId, userIdKey } from '@monban/domain/id';
import { isMoneyService } from '@monban/domain/limit';
import { services as everyService } from '@monban/domain/permission';
import { isTold } from '@monban/domain/notification-address';
import type { UserStatus } from '@monban/domain/status';

import type { CardRow } from '../../db/rows.ts';
import { wholeContract } from '../../db/tables/authorizations.ts';
import { connection, readPage, storable } from '../../graphql/connection.ts';
import { badUserInput } from '../../graphql/faults.ts';
import type { Asked } from '../../operation.ts';
import { isLive, sessionView } from '../../sessions/session-life.ts';
import { selectSessions } from '../../sessions/session.store.ts';
import { addressView } from '../addresses/address-view.ts';
import { administratorView } from '../administrators/administrator-view.ts';
import { usedBy } from '../authorizations/authorization.store.ts';
import { liveCard, waitingCard } from '../cards/live-card.ts';
import { amounts } from '../users/read-user.ts';
import { countMatchingUsers, selectPerson, selectUsers } from '../users/user.store.ts';
import { userView } from '../users/user-view.ts';
import { selectContract } from './contract.store.ts';
import { type ContractView, contractView } from './contract-view.ts';

/** A person's own contract, or the one that the bank names. What is another's answers like what doesn't exist. */
export async function contract(
  contractId: string | null | undefined,
  { caller, services }: Asked,
): Promise<ContractView | null> {
  const now = services.now();
  if (caller.kind === 'ADMINISTRATOR' || caller.kind === 'USER') {
    const own = caller.session.contract;
    return contractId == null || contractId === own.contractId ? contractView(own, now) : null;
  }
  if (contractId == null) throw badUserInput('contractId: a bank token must name a contract.');
  const read = parseContractId(contractId, 'contractId');
  if (!read.ok) return null;
  const [found] = await selectContract(services.database.reading(read.value), read.value);
  return found === undefined ? null : contractView(found, now);
}

export async function administratorOf({ row }: ContractView, { loaders, services }: Asked) {
  const [person] = await loaders.administrators.load(row.contractId);
  return person === undefined ? null : administratorView(row, person, services.now());
}

export interface UsersArgs {
  readonly first: number;
  readonly after?: string | null;
  readonly search?: string | null;
  readonly status?: string | null;
  readonly emailBounced?: boolean | null;
}

export async function usersOf({ row }: ContractView, args: UsersArgs, { services }: Asked) {
  const page = readPage(args.first, args.after);
  // The schema's enum and the domain's type have the same words.
  const filter = {
    search: args.search == null ? null : storable(args.search),
    status: (args.status ?? null) as UserStatus | null,
    emailBounced: args.emailBounced === true,
  };
  const { contractId } = row;
  const queries = () => services.database.reading(contractId);
  const [rows, [total]] = await Promise.all([
    selectUsers(queries(), contractId, filter, page.after, page.first + 1),
    countMatchingUsers(queries(), contractId, filter),
  ]);
  const now = services.now();
  return connection(
    rows,
    page,
    total?.count ?? 0,
    ({ personKey }) => personKey,
    (user) => userView(row, user, now),
  );
}

export async function userOf({ row }: ContractView, userId: string, { services }: Asked) {
  // Lower-casing what is no user ID could turn it into one: U+212A becomes a k.
  const read = parseUserId(userId, 'userId');
  if (!read.ok) return null;
  const [user] = await selectPerson(
    services.database.reading(row.contractId),
    row.contractId,
    userIdKey(read.value),
  );
  return user === undefined || user.userId === null ? null : userView(row, user, services.now());
}

export async function servicesOf({ contractId }: ContractView, { loaders }: Asked) {
  const [found, usage] = await Promise.all([
    loaders.services.load(contractId),
    loaders.usage.load(contractId),
  ]);
  // In the order of the table: the database has none, and an update changes it.
  const rows = everyService.flatMap((service) => found.filter((row) => row.service === service));
  return rows.map(({ service, ...layers }) =>
    isMoneyService(service)
      ? {
          service,
          ceiling: amounts(layers.ceilingPerTransaction, layers.ceilingPerDay),
          limit: amounts(layers.limitPerTransaction, layers.limitPerDay),
          usedToday: usedBy(usage, wholeContract, service),
        }
      : { service, ceiling: null, limit: null, usedToday: null },
  );
}

/** The card in force; before registration the one that was sent; of a closed contract none. */
export async function cardOf(
  { contractId, status, row }: ContractView,
  { loaders, services: { settings } }: Asked,
) {
  const card = liveCard(await loaders.cards.load(contractId), row.registeredAt);
  return card === null || status === 'CLOSED'
    ? null
    : { ...cardView(card, settings.cardAfterFresh), challenge: null };
}

/** The later card that was sent, with the cells that put it in force. */
export async function sentCardOf(
  { contractId, status, row }: ContractView,
  { loaders, services: { settings } }: Asked,
) {
  const card = waitingCard(await loaders.cards.load(contractId), row.registeredAt);
  if (card === null || status === 'CLOSED') return null;
  const cells = card.challengeCells.map((cell) => cellLabel(cell));
  return { ...cardView(card, settings.cardAfterFresh), challenge: { id: card.challengeId, cells } };
}

function cardView({ serial, status, issuedAt, uses }: CardRow, afterFresh: AfterFresh) {
  return {
    serial,
    status,
    issuedAt,
    freshLogonsLeft: freshLogonsLeft(uses),
    logonsLeft: logonsLeft(uses, afterFresh),
  };
}

/** In the order they were added, without those whose days after their replacement are over. */
export async function addressesOf({ contractId }: ContractView, { loaders, services }: Asked) {
  const rows = await loaders.addresses.load(contractId);
  const now = services.now();
  return rows
    .filter((row) => row.status === 'PENDING' || isTold(row, now))
    .toSorted((one, other) => one.addedAt - other.addedAt || (one.address < other.address ? -1 : 1))
    .map((row) => addressView(row, now));
}

export async function sessionsOf({ row }: ContractView, { services }: Asked) {
  const rows = await selectSessions(services.database.reading(row.contractId), row.contractId);
  const now = services.now();
  return rows
    .map(({ session, person }) => ({
      ...session,
      publicId: session.sessionId,
      contract: row,
      person,
    }))
    .filter((session) => isLive(session, services.settings, now))
    .map((session) => sessionView(session, services.settings));
}
