import { limitOf } from '@monban/domain/change';
import type { ServiceLimit } from '@monban/domain/history-event';
import {
  type Amounts,
  checkContractLimits,
  checkUserLimits,
  type MoneyService,
  moneyServices,
  noLimit,
} from '@monban/domain/limit';
import type { Service } from '@monban/domain/permission';
import { formatYen, parseYenText, type Yen } from '@monban/domain/money';
import type { InputProblem } from '@monban/domain/problem';
import type { Result } from '@monban/domain/result';
import type { Words } from '@monban/domain/wording/vocabulary';
import type { InsideMessages } from '../messages/inside.ts';

export type AmountName = keyof Amounts;
export type LimitField = `${MoneyService}-${AmountName}`;

export const amountNames: readonly AmountName[] = ['perTransaction', 'perDay'];

/** Amounts as they were typed, service by service; `null`: nobody touched what stands. */
export type LimitValues = Readonly<Record<LimitField, string | null>>;

export function limitField(service: MoneyService, amount: AmountName): LimitField {
  return `${service}-${amount}`;
}

/** The same in every field. */
export function limitFields<Value>(value: Value): Readonly<Record<LimitField, Value>> {
  return Object.fromEntries(
    moneyServices.flatMap((service) =>
      amountNames.map((amount) => [limitField(service, amount), value]),
    ),
  ) as Record<LimitField, Value>;
}

/** The edits that make these limits of those that stand. */
export function limitEdits(
  standing: readonly ServiceLimit[],
  wanted: readonly ServiceLimit[],
): Partial<LimitValues> {
  const edits = standing.flatMap(({ limit, service }) =>
    amountNames.map((amount) => {
      const become = limitOf(wanted, service)[amount];
      return [`${service}-${amount}`, become === limit[amount] ? null : amountText(become)];
    }),
  );
  return Object.fromEntries(edits) as Partial<LimitValues>;
}

/** An amount as it stands in a field: `1,050,000`. */
export function amountText(amount: Yen): string {
  return formatYen(amount).slice(1);
}

/** An amount as typed, in yen; empty is ¥0, untouched is what stands. */
function amountOf(
  values: LimitValues,
  service: MoneyService,
  amount: AmountName,
  standing: Amounts = noLimit,
): Result<Yen, InputProblem> {
  const field = limitField(service, amount);
  const text = values[field];
  if (text === null) return { ok: true, value: standing[amount] };
  return parseYenText(text.trim() === '' ? '0' : text, field);
}

/** Both amounts of a service; null: one of them can't be read. */
export function amountsOf(
  values: LimitValues,
  service: MoneyService,
  standing: Amounts = noLimit,
): Amounts | null {
  const once = amountOf(values, service, 'perTransaction', standing);
  const daily = amountOf(values, service, 'perDay', standing);
  return once.ok && daily.ok ? { perTransaction: once.value, perDay: daily.value } : null;
}

/** The limits as they are to become; what can't be read stays as it stands. */
export function limitsOf(
  values: LimitValues,
  services: readonly MoneyService[],
  standing: readonly ServiceLimit[] = [],
): readonly ServiceLimit[] {
  return services.map((service) => {
    const stands = limitOf(standing, service);
    return { service, limit: amountsOf(values, service, stands) ?? stands };
  });
}

/** What an amount is called in a summary of all that is wrong. */
export function limitLabel(m: InsideMessages, { labels }: Words) {
  return (service: MoneyService, amount: AmountName): string =>
    m.addUser.of(labels.service[service], m.addUser[amount]);
}

/** What can be known to be wrong with amounts before anything is sent. */
export function checkLimitFields(
  words: Words,
  values: LimitValues,
  services: readonly MoneyService[],
  label: (service: MoneyService, amount: AmountName) => string,
  against: {
    readonly standing?: readonly ServiceLimit[];
    /** Set: none may be above these. */
    readonly ceilings?: ReadonlyMap<Service, Amounts>;
  } = {},
): Partial<Record<LimitField, string>> {
  const { ceilings, standing = [] } = against;
  const said = ({ amount, service }: Place, wrong: InputProblem) =>
    [limitField(service, amount), words.inputProblem(wrong, label(service, amount))] as const;
  // What stays is not looked at: a limit may stand above a ceiling that the desk has lowered since.
  const entered = limitsOf(values, services, standing).filter(({ limit, service }) => {
    const stands = limitOf(standing, service);
    return amountNames.some((amount) => limit[amount] !== stands[amount]);
  });
  const amiss =
    ceilings === undefined
      ? checkUserLimits(entered, services, 'limits')
      : checkContractLimits(entered, ceilings, 'limits');
  const unreadable = services.flatMap((service) =>
    amountNames.flatMap((amount) => {
      const read = amountOf(values, service, amount, limitOf(standing, service));
      return read.ok ? [] : [said({ service, amount }, read.error)];
    }),
  );
  return Object.fromEntries([
    ...amiss.flatMap((wrong) => {
      const place = placeOf(entered, wrong.path);
      return place === undefined ? [] : [said(place, wrong)];
    }),
    ...unreadable,
  ]) as Partial<Record<LimitField, string>>;
}

interface Place {
  readonly service: MoneyService;
  readonly amount: AmountName;
}

/** Where `limits.0.limit.perDay` is, by what stands there. */
function placeOf(list: readonly { readonly service: string }[], path: string): Place | undefined {
  const [, index, name] = /limits\.([0-9]+)\.limit\.(perTransaction|perDay)$/.exec(path) ?? [];
  const named = index === undefined ? undefined : list[Number(index)]?.service;
  const service = moneyServices.find((each) => each === named);
  const amount = amountNames.find((each) => each === name);
  return service === undefined || amount === undefined ? undefined : { service, amount };
}

/** Which field a problem of the API's belongs to, by what was sent. */
export function limitFieldOfPath(
  sent: readonly { readonly service: string }[],
  path: string,
): LimitField | undefined {
  const place = placeOf(sent, path);
  return place === undefined ? undefined : limitField(place.service, place.amount);
}
