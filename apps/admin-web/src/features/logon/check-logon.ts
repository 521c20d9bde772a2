import { parseContractId, parseUserId } from '@monban/domain/id';
import type { Result } from '@monban/domain/result';
import type { InputProblem } from '@monban/domain/problem';
import type { ProblemWords } from '@monban/domain/wording/vocabulary';
import type { Messages } from '../../messages/ja.ts';
import type { ChallengeState } from './use-card-challenge.ts';

function textOf(words: ProblemWords, read: Result<unknown, InputProblem>): string | undefined {
  return read.ok ? undefined : words.inputProblem(read.error);
}

export function contractIdProblem(words: ProblemWords, text: string): string | undefined {
  return textOf(words, parseContractId(text, 'contractId'));
}

export function userIdProblem(words: ProblemWords, text: string): string | undefined {
  return textOf(words, parseUserId(text, 'userId'));
}

/** Sent only with the cells it was read from: otherwise nothing could come of it. */
export function oneTimePasswordProblem(
  m: Messages,
  text: string,
  state: ChallengeState,
): string | undefined {
  if (state.kind !== 'SHOWN') return m.logon.card.needsChallenge;
  return /^[0-9]{4}$/.test(text) ? undefined : m.logon.card.needsFour;
}
