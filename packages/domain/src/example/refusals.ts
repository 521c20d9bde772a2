import type { Yen } from '../money.ts';
import type { PinProblemCode } from '../pin.ts';
import type { ProblemCode } from '../problem.ts';
import type { Collision, Missing, Prohibition, Refusal } from '../refusal.ts';
import type { Obstacle } from '../status.ts';
import { obstacles } from '../wording/ja-obstacle.ts';
import { inputProblems, pinProblems } from '../wording/ja-problem.ts';

// The keys of tables that the compiler holds complete.
const everyObstacle = Object.keys(obstacles) as readonly Obstacle[];
export const everyPinProblem = Object.keys(pinProblems) as readonly PinProblemCode[];
export const everyProblem = Object.keys(inputProblems) as readonly ProblemCode[];

const prohibitions: Readonly<Record<Prohibition, true>> = {
  NO_PERMISSION: true,
  ACCOUNT_NOT_ALLOWED: true,
  CREATED_BY_THEMSELVES: true,
};
const collisions: Readonly<Record<Collision, true>> = {
  VERSION: true,
  USER_ID_TAKEN: true,
  CONTRACT_ID_TAKEN: true,
  IDEMPOTENCY_KEY_TAKEN: true,
  CERTIFICATE_TAKEN: true,
};
const missing: Readonly<Record<Missing, true>> = {
  CONTRACT: true,
  USER: true,
  SESSION: true,
  NOTIFICATION_ADDRESS: true,
  NOTICE: true,
  AUTHORIZATION: true,
  DESK_ACT: true,
  CERTIFICATE: true,
  RETRIEVAL_CODE: true,
};
const everyProhibition = Object.keys(prohibitions) as readonly Prohibition[];
const everyCollision = Object.keys(collisions) as readonly Collision[];
const everyMissing = Object.keys(missing) as readonly Missing[];

/** Every way to say no, each cause once; of entries and PINs see {@link everyProblem}, {@link everyPinProblem}. */
export const everyRefusal: readonly Refusal[] = [
  { code: 'LOGON_REFUSED' },
  { code: 'WRONG_PIN', attemptsLeft: 4, locks: 'MYSELF' },
  { code: 'WRONG_PIN', attemptsLeft: 1, locks: 'EVERYBODY' },
  { code: 'WRONG_PIN', attemptsLeft: 0, locks: 'MYSELF' },
  {
    code: 'PIN_POLICY',
    policy: 'modern',
    problems: everyPinProblem.map((code) => ({ pin: 'newPin', code })),
  },
  {
    code: 'INVALID_INPUT',
    problems: [{ path: 'contractId', code: 'WRONG_LENGTH', bounds: { min: 11, max: 11 } }],
  },
  ...everyProhibition.map((because) => ({ code: 'NOT_PERMITTED', because }) as const),
  { code: 'LIMIT_EXCEEDED', layer: 'USER', period: 'DAY', left: 30_000 as Yen },
  { code: 'LIMIT_EXCEEDED', layer: 'CONTRACT', period: 'TRANSACTION', left: null },
  ...everyCollision.map((about) => ({ code: 'CONFLICT', about }) as const),
  ...everyMissing.map((what) => ({ code: 'NOT_FOUND', what }) as const),
  ...everyObstacle.map((because) => ({ code: 'NOT_ALLOWED_NOW', because }) as const),
  { code: 'TRY_AGAIN', because: 'BUSY', retryAfterSeconds: 15 },
  { code: 'TRY_AGAIN', because: 'ADDRESS_LIMITED', retryAfterSeconds: 3600 },
  { code: 'TRY_AGAIN', because: 'CHALLENGE_PASSED', retryAfterSeconds: 0 },
  { code: 'TRY_AGAIN', because: 'AUTHORITY_AWAY', retryAfterSeconds: 60 },
];
