import { formatYen } from '../money.ts';
import type { LockScope } from '../lockout.ts';
import type { Collision, Hindrance, Prohibition, Refusal } from '../refusal.ts';
import { abilityReasons, consequence } from './en-ability.ts';
import { change } from './en-change.ts';
import { eventTexts, noteText } from './en-event.ts';
import { labels } from './en-labels.ts';
import { obstacles } from './en-obstacle.ts';
import { fieldLabel, inputProblem, enProblems, pinProblem } from './en-problem.ts';
import { eventWords } from './event-words.ts';
import { type RefusalTexts, refusalText, type Words } from './vocabulary.ts';

const stops: Record<LockScope, string> = {
  MYSELF: 'you will be locked out',
  EVERYBODY: 'everybody of the contract will be locked out, its administrator included',
};

const prohibitions: Record<Prohibition, string> = {
  NO_PERMISSION: 'You have no permission for this. If you need it, please ask your administrator.',
  ACCOUNT_NOT_ALLOWED:
    'You may not use this account. Please choose another, or ask your administrator.',
  CREATED_BY_THEMSELVES:
    'What you created yourself you cannot approve. Please ask another approver.',
};

const collisions: Record<Collision, string> = {
  VERSION:
    'Somebody else has changed this in the meantime. Please look at how it is now, and try again.',
  USER_ID_TAKEN: 'This user ID is or was taken. Please choose another user ID.',
  CONTRACT_ID_TAKEN: 'This contract ID is or was taken. Please choose another contract ID.',
  CERTIFICATE_TAKEN:
    'This certificate is registered for this contract already. Please register another.',
  IDEMPOTENCY_KEY_TAKEN:
    'This idempotency key stands for another transaction. Please use a new key for a new transaction.',
};

const missing = {
  CONTRACT: 'There is no such contract. Please check the contract ID and enter it again.',
  USER: 'There is no such user. Please check the user ID and enter it again.',
  NOTICE: 'There is no such notice. Please look at the list as it is now.',
  SESSION: 'This session is over already. Please look at the list as it is now.',
  AUTHORIZATION: 'There is no such authorisation. Please check its ID and try again.',
  DESK_ACT: 'There is no such act. Please check its ID, or look at the list of those that wait.',
  CERTIFICATE: 'There is no such certificate. Please look at the list as it is now.',
  RETRIEVAL_CODE:
    "This retrieval code cannot be used. Please check it. If it is right, it was used already, has expired, or was replaced: users, please ask your company's administrator for a new one; administrators, the bank's desk.",
  NOTIFICATION_ADDRESS: 'This address is not registered. Please look at the list as it is now.',
} as const;

const layers = { USER: 'your limit', CONTRACT: "your contract's limit" } as const;
const periods = { TRANSACTION: 'per transaction', DAY: 'per day' } as const;

const texts: RefusalTexts = {
  LOGON_REFUSED: () =>
    "You could not be logged on. Either something that you entered is wrong, or a certificate that is needed is missing or no longer good, or the service is locked. Please check your entries, and your certificate if you use one, and try again. If that does not help, in any of these cases: users, please ask your company's administrator; administrators, please ask the bank's desk.",
  WRONG_PIN: ({ attemptsLeft, locks, withCard }) =>
    attemptsLeft > 0
      ? `${entered(withCard)} is wrong. Please check it and enter it again. Wrong entries in a row that are left before ${stops[locks]}: ${attemptsLeft}.`
      : `${entered(withCard)} is wrong. After this many wrong entries in a row the service has been locked. Users, please ask your company's administrator; administrators, please ask the bank's desk.`,
  PIN_POLICY: ({ policy, problems }) =>
    problems.map(({ pin, code }) => `${fieldLabel(pin)}: ${pinProblem(code, policy)}`).join(' '),
  INVALID_INPUT: ({ problems }) => problems.map((each) => inputProblem(each)).join(' '),
  NOT_PERMITTED: ({ because }) => prohibitions[because],
  LIMIT_EXCEEDED: ({ layer, period, left }) =>
    `The amount is above ${layers[layer]} ${periods[period]}. Please ${
      left === null ? 'lower it' : `enter at most ${formatYen(left)}`
    }, or ask your administrator.`,
  CONFLICT: ({ about }) => collisions[about],
  NOT_FOUND: ({ what }) => missing[what],
  NOT_ALLOWED_NOW: ({ because }) => obstacles[because],
  TRY_AGAIN: ({ because, retryAfterSeconds }) =>
    `${hindrances[because]} Nothing was counted as a wrong entry. Please try again${
      retryAfterSeconds === 0 ? '' : ` in about ${duration(retryAfterSeconds)}`
    }${because === 'ADDRESS_LIMITED' ? ', or call the bank’s desk if it is urgent' : ''}.`,
};

const hindrances: Record<Hindrance, string> = {
  BUSY: 'The service is busy, and nothing was done.',
  ADDRESS_LIMITED:
    'Too many wrong entries came from your network, so nobody can log on from it for a while.',
  CHALLENGE_PASSED: 'The cells of the card have changed: please read those that are asked now.',
  AUTHORITY_AWAY: 'No certificate can be issued at the moment.',
};

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

function entered(withCard?: true): string {
  return withCard === true
    ? 'The PIN or the one-time password that you entered'
    : 'The PIN that you entered';
}

export const en: Words = {
  locale: 'en',
  labels,
  refusal: (refusal: Refusal) => refusalText(texts, refusal.code, refusal),
  ...enProblems,
  obstacle: (obstacle) => obstacles[obstacle],
  abilityReason: (reason) => abilityReasons[reason],
  change,
  consequence,
  ...eventWords({ texts: eventTexts, change, note: noteText, stop: '.', between: ' ' }),
};
