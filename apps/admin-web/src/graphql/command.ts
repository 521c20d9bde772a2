import { unreachable } from '@monban/domain/refusal';
import type { Fault } from './fault.ts';
import type { RefusalCode } from './generated/graphql.ts';

interface RefusalBase {
  readonly code: RefusalCode;
  readonly message: string;
}

/** The ways in which a command is refused, as `RefusalParts` asks for them. */
export type Refusal =
  | (RefusalBase & { readonly __typename: 'SimpleRefusal' })
  | (RefusalBase & {
      readonly __typename: 'WrongPin';
      readonly attemptsLeft: number;
      readonly locks: 'MYSELF' | 'EVERYBODY';
    })
  | (RefusalBase & {
      readonly __typename: 'PinPolicyViolated';
      readonly problems: readonly { readonly pin: string; readonly message: string }[];
    })
  | (RefusalBase & {
      readonly __typename: 'InvalidInput';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    })
  | (RefusalBase & { readonly __typename: 'TryAgain'; readonly retryAfterSeconds: number });

const refusals: Record<Refusal['__typename'], true> = {
  SimpleRefusal: true,
  WrongPin: true,
  PinPolicyViolated: true,
  InvalidInput: true,
  TryAgain: true,
};

/** What a command came to. An act is done, refused as a value, or something else went wrong. */
export type Outcome<Success> =
  | { readonly kind: 'DONE'; readonly value: Success }
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal }
  | { readonly kind: 'FAULT'; readonly fault: Fault };

/** The one answer of a mutation with one root field. */
type ResultOf<Data> = Data[keyof Data];

/** What is left of a result once the refusals are taken out. */
export type SuccessOf<Data> = Exclude<
  ResultOf<Data>,
  { readonly __typename: Refusal['__typename'] }
>;

function isRefusal(result: { readonly __typename: string }): result is Refusal {
  return Object.hasOwn(refusals, result.__typename);
}

/** Tells success from refusal. Every document asks for one mutation, and for `RefusalParts`. */
export function narrow<Data extends object>(data: Data): Outcome<SuccessOf<Data>> {
  const result: unknown = Object.values(data)[0];
  if (typeof result !== 'object' || result === null || !('__typename' in result)) {
    return { kind: 'FAULT', fault: { kind: 'BROKEN', id: null } };
  }
  const named = result as { readonly __typename: string };
  return isRefusal(named)
    ? { kind: 'REFUSED', refusal: named }
    : { kind: 'DONE', value: named as SuccessOf<Data> };
}

/**
 * A refusal sorted onto the fields of a form; `fieldOf` says which field an input path belongs to,
 * `wrongPinField` which one a wrong PIN does (null: any of several).
 */
export function problemsOf<Name extends string>(
  refusal: Refusal,
  wrongPinField: Name | null,
  fieldOf: (path: string) => Name | undefined,
): { readonly problems: Partial<Record<Name, string>>; readonly general: readonly string[] } {
  switch (refusal.__typename) {
    case 'SimpleRefusal':
    case 'TryAgain':
      return { problems: {}, general: [refusal.message] };
    case 'WrongPin':
      return wrongPinField === null
        ? { problems: {}, general: [refusal.message] }
        : { problems: single(wrongPinField, refusal.message), general: [] };
    case 'PinPolicyViolated':
      return sorted(
        refusal.problems.map(({ pin, message }) => ({ path: pin, message })),
        fieldOf,
      );
    case 'InvalidInput':
      return sorted(refusal.problems, fieldOf);
    default:
      return unreachable(refusal);
  }
}

function sorted<Name extends string>(
  found: readonly { readonly path: string; readonly message: string }[],
  fieldOf: (path: string) => Name | undefined,
): { readonly problems: Partial<Record<Name, string>>; readonly general: readonly string[] } {
  let problems: Partial<Record<Name, string>> = {};
  const general: string[] = [];
  for (const { path, message } of found) {
    const field = fieldOf(path);
    if (field === undefined) general.push(message);
    else {
      const text = [problems[field], message].filter((part) => part !== undefined).join(' ');
      problems = { ...problems, ...single(field, text) };
    }
  }
  return { problems, general };
}

function single<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  return { [name]: text } as Partial<Record<Name, string>>;
}
