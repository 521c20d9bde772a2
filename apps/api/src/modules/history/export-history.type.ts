import { longestExport } from '@monban/domain/history-filter';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

import { confirmed, resultOf } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import { HistoryFilter } from '../../history/history.type.ts';
import { ConfirmedInput } from '../users/confirmed.type.ts';

@InputType({
  description: `Which entries go into a file: at most ${longestExport}; more are NOT_ALLOWED_NOW.`,
})
export class ExportHistoryInput extends ConfirmedInput {
  @Field(() => HistoryFilter, { nullable: true, description: 'Left out: every entry.' })
  readonly filter?: HistoryFilter | null;
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'The history was exported; the history says so, and the addresses are told.',
})
export class HistoryExported {
  @Field(() => Int, { description: 'How many entries the file holds.' })
  readonly entries!: number;

  @Field(() => String, {
    description:
      'The file as CSV (RFC 4180, without a byte order mark), the newest entry first: a line of titles in the caller’s language, moments in Japan’s time. A field that a spreadsheet would take for a formula begins with an apostrophe.',
  })
  readonly csv!: string;
}

export const ExportHistoryResult = resultOf('ExportHistory', HistoryExported, ...confirmed);
