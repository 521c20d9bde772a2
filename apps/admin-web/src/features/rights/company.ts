import type { UpperLimits, UserRights } from '@monban/domain/consequence';
import {
  type Amounts,
  effectiveLimit,
  isMoneyService,
  type MoneyService,
} from '@monban/domain/limit';
import type { Yen } from '@monban/domain/money';
import { type Service, services } from '@monban/domain/permission';
import type { RightsQuery } from '../../graphql/generated/graphql.ts';

/** A user with all that decides what they may do, and for how much. */
export interface CompanyUser extends UserRights {
  readonly name: string;
  readonly email: string | null;
  readonly version: number;
  /** Empty: all of the contract's. */
  readonly accounts: readonly string[];
  readonly usedToday: ReadonlyMap<Service, Yen>;
}

/** A service that moves money, with the two upper layers of its limits. */
export interface Layers {
  readonly service: MoneyService;
  readonly ceiling: Amounts;
  readonly contractLimit: Amounts;
  /** By the whole contract. */
  readonly usedToday: Yen;
}

/** What a company has, and who of it may do what. */
export interface Company {
  /** The contract's, for changes of its limits. */
  readonly version: number;
  /** In the order of the table. */
  readonly services: readonly Service[];
  readonly layers: readonly Layers[];
  readonly users: readonly CompanyUser[];
}

/** Out of the pages that were fetched; null: there is no such contract. */
export function companyOf(pages: readonly RightsQuery[]): Company | null {
  const contracts = pages.flatMap(({ contract }) => contract ?? []);
  const contract = contracts.at(-1);
  if (contract === undefined) return null;
  const had = contract.services ?? [];
  return {
    version: contract.version,
    services: services.filter((service) => had.some((each) => each.service === service)),
    layers: had.flatMap(layersOf),
    users: contracts.flatMap(({ users }) => users?.nodes ?? []).map(userOf),
  };
}

type Contract = NonNullable<RightsQuery['contract']>;
type Had = NonNullable<Contract['services']>[number];
type User = NonNullable<Contract['users']>['nodes'][number];

function layersOf({ ceiling, limit, service, usedToday }: Had): readonly Layers[] {
  if (!isMoneyService(service) || ceiling === null || limit === null) return [];
  return [
    {
      service,
      ceiling: amountsOf(ceiling),
      contractLimit: amountsOf(limit),
      usedToday: (usedToday ?? 0) as Yen,
    },
  ];
}

function userOf({
  accounts,
  email,
  limits,
  name,
  permissions,
  userId,
  version,
}: User): CompanyUser {
  return {
    userId,
    name,
    email,
    version,
    accounts,
    // Nobody who was removed is in the list.
    present: true,
    permissions: permissions.map(({ action, service }) => ({ service, action })),
    limits: limits.map(({ limit, service }) => ({ service, limit: amountsOf(limit) })),
    usedToday: new Map(limits.map(({ service, usedToday }) => [service, usedToday as Yen])),
  };
}

/** The API says whole yen and nothing else. */
function amountsOf({ perDay, perTransaction }: Had['limit'] & object): Amounts {
  return { perTransaction: perTransaction as Yen, perDay: perDay as Yen };
}

export function upperLimitsOf(layers: readonly Layers[]): UpperLimits {
  return new Map(
    layers.map(({ ceiling, contractLimit, service }) => [
      service,
      effectiveLimit(ceiling, contractLimit, ceiling),
    ]),
  );
}

/** The users whom a page is about (none named: everybody), as far as they are looked for by name or ID. */
export function found(
  users: readonly CompanyUser[],
  only: readonly string[],
  search: string,
): readonly CompanyUser[] {
  const wanted = search.trim().toLowerCase();
  return users.filter(
    ({ name, userId }) =>
      (only.length === 0 || only.includes(userId)) &&
      [name, userId].some((text) => text.toLowerCase().includes(wanted)),
  );
}
