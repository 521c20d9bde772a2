/**
 * What can be wrong with a value that was entered. Each code has a text with its cause and remedy
 * in every language (`wording/`); none of the texts, and no `InputProblem`, repeats the value.
 */
export type ProblemCode =
  | 'REQUIRED'
  | 'WRONG_LENGTH'
  | 'TOO_LONG'
  | 'NOT_DIGITS'
  | 'NOT_LETTERS_OR_DIGITS'
  | 'CONTROL_CHARACTER'
  | 'INVISIBLE_CHARACTER'
  | 'NOT_AN_EMAIL_ADDRESS'
  | 'NOT_WHOLE_YEN'
  | 'UNREADABLE_AMOUNT'
  | 'OUT_OF_RANGE'
  | 'WRONG_MINUTES'
  | 'NOT_A_TRANSACTION'
  | 'NOT_A_SHA_256'
  | 'NOT_PRINTABLE_ASCII'
  | 'NOT_A_RETRIEVAL_CODE'
  | 'NOT_A_SIGNING_REQUEST'
  | 'BROKEN_SIGNATURE'
  | 'WEAK_KEY'
  | 'ANOTHER_SUBJECT'
  | 'NOT_A_CERTIFICATE'
  | 'UNKNOWN_AUTHORITY'
  | 'CERTIFICATE_NOT_VALID'
  | 'LIES_IN_THE_PAST'
  | 'SERVICE_NOT_IN_CONTRACT'
  | 'SERVICE_HAS_NO_SUCH_ACTION'
  | 'SERVICE_MOVES_NO_MONEY'
  | 'NAMED_TWICE'
  | 'PER_TRANSACTION_ABOVE_DAY'
  | 'ABOVE_CEILING'
  | 'NOT_AN_ACCOUNT_NUMBER'
  | 'WRONG_NUMBER_OF_ENTRIES'
  | 'WRONG_CODE'
  | 'NOT_A_MESSAGE_ID'
  | 'NOT_A_FAILURE_STATUS'
  | 'NOT_FAILED'
  | 'ENDS_BEFORE_IT_BEGINS'
  | 'PROBLEMS_IN_FILE';

/** What the value must keep to, both ends included: a length in characters, a number of entries or minutes, or an amount in yen. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface InputProblem {
  /** Where in the input, counted from 0: `userId`, `limits.0.limit.perDay`. */
  readonly path: string;
  readonly code: ProblemCode;
  readonly bounds?: Bounds;
}

export function problem(path: string, code: ProblemCode, bounds?: Bounds): InputProblem {
  return bounds === undefined ? { path, code } : { path, code, bounds };
}
