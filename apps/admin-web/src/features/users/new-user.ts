import { parseEmailAddress, parseName, parseUserId } from '@monban/domain/id';
import { type MoneyService, moneyServices } from '@monban/domain/limit';
import { parseYenText } from '@monban/domain/money';
import type { Permission } from '@monban/domain/permission';
import { problem } from '@monban/domain/problem';
import type { Result } from '@monban/domain/result';
import type { InputProblem } from '@monban/domain/problem';
import type { Words } from '@monban/domain/wording/vocabulary';
import { type Confirmed, notConfirmed } from '../../forms/confirmation.tsx';
import type { AddUserInput } from '../../graphql/generated/graphql.ts';

export type AmountName = 'perTransaction' | 'perDay';
export type LimitField = `${MoneyService}-${AmountName}`;

const amountNames: readonly AmountName[] = ['perTransaction', 'perDay'];

/** What the form for a new user holds: amounts as they were typed. */
export type NewUserValues = Confirmed & {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly permissions: readonly Permission[];
} & Readonly<Record<LimitField, string>>;

export function limitField(service: MoneyService, amount: AmountName): LimitField {
  return `${service}-${amount}`;
}

const noLimits = Object.fromEntries(
  moneyServices.flatMap((service) =>
    amountNames.map((amount) => [limitField(service, amount), '']),
  ),
) as Record<LimitField, string>;

export const emptyNewUser: NewUserValues = {
  ...notConfirmed,
  ...noLimits,
  userId: '',
  name: '',
  email: '',
  permissions: [],
};

/** The services that move money and in which something beyond looking is granted (R14). */
export function servicesWithLimits(permissions: readonly Permission[]): readonly MoneyService[] {
  return moneyServices.filter((service) =>
    permissions.some((each) => each.service === service && each.action !== 'VIEW'),
  );
}

/** An amount as typed, in yen; empty is ¥0. */
export function amountOf(values: NewUserValues, service: MoneyService, amount: AmountName) {
  const field = limitField(service, amount);
  const text = values[field];
  return parseYenText(text.trim() === '' ? '0' : text, field);
}

/** What can be known to be wrong before anything is sent. */
export function checkNewUser(
  words: Words,
  values: NewUserValues,
  label: (service: MoneyService, amount: AmountName) => string,
): Partial<Record<keyof NewUserValues, string>> {
  const found: Partial<Record<keyof NewUserValues, string>> = {};
  const note = (field: keyof NewUserValues, read: Result<unknown, InputProblem>) => {
    if (!read.ok) found[field] = words.inputProblem(read.error);
  };
  note('userId', parseUserId(values.userId, 'userId'));
  note('name', parseName(values.name, 'name'));
  if (values.email !== '') note('email', parseEmailAddress(values.email, 'email'));
  for (const service of servicesWithLimits(values.permissions)) {
    for (const amount of amountNames) {
      const read = amountOf(values, service, amount);
      if (!read.ok) {
        found[limitField(service, amount)] = words.inputProblem(read.error, label(service, amount));
      }
    }
    const once = amountOf(values, service, 'perTransaction');
    const daily = amountOf(values, service, 'perDay');
    if (once.ok && daily.ok && once.value > daily.value) {
      const field = limitField(service, 'perTransaction');
      found[field] = words.inputProblem(
        problem(field, 'PER_TRANSACTION_ABOVE_DAY'),
        label(service, 'perTransaction'),
      );
    }
  }
  return found;
}

/** What is sent. Only after `checkNewUser` found nothing: an unreadable amount would be ¥0. */
export function inputOf(values: NewUserValues): AddUserInput {
  const yen = (service: MoneyService, amount: AmountName) => {
    const read = amountOf(values, service, amount);
    return read.ok ? read.value : 0;
  };
  return {
    userId: values.userId,
    name: values.name.trim(),
    email: values.email === '' ? null : values.email,
    permissions: values.permissions.map(({ service, action }) => ({ service, action })),
    limits: servicesWithLimits(values.permissions).map((service) => ({
      service,
      limit: {
        perTransaction: yen(service, 'perTransaction'),
        perDay: yen(service, 'perDay'),
      },
    })),
    confirmationPin: values.confirmationPin,
  };
}

/** Which field a problem of the API's belongs to: `limits.0.limit.perDay` by what was sent there. */
export function fieldOfPath(input: AddUserInput, path: string): keyof NewUserValues | undefined {
  if (path === 'userId' || path === 'name' || path === 'email') return path;
  if (path.startsWith('permissions')) return 'permissions';
  const [, index, amount] = /^limits\.([0-9]+)\.limit\.(perTransaction|perDay)$/.exec(path) ?? [];
  const named = index === undefined ? undefined : input.limits[Number(index)]?.service;
  const service = moneyServices.find((each) => each === named);
  if (service === undefined) return undefined;
  return limitField(service, amount === 'perDay' ? 'perDay' : 'perTransaction');
}
