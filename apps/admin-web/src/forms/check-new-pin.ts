import { pinChecklist } from '@monban/domain/pin';
import { shownPinPolicy } from '../lib/pin-policy.ts';
import type { Messages } from '../messages/ja.ts';
import type { ProblemWords } from '@monban/domain/wording/vocabulary';

/**
 * What is wrong with a new PIN as it was typed; undefined: nothing that a page can know. The API
 * judges the rest: blocklist aside, what it may not contain, and the one it replaces.
 */
export function newPinProblem(
  m: Messages,
  words: ProblemWords,
  label: string,
  proposed: string,
): string | undefined {
  if (proposed === '') return m.common.missing(label);
  const policy = shownPinPolicy();
  const broken = pinChecklist(policy).filter((rule) => !rule.met(proposed));
  if (broken.length === 0) return undefined;
  return broken.map((rule) => words.pinProblem(rule.code, policy)).join(' ');
}

/** What is wrong with its second entry. */
export function againProblem(
  m: Messages,
  label: string,
  proposed: string,
  again: string,
): string | undefined {
  if (again === '') return m.common.missing(m.common.pin.again(label));
  return again === proposed ? undefined : m.common.pin.notTheSame;
}

/** Leaves out what is no problem: `exactOptionalPropertyTypes` tells "absent" from "undefined". */
export function onlyProblems<Name extends string>(
  found: Readonly<Record<Name, string | undefined>>,
): Partial<Record<Name, string>> {
  const entries = Object.entries<string | undefined>(found).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}
