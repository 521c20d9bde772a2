import { limitOf } from '@monban/domain/change';
import { type MoneyService, moneyServices } from '@monban/domain/limit';
import { formatYen, type Yen } from '@monban/domain/money';
import type { Words } from '@monban/domain/wording/vocabulary';
import {
  type AmountName,
  amountNames,
  checkLimitFields,
  type LimitField,
  limitField,
  limitLabel,
  limitsOf,
  type LimitValues,
} from '../../forms/limit-fields.ts';
import type { InsideMessages } from '../../messages/inside.ts';
import type { Company, CompanyUser } from './company.ts';
import type { Target } from './review.ts';
import { namesOf } from './review-part.ts';

/** For many at once an empty field leaves everybody's amount as it is: 0 is written out. */
function filledIn(values: LimitValues): LimitValues {
  const fields = moneyServices.flatMap((service) =>
    amountNames.map((amount) => {
      const field = limitField(service, amount);
      return [field, values[field]?.trim() === '' ? null : values[field]] as const;
    }),
  );
  return Object.fromEntries(fields) as LimitValues;
}

function servicesOf({ layers }: Company): readonly MoneyService[] {
  return layers.map(({ service }) => service);
}

export function limitTargets(
  company: Company,
  users: readonly CompanyUser[],
  values: LimitValues,
): readonly Target[] {
  const filled = filledIn(values);
  return users.map((user) => ({
    user,
    limits: limitsOf(filled, servicesOf(company), user.limits),
  }));
}

/** What is wrong with the amounts for whom: of two, one may stand as it is, and for each user it is another. */
export function checkUsersLimits(
  m: InsideMessages,
  words: Words,
  company: Company,
  users: readonly CompanyUser[],
  values: LimitValues,
): Partial<Record<LimitField, string>> {
  const filled = filledIn(values);
  const label = limitLabel(m, words);
  const each = users.map((user) => ({
    user,
    found: checkLimitFields(words, filled, servicesOf(company), label, { standing: user.limits }),
  }));
  const fields = new Set(each.flatMap(({ found }) => Object.keys(found) as LimitField[]));
  return Object.fromEntries(
    [...fields].map((field) => {
      const wrong = each.filter(({ found }) => found[field] !== undefined);
      const text = wrong[0]?.found[field] ?? '';
      const whom = namesOf(
        m,
        wrong.map(({ user }) => user),
      );
      return [field, wrong.length === users.length ? text : m.limits.users.ofWhom(text, whom)];
    }),
  );
}

/** What they have now, from the least to the most. */
export function rangeOf(
  m: InsideMessages,
  users: readonly CompanyUser[],
  service: MoneyService,
  amount: AmountName,
): string {
  const amounts: readonly Yen[] = users.map(({ limits }) => limitOf(limits, service)[amount]);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  return least === most
    ? formatYen(least)
    : m.limits.users.range(formatYen(least), formatYen(most));
}
