import { readUserImport } from '@monban/domain/user-import';
import { importWords } from '@monban/domain/wording/import-words';

import type { Asked } from '../../operation.ts';
import type { ContractView } from '../contracts/contract-view.ts';
import { loadImportGround } from './import-ground.ts';

/** As many problems as one answer holds; whoever has more has one mistake many times. */
const mostProblems = 200;

/** The dry run of an import: who would be added, and all that stands in the way. Writes nothing. */
export async function userImportOf(
  { contractId }: ContractView,
  csv: string,
  { services, caller }: Asked,
) {
  const queries = services.database.reading(contractId);
  const ground = await loadImportGround(queries, contractId, services.settings);
  const { users, problems } = readUserImport(csv, ground);
  const say = importWords(caller.origin.locale);
  return {
    users,
    problemCount: problems.length,
    problems: problems.slice(0, mostProblems).map((problem) => ({
      line: problem.line,
      column: problem.column,
      field: problem.of === null ? null : say.column(problem.of),
      code: problem.code,
      message: say.problem(problem),
    })),
  };
}
