import type { Locale } from '@monban/domain/locale';
import { unreachable } from '@monban/domain/refusal';
import { faultText } from '../../messages/fault-text.ts';
import type { Messages } from '../../messages/ja.ts';
import { type Answer, post } from '../../graphql/post.ts';
import type {
  LogOnAdministratorInput,
  LogOnUserInput,
  RegisterAdministratorInput,
  RegisterAdministratorMutation,
} from '../../graphql/generated/plain/graphql.ts';
import {
  logOnAdministratorDocument,
  logOnUserDocument,
  registerAdministratorDocument,
} from './logon.graphql.ts';

/** How a logon came out. `fields`: what is wrong with which input field of the API's. */
export type LogonOutcome =
  | { readonly kind: 'IN' }
  | {
      readonly kind: 'REFUSED';
      readonly general: readonly string[];
      readonly fields: readonly { readonly field: string; readonly text: string }[];
    };

interface Reading {
  readonly locale: Locale;
  readonly m: Messages;
}

/** A stranger's page was loaded under no session, and what is sent is somebody's act. */
const asStranger = (locale: Locale) => ({ locale, page: null, passive: false });

export async function logOnAdministrator(
  input: LogOnAdministratorInput,
  { locale, m }: Reading,
): Promise<LogonOutcome> {
  const answer = await post(logOnAdministratorDocument, { input }, asStranger(locale));
  return outcome(answer, (data) => data.logOnAdministrator, m);
}

export async function logOnUser(
  input: LogOnUserInput,
  { locale, m }: Reading,
): Promise<LogonOutcome> {
  const answer = await post(logOnUserDocument, { input }, asStranger(locale));
  return outcome(answer, (data) => data.logOnUser, m);
}

export async function registerAdministrator(
  input: RegisterAdministratorInput,
  { locale, m }: Reading,
): Promise<LogonOutcome> {
  const answer = await post(registerAdministratorDocument, { input }, asStranger(locale));
  return outcome(answer, (data) => data.registerAdministrator, m);
}

/** Registration can be refused in every way in which a logon can, and in one more. */
type LogonResult = RegisterAdministratorMutation['registerAdministrator'];

function outcome<Data>(
  answer: Answer<Data>,
  resultOf: (data: Data) => LogonResult,
  m: Messages,
): LogonOutcome {
  if (answer.kind === 'FAULT') return refused([faultText(m, answer.fault)]);
  const result = resultOf(answer.data);
  switch (result.__typename) {
    case 'LoggedOn':
      return { kind: 'IN' };
    case 'SimpleRefusal':
    case 'TryAgain':
      return refused([result.message]);
    case 'InvalidInput':
      return refused(
        [],
        result.problems.map((problem) => ({ field: problem.path, text: problem.message })),
      );
    case 'PinPolicyViolated':
      return refused(
        [],
        result.problems.map((problem) => ({ field: problem.pin, text: problem.message })),
      );
    default:
      return unreachable(result);
  }
}

function refused(
  general: readonly string[],
  fields: readonly { readonly field: string; readonly text: string }[] = [],
): LogonOutcome {
  return { kind: 'REFUSED', general, fields };
}
