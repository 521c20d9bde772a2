import { parseAccountNumber } from './id.ts';
import { type InputProblem, problem } from './problem.ts';

/** How many accounts a user can be held to; none: all of the contract's (R13). */
const howMany = { min: 0, max: 100 };

/** What is wrong with the accounts entered for a user: at most 100, each as the bank writes it, and once. */
export function checkAccounts(list: readonly string[], path: string): readonly InputProblem[] {
  if (list.length > howMany.max) return [problem(path, 'WRONG_NUMBER_OF_ENTRIES', howMany)];
  return list.flatMap((account, index) => {
    const at = `${path}.${index}`;
    const read = parseAccountNumber(account, at);
    if (!read.ok) return [read.error];
    return list.indexOf(account) < index ? [problem(at, 'NAMED_TWICE')] : [];
  });
}
