import { parseEmailAddress, parseName, parseUserId } from '@monban/domain/id';
import { type MoneyService, moneyServices } from '@monban/domain/limit';
import type { Permission } from '@monban/domain/permission';
import type { Result } from '@monban/domain/result';
import type { InputProblem } from '@monban/domain/problem';
import type { Words } from '@monban/domain/wording/vocabulary';
import { type Confirmed, notConfirmed } from '../../forms/confirmation.tsx';
import {
  type AmountName,
  checkLimitFields,
  type LimitField,
  limitFieldOfPath,
  limitFields,
  limitsOf,
} from '../../forms/limit-fields.ts';
import type { AddUserInput } from '../../graphql/generated/graphql.ts';

/** What the form for a new user holds: amounts as they were typed. */
export type NewUserValues = Confirmed & {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly permissions: readonly Permission[];
} & Readonly<Record<LimitField, string>>;

export const emptyNewUser: NewUserValues = {
  ...notConfirmed,
  ...limitFields(''),
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
  const limited = servicesWithLimits(values.permissions);
  return { ...found, ...checkLimitFields(words, values, limited, label) };
}

/** What is sent. Only after `checkNewUser` found nothing: an unreadable amount would be ¥0. */
export function inputOf(values: NewUserValues): AddUserInput {
  return {
    userId: values.userId,
    name: values.name.trim(),
    email: values.email === '' ? null : values.email,
    permissions: values.permissions.map(({ service, action }) => ({ service, action })),
    limits: [...limitsOf(values, servicesWithLimits(values.permissions))],
    confirmationPin: values.confirmationPin,
  };
}

/** Which field a problem of the API's belongs to: `limits.0.limit.perDay` by what was sent there. */
export function fieldOfPath(input: AddUserInput, path: string): keyof NewUserValues | undefined {
  if (path === 'userId' || path === 'name' || path === 'email') return path;
  if (path.startsWith('permissions')) return 'permissions';
  return limitFieldOfPath(input.limits, path);
}
