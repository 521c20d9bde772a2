import { parseYen, smallest, type Yen, zeroYen } from './money.ts';
import type { Action, Permission, Service } from './permission.ts';
import { type InputProblem, problem } from './problem.ts';

/** The services that move money, and so have limits (R14). */
export const moneyServices = [
  'FUNDS_TRANSFER',
  'TAX_AND_BILL_PAYMENT',
  'BULK_TRANSFER',
  'PAYROLL',
] as const satisfies readonly Service[];

export type MoneyService = (typeof moneyServices)[number];

/** 1回あたり and 1日あたり, a day being one in Japan. */
export interface Amounts {
  readonly perTransaction: Yen;
  readonly perDay: Yen;
}

/** Amounts as they came in: whole numbers are looked for below. */
export interface EnteredAmounts {
  readonly perTransaction: number;
  readonly perDay: number;
}

export interface EnteredLimit {
  readonly service: Service;
  readonly limit: EnteredAmounts;
}

/** `ceiling` is null for services that move no money; where they do, none means 0. */
export interface EnteredCeiling {
  readonly service: Service;
  readonly ceiling: EnteredAmounts | null;
}

/** What a limit that was never set comes to. */
export const noLimit: Amounts = { perTransaction: zeroYen, perDay: zeroYen };

export function isMoneyService(service: Service): service is MoneyService {
  return moneyServices.some((each) => each === service);
}

const held: Record<Action, readonly (keyof Amounts)[]> = {
  VIEW: [],
  CREATE: ['perTransaction'],
  APPROVE: ['perTransaction'],
  EXECUTE: ['perTransaction', 'perDay'],
  SEND: ['perTransaction', 'perDay'],
};

/**
 * Which amounts an action is held to (R14): what is executed or sent reserves of the day's, what is
 * created or approved reserves nothing, and where no money moves there is nothing to hold to.
 */
export function heldTo({ service, action }: Permission): readonly (keyof Amounts)[] {
  return isMoneyService(service) ? held[action] : [];
}

/**
 * What counts at the moment of authorising (R14): of each amount the smallest of the desk's
 * ceiling, the contract's limit (null: never set, so at the ceiling) and the user's (null: 0).
 */
export function effectiveLimit(
  ceiling: Amounts,
  contractLimit: Amounts | null,
  userLimit: Amounts | null,
): Amounts {
  const company = contractLimit ?? ceiling;
  const user = userLimit ?? noLimit;
  return {
    perTransaction: smallest(ceiling.perTransaction, company.perTransaction, user.perTransaction),
    perDay: smallest(ceiling.perDay, company.perDay, user.perDay),
  };
}

/** So much of an amount as copying a limit may keep: 2 is the half. Rounded down, to whole yen. */
export function partOf(amounts: Amounts, divisor: number): Amounts {
  const part = (amount: Yen) => Math.floor(amount / divisor) as Yen;
  return { perTransaction: part(amounts.perTransaction), perDay: part(amounts.perDay) };
}

/**
 * What is wrong with the limits entered for a user. One above the contract's is allowed: the
 * smaller counts, and lowering the upper one would bring about the same.
 */
export function checkUserLimits(
  list: readonly EnteredLimit[],
  contractServices: readonly Service[],
  path: string,
): readonly InputProblem[] {
  return list.flatMap(({ limit }, index) => {
    const at = `${path}.${index}`;
    const amiss = serviceProblem(list, index, contractServices);
    if (amiss !== null) return [problem(`${at}.service`, amiss)];
    return checkAmounts(limit, `${at}.limit`);
  });
}

/** What is wrong with the services and ceilings that the desk entered for a contract. */
export function checkCeilings(
  list: readonly EnteredCeiling[],
  path: string,
): readonly InputProblem[] {
  return list.flatMap(({ service, ceiling }, index) => {
    const at = `${path}.${index}`;
    if (namedBefore(list, index)) return [problem(`${at}.service`, 'NAMED_TWICE')];
    if (ceiling === null) return [];
    if (!isMoneyService(service)) return [problem(`${at}.ceiling`, 'SERVICE_MOVES_NO_MONEY')];
    return checkAmounts(ceiling, `${at}.ceiling`);
  });
}

/** What is wrong with the contract's own limits: as a user's, and none above its ceiling. */
export function checkContractLimits(
  list: readonly EnteredLimit[],
  ceilings: ReadonlyMap<Service, Amounts>,
  path: string,
): readonly InputProblem[] {
  const entered = checkUserLimits(list, [...ceilings.keys()], path);
  if (entered.length > 0) return entered;
  return list.flatMap(({ service, limit }, index) => {
    const ceiling = ceilings.get(service) ?? noLimit;
    return (['perTransaction', 'perDay'] as const)
      .filter((amount) => limit[amount] > ceiling[amount])
      .map((amount) =>
        problem(`${path}.${index}.limit.${amount}`, 'ABOVE_CEILING', {
          min: 0,
          max: ceiling[amount],
        }),
      );
  });
}

/** A limit per transaction above the day's could never be used, and is taken for a slip. */
function checkAmounts(entered: EnteredAmounts, path: string): readonly InputProblem[] {
  const problems = (['perTransaction', 'perDay'] as const).flatMap((amount) => {
    const read = parseYen(entered[amount], `${path}.${amount}`);
    return read.ok ? [] : [read.error];
  });
  if (problems.length > 0) return problems;
  return entered.perTransaction > entered.perDay
    ? [problem(`${path}.perTransaction`, 'PER_TRANSACTION_ABOVE_DAY')]
    : [];
}

function serviceProblem(
  list: readonly EnteredLimit[],
  index: number,
  contractServices: readonly Service[],
): 'SERVICE_MOVES_NO_MONEY' | 'SERVICE_NOT_IN_CONTRACT' | 'NAMED_TWICE' | null {
  const service = list[index]?.service;
  if (service === undefined) return null;
  if (!isMoneyService(service)) return 'SERVICE_MOVES_NO_MONEY';
  if (!contractServices.includes(service)) return 'SERVICE_NOT_IN_CONTRACT';
  return namedBefore(list, index) ? 'NAMED_TWICE' : null;
}

function namedBefore(list: readonly { readonly service: Service }[], index: number): boolean {
  return list.slice(0, index).some((other) => other.service === list[index]?.service);
}
