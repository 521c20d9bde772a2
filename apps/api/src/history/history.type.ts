import type { Instant } from '@monban/domain/instant';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { PageInfo } from '../graphql/connection.ts';
import { Rule } from '../graphql/rule.ts';
import { DateTime } from '../graphql/scalars.ts';

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: '操作履歴: something that happened.' })
export class HistoryEntry {
  @Field(() => ID, { description: 'Its number within the contract, from 1.' })
  readonly id!: string;

  @Field(() => DateTime, { description: 'When.' })
  readonly at!: Instant;

  @Field(() => String, { description: 'By which operation.' })
  readonly operation!: string;

  @Field(() => String, { description: 'What, for programs: USER_LOCKED.' })
  readonly event!: string;

  @Field(() => String, {
    description:
      'Who: a user ID, `@administrator`, `@stranger`, `@system`, or of the bank `client/clerk`.',
  })
  readonly actor!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the request came from; null where it came over no network.',
  })
  readonly address!: string | null;

  @Field(() => String, { description: 'What, for people, in the caller’s language.' })
  readonly text!: string;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'An entry in a list.' })
export class HistoryEdge {
  @Field(() => String, { description: 'Where in the list.' })
  readonly cursor!: string;

  @Field(() => HistoryEntry, { description: 'The entry.' })
  readonly node!: HistoryEntry;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A page of the history, the newest first.' })
export class HistoryConnection {
  @Field(() => [HistoryEdge], { description: 'With cursors.' })
  readonly edges!: readonly HistoryEdge[];

  @Field(() => [HistoryEntry], { description: 'Without.' })
  readonly nodes!: readonly HistoryEntry[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many entries the history has.' })
  readonly totalCount!: number;
}
