import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import { exportHistory } from './export-history.ts';
import { ExportHistoryInput, ExportHistoryResult } from './export-history.type.ts';
import { withCsv } from './history-file.ts';

const input = { description: 'Which entries, and the contract confirmation PIN (R4).' };

@Resolver()
export class HistoryResolver {
  @Rule('ADMINISTRATOR')
  @Mutation(() => ExportHistoryResult, {
    description: 'Takes entries of the own contract’s history out as a CSV file.',
  })
  async exportHistory(
    @Arg('input', () => ExportHistoryInput, input) given: ExportHistoryInput,
    @Ctx() asked: Asked,
  ) {
    return withCsv(await answer(exportHistory, given, asked), asked);
  }
}
