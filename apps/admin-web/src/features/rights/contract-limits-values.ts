import { type Change, limitChanges, limitOf } from '@monban/domain/change';
import { type Consequence, consequencesOf, limitsInEffect } from '@monban/domain/consequence';
import type { ServiceLimit } from '@monban/domain/history-event';
import type { Words } from '@monban/domain/wording/vocabulary';
import {
  amountNames,
  checkLimitFields,
  limitLabel,
  limitsOf,
  type LimitField,
  type LimitValues,
} from '../../forms/limit-fields.ts';
import type { InsideMessages } from '../../messages/inside.ts';
import { type Company, type Layers, upperLimitsOf } from './company.ts';
import { alike, type SameChanges } from './review.ts';

/** What comes of other contract limits: for the contract, and for whom it counts. */
export interface ContractLimitsReview {
  readonly changes: readonly Change[];
  /** What each of these can really use, from what to what. */
  readonly inEffect: readonly SameChanges[];
  readonly consequences: readonly Consequence[];
  /** Only those that change: the others stay as they are. */
  readonly input: readonly ServiceLimit[];
}

export function standingLimits(layers: readonly Layers[]): readonly ServiceLimit[] {
  return layers.map(({ contractLimit, service }) => ({ service, limit: contractLimit }));
}

export function reviewContractLimits(company: Company, values: LimitValues): ContractLimitsReview {
  const from = standingLimits(company.layers);
  const to = limitsOf(
    values,
    company.layers.map(({ service }) => service),
    from,
  );
  const [before, after] = [upperLimitsOf(company.layers), upperLimitsOf(withLimits(company, to))];
  const affected = company.users
    .map((user) => ({
      user,
      changes: limitChanges(
        limitsInEffect(user.limits, before),
        limitsInEffect(user.limits, after),
      ),
    }))
    .filter(({ changes }) => changes.length > 0);
  return {
    changes: limitChanges(from, to),
    inEffect: alike(affected, ({ changes }) => changes).map((group) => ({
      users: group.map(({ user }) => user),
      changes: group[0].changes,
    })),
    consequences: consequencesOf(company.users, company.users, before, after),
    input: to.filter(({ limit, service }) => {
      const stands = limitOf(from, service);
      return amountNames.some((amount) => limit[amount] !== stands[amount]);
    }),
  };
}

function withLimits({ layers }: Company, limits: readonly ServiceLimit[]): readonly Layers[] {
  return layers.map((each) => ({ ...each, contractLimit: limitOf(limits, each.service) }));
}

/** What can be known to be wrong before anything is sent: also what is above the desk's ceiling. */
export function checkContractLimitFields(
  m: InsideMessages,
  words: Words,
  { layers }: Company,
  values: LimitValues,
): Partial<Record<LimitField, string>> {
  const services = layers.map(({ service }) => service);
  return checkLimitFields(words, values, services, limitLabel(m, words), {
    standing: standingLimits(layers),
    ceilings: new Map(layers.map(({ ceiling, service }) => [service, ceiling])),
  });
}
