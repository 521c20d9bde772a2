import type { Locale } from '@monban/domain/locale';
import { type Refusal, unreachable } from '@monban/domain/refusal';
import { words } from '@monban/domain/wording/words';
import { createUnionType } from 'type-graphql';

import { forget } from '../loaders.ts';
import type { Answer, Asked, Command } from '../operation.ts';
import { run } from '../runner/run.ts';
import {
  InvalidInput,
  LimitExceeded,
  PinPolicyViolated,
  SimpleRefusal,
  TryAgain,
  WrongPin,
} from './refusal.type.ts';

/** Runs a command for the schema: its success, or its refusal in the caller's language. */
export async function answer<
  Input,
  Entered,
  Success extends { readonly __typename: string },
  Loaded,
  Prepared,
>(command: Command<Input, Entered, Success, Loaded, Prepared>, input: Input, asked: Asked) {
  return answered(run(command, input, asked), asked);
}

/** Shows what an operation came to; also one that is no command. */
export async function answered<Success extends { readonly __typename: string }>(
  answering: Promise<Answer<Success>>,
  { caller, loaders }: Asked,
) {
  const came = await answering;
  // What was read before the act is read anew behind it.
  forget(loaders);
  if ('done' in came) return came.done;
  if ('waiting' in came) return { __typename: 'DeskActWaiting', act: came.waiting } as const;
  return refusalShown(came.refused, caller.origin.locale);
}

/** The same for what a person confirms with a PIN and the desk does by its token: one name, two proofs. */
export function answerEither<
  Input,
  Success extends { readonly __typename: string },
  EnteredByPerson,
  EnteredByDesk,
  LoadedByPerson,
  LoadedByDesk,
>(
  person: Command<Input, EnteredByPerson, Success, LoadedByPerson, null>,
  desk: Command<Input, EnteredByDesk, Success, LoadedByDesk, null>,
  input: Input,
  asked: Asked,
) {
  return asked.caller.kind === 'BANK' ? answer(desk, input, asked) : answer(person, input, asked);
}

/** Which member of a union an answer is: our answers name it. */
export function typeNameOf(value: object): string | undefined {
  return '__typename' in value ? String(value.__typename) : undefined;
}

function refusalShown(refusal: Refusal, locale: Locale) {
  const { inputProblem, pinProblem, refusal: text } = words(locale);
  const simple = { code: refusal.code, message: text(refusal) };
  switch (refusal.code) {
    case 'WRONG_PIN':
      return {
        __typename: 'WrongPin',
        ...simple,
        attemptsLeft: refusal.attemptsLeft,
        locks: refusal.locks,
      } as const;
    case 'PIN_POLICY':
      return {
        __typename: 'PinPolicyViolated',
        ...simple,
        problems: refusal.problems.map(({ pin, code }) => ({
          pin,
          code,
          message: pinProblem(code, refusal.policy),
        })),
      } as const;
    case 'INVALID_INPUT':
      return {
        __typename: 'InvalidInput',
        ...simple,
        problems: refusal.problems.map((problem) => ({
          path: problem.path,
          code: problem.code,
          message: inputProblem(problem),
        })),
      } as const;
    case 'LIMIT_EXCEEDED':
      return {
        __typename: 'LimitExceeded',
        ...simple,
        layer: refusal.layer,
        period: refusal.period,
        left: refusal.left,
      } as const;
    case 'TRY_AGAIN':
      return {
        __typename: 'TryAgain',
        ...simple,
        because: refusal.because,
        retryAfterSeconds: refusal.retryAfterSeconds,
      } as const;
    case 'LOGON_REFUSED':
    case 'NOT_PERMITTED':
    case 'CONFLICT':
    case 'NOT_FOUND':
    case 'NOT_ALLOWED_NOW':
      return { __typename: 'SimpleRefusal', ...simple } as const;
    default:
      return unreachable(refusal);
  }
}

const refusals = {
  SimpleRefusal,
  WrongPin,
  PinPolicyViolated,
  InvalidInput,
  LimitExceeded,
  TryAgain,
} as const;

/** What every act that is confirmed with a PIN can be refused with. */
export const confirmed = ['SimpleRefusal', 'WrongPin', 'InvalidInput', 'TryAgain'] as const;

type ObjectClass = object & { readonly name: string };

/** `<Mutation>Result`: the success, or several, and the refusals that this mutation can give. */
export function resultOf(
  mutation: string,
  success: ObjectClass | readonly ObjectClass[],
  ...can: readonly (keyof typeof refusals)[]
) {
  const successes = [success].flat();
  // Not generic: what an operation answers is checked where it is made, by its name.
  return createUnionType({
    name: `${mutation}Result`,
    description: `${successes.map(({ name }) => name).join(' or ')}, or why not.`,
    types: () => [...successes, ...can.map((name) => refusals[name])] as never,
    resolveType: typeNameOf,
  });
}
