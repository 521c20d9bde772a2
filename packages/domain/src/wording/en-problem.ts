import { formatYen } from '../money.ts';
import type { PinPolicy, PinProblemCode } from '../pin.ts';
import { pinLengths } from '../pin-length.ts';
import type { InputProblem, ProblemCode } from '../problem.ts';
import { fields } from './en-fields.ts';
import { pathParts, type ProblemWords } from './vocabulary.ts';

export function fieldLabel(path: string): string {
  const { field, entry, part } = pathParts(path, fields);
  const name = `${field ?? 'Entry'}${entry === null ? '' : ` (entry ${entry})`}`;
  return part === null ? name : `${name}, ${part.toLowerCase()}`;
}

const inputProblems: Record<ProblemCode, (max: number, min: number) => string> = {
  REQUIRED: () => 'nothing was entered. Please fill it in.',
  WRONG_LENGTH: (max) => `has the wrong number of digits. Please enter exactly ${max} digits.`,
  TOO_LONG: (max) => `is too long. Please use at most ${max} characters.`,
  NOT_DIGITS: () => 'holds something other than half-width digits. Please use 0–9 only.',
  NOT_LETTERS_OR_DIGITS: () =>
    'holds something other than half-width letters and digits. Please use A–Z, a–z and 0–9 only.',
  CONTROL_CHARACTER: () =>
    'holds a line break or another control character. Please type it again on one line.',
  INVISIBLE_CHARACTER: () =>
    'holds a character that cannot be seen. Please type it again rather than paste it.',
  NOT_AN_EMAIL_ADDRESS: () =>
    'does not look like an email address. Please enter it in the form name@domain.',
  NOT_WHOLE_YEN: () => 'is not an amount in whole yen. Please enter a whole number.',
  UNREADABLE_AMOUNT: () =>
    'cannot be read as an amount. Please enter it in the form 1,000,000 or 80万.',
  OUT_OF_RANGE: (max, min) =>
    `is out of range. Please enter an amount from ${formatYen(min)} to ${formatYen(max)}.`,
  NOT_A_TRANSACTION: () => 'is no transaction. Please name EXECUTE, CREATE, APPROVE or SEND.',
  NOT_A_SHA_256: () => 'is no SHA-256. Please give its 64 hexadecimal digits in lower case.',
  NOT_PRINTABLE_ASCII: () =>
    'holds a character that cannot be used. Please use half-width letters, digits and signs without blanks.',
  NOT_A_RETRIEVAL_CODE: () =>
    'is not written as one. Please enter its 7 groups of 4 letters and digits as they are printed.',
  NOT_A_SIGNING_REQUEST: () => 'cannot be read. Please give a PKCS#10 signing request in PEM.',
  BROKEN_SIGNATURE: () =>
    'bears a signature that is not its own key’s. Please make it again, signed with its key.',
  WEAK_KEY: () =>
    'has too weak a key or signature. Please use an elliptic curve from P-256 or RSA from 2048 bits, with SHA-256 or more.',
  ANOTHER_SUBJECT: () =>
    'names somebody else. Please name nobody, or only your own user ID (the administrator: administrator) as CN.',
  NOT_A_CERTIFICATE: () => 'cannot be read. Please give an X.509 certificate in PEM.',
  UNKNOWN_AUTHORITY: () =>
    'was issued by none of the bank’s authorities that are set. Please check who issued it.',
  CERTIFICATE_NOT_VALID: () =>
    'has expired, was revoked, or it cannot be told whether it was. Please give a valid one.',
  LIES_IN_THE_PAST: () => 'lies in the past. Please choose a moment to come.',
  WRONG_MINUTES: (max, min) => `is out of range. Please enter ${min} to ${max} minutes.`,
  SERVICE_NOT_IN_CONTRACT: () =>
    "is not part of your contract. Please choose one of its services, or apply for it at the bank's desk.",
  SERVICE_HAS_NO_SUCH_ACTION: () =>
    'does not exist in this service. Please choose one of the actions that the service has.',
  SERVICE_MOVES_NO_MONEY: () =>
    'belongs to a service that moves no money and has no limits. Please leave it out.',
  NAMED_TWICE: () => 'is named twice. Please name it once.',
  PER_TRANSACTION_ABOVE_DAY: () =>
    'is above the limit per day. Please enter an amount no higher than the limit per day.',
  ABOVE_CEILING: (max) =>
    `is above the ceiling. Please enter an amount of at most ${formatYen(max)}.`,
  PROBLEMS_IN_FILE: () =>
    'holds something that is wrong. Please see its dry run (userImport) for what, by line and column.',
  NOT_AN_ACCOUNT_NUMBER: () =>
    'is not written as an account number. Please use half-width letters and digits, with hyphens between them.',
  WRONG_NUMBER_OF_ENTRIES: (max, min) =>
    min === 0
      ? `must have at most ${max} entries. Please remove some.`
      : `must have ${min} to ${max} entries. Please add or remove some.`,
  WRONG_CODE: () =>
    'is not the one that was sent. Please look at the email and enter its 6 digits again.',
  NOT_A_MESSAGE_ID: () =>
    'is no Message-ID. Please give it as it stands in the mail that came back.',
  NOT_A_FAILURE_STATUS: () =>
    'tells of no mail that failed. Please give the three numbers of the report, such as 5.1.1.',
  NOT_FAILED: () =>
    'says that the mail may still arrive, or has. Please report only what failed for good.',
  ENDS_BEFORE_IT_BEGINS: () => 'lies before the beginning. Please choose a later moment.',
};

export function inputProblem(problem: InputProblem, label?: string): string {
  const field = label ?? fieldLabel(problem.path);
  const { max, min } = problem.bounds ?? { max: 0, min: 0 };
  return `${field}: ${inputProblems[problem.code](max, min)}`;
}

const pinProblems: Record<PinProblemCode, (policy: PinPolicy) => string> = {
  TOO_SHORT: (policy) =>
    `it is too short. Please use at least ${pinLengths[policy].min} characters.`,
  TOO_LONG: (policy) => `it is too long. Please use at most ${pinLengths[policy].max} characters.`,
  NOT_ASCII: () =>
    'it holds a character that cannot be used. Please use half-width letters, digits, signs and blanks only.',
  NOT_LETTERS_AND_DIGITS: () =>
    'it holds a character that cannot be used. Please use half-width letters and digits only.',
  NOT_MIXED: () => 'it needs both letters and digits. Please mix them.',
  COMMON: () => 'many people use it, and it is easily guessed. Please choose another.',
  SEQUENCE: () =>
    'four or more characters in a row are equal or in order. Please keep it to three at most.',
  CONTAINS_ID: () => 'it contains the contract ID or a user ID. Please choose one without.',
  SAME_AS_CURRENT: () => 'it is the same as the current one. Please choose another.',
  SAME_AS_PARTNER: () =>
    'the PIN and its confirmation PIN are the same. Please choose two different ones.',
};

export function pinProblem(code: PinProblemCode, policy: PinPolicy): string {
  const text = pinProblems[code](policy);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const pinRules: Record<PinProblemCode, (policy: PinPolicy) => string> = {
  TOO_SHORT: (policy) => `At least ${pinLengths[policy].min} characters`,
  TOO_LONG: (policy) => `At most ${pinLengths[policy].max} characters`,
  NOT_ASCII: () => 'Half-width letters, digits, signs and blanks only',
  NOT_LETTERS_AND_DIGITS: () => 'Half-width letters and digits only',
  NOT_MIXED: () => 'Both letters and digits',
  COMMON: () => 'Not one that many people use',
  SEQUENCE: () => 'No four characters in a row that are equal or in order',
  CONTAINS_ID: () => 'Without the contract ID or a user ID',
  SAME_AS_CURRENT: () => 'Different from the current one',
  SAME_AS_PARTNER: () => 'The PIN and its confirmation PIN differ',
};

export function pinRule(code: PinProblemCode, policy: PinPolicy): string {
  return pinRules[code](policy);
}

export const enProblems: ProblemWords = { inputProblem, pinProblem, pinRule, fieldLabel };
