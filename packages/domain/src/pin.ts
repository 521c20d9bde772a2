import { commonPins } from './pin-blocklist.ts';
import { pinLengths } from './pin-length.ts';

/** Which preset of the PIN rules a bank runs with (a setting): `modern` or `shinkin`. */
export type PinPolicy = keyof typeof pinLengths;

export type PinProblemCode =
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'NOT_ASCII'
  | 'NOT_LETTERS_AND_DIGITS'
  | 'NOT_MIXED'
  | 'COMMON'
  | 'SEQUENCE'
  | 'CONTAINS_ID'
  | 'SAME_AS_CURRENT'
  | 'SAME_AS_PARTNER';

/** What a proposed PIN is judged beside. PINs come in as they were entered, never from storage. */
export interface PinContext {
  readonly contractId: string;
  readonly userIds: readonly string[];
  /** The PIN that the proposed one replaces. */
  readonly current?: string;
  /** The other PIN of the pair (R22). */
  readonly partner?: string;
}

/** Four characters that are equal, or go up or down by one, are refused. */
const runLength = 4;

/** User IDs shorter than this may be part of a PIN: nearly every PIN holds an "a". */
const shortestIdLookedFor = 4;

interface PinRule {
  readonly code: PinProblemCode;
  readonly broken: (proposed: string) => boolean;
}

const lengthRules = (policy: PinPolicy): readonly PinRule[] => [
  { code: 'TOO_SHORT', broken: (pin) => [...pin].length < pinLengths[policy].min },
  { code: 'TOO_LONG', broken: (pin) => [...pin].length > pinLengths[policy].max },
];

const sharedRules: readonly PinRule[] = [
  { code: 'COMMON', broken: (pin) => commonPins.has(pin.toLowerCase()) },
  { code: 'SEQUENCE', broken: hasRun },
];

const inputRules: Record<PinPolicy, readonly PinRule[]> = {
  modern: [
    ...lengthRules('modern'),
    { code: 'NOT_ASCII', broken: (pin) => !/^[ -~]*$/.test(pin) },
    ...sharedRules,
  ],
  shinkin: [
    ...lengthRules('shinkin'),
    { code: 'NOT_LETTERS_AND_DIGITS', broken: (pin) => !/^[A-Za-z0-9]*$/.test(pin) },
    { code: 'NOT_MIXED', broken: (pin) => !/[A-Za-z]/.test(pin) || !/[0-9]/.test(pin) },
    ...sharedRules,
  ],
};

const contextRules: readonly {
  readonly code: PinProblemCode;
  readonly broken: (proposed: string, context: PinContext) => boolean;
}[] = [
  { code: 'CONTAINS_ID', broken: containsId },
  { code: 'SAME_AS_CURRENT', broken: (pin, { current }) => pin === current },
  { code: 'SAME_AS_PARTNER', broken: (pin, { partner }) => pin === partner },
];

/**
 * Everything that is wrong with a proposed PIN; empty: it will do. Judged from the input alone,
 * before any secret is compared, so that the answer tells nothing about what is stored (A24).
 */
export function pinProblems(
  policy: PinPolicy,
  proposed: string,
  context: PinContext,
): readonly PinProblemCode[] {
  return [
    ...inputRules[policy].filter((rule) => rule.broken(proposed)),
    ...contextRules.filter((rule) => rule.broken(proposed, context)),
  ].map((rule) => rule.code);
}

/** One line of the checklist beside a PIN field. */
export interface PinCheck {
  readonly code: PinProblemCode;
  readonly met: (proposed: string) => boolean;
}

/** The rules that a page can show while somebody types: those that need the input alone. */
export function pinChecklist(policy: PinPolicy): readonly PinCheck[] {
  return inputRules[policy].map(({ code, broken }) => ({
    code,
    met: (proposed) => !broken(proposed),
  }));
}

function hasRun(pin: string): boolean {
  const codes = Array.from(pin, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return [-1, 0, 1].some((step) => longestRun(steps, step) >= runLength - 1);
}

/** How often in a row `step` occurs at most. */
function longestRun(steps: readonly number[], step: number): number {
  let longest = 0;
  let running = 0;
  for (const each of steps) {
    running = each === step ? running + 1 : 0;
    longest = Math.max(longest, running);
  }
  return longest;
}

/** IDs are matched without regard to case everywhere, so here too. */
function containsId(pin: string, context: PinContext): boolean {
  const lower = pin.toLowerCase();
  return [context.contractId, ...context.userIds]
    .filter((id) => id.length >= shortestIdLookedFor)
    .some((id) => lower.includes(id.toLowerCase()));
}
