import type { HistoryKind } from '@monban/domain/history-kind';
import type { Instant } from '@monban/domain/instant';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { PageInfo } from '../graphql/connection.ts';
import { HistoryKindEnum, ServiceEnum } from '../graphql/enums.ts';
import { Rule } from '../graphql/rule.ts';
import { DateTime, UserId } from '../graphql/scalars.ts';
import { Amounts } from '../modules/contracts/contract.type.ts';
import { Permission } from '../modules/users/user.type.ts';

@InputType({ description: 'Which entries: those that fit all that is said here.' })
export class HistoryFilter {
  @Field(() => [HistoryKindEnum], { nullable: true, description: 'Of any of these kinds.' })
  readonly kinds?: readonly HistoryKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who did it, as `actor` says it, letter case aside; `@bank`: the desk and bank systems, whoever it was.',
  })
  readonly actor?: string | null;

  @Field(() => UserId, { nullable: true, description: 'The user whom it concerns.' })
  readonly concerns?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Not before this moment.' })
  readonly from?: Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  readonly to?: Instant | null;

  @Field(() => String, { nullable: true, description: 'From this network address.' })
  readonly address?: string | null;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({
  simpleResolvers: true,
  description: 'One thing that was changed, in the caller’s language.',
})
export class HistoryChange {
  @Field(() => String, { description: 'What.' })
  readonly what!: string;

  @Field(() => String, { description: 'What it was before.' })
  readonly from!: string;

  @Field(() => String, { description: 'What it became.' })
  readonly to!: string;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A limit as it was set in a service (R14).' })
export class ServiceLimit {
  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => Amounts, { description: 'How much.' })
  readonly limit!: Amounts;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({
  simpleResolvers: true,
  description:
    'Rights as they were before a change; null: not what that change was about. Setting them again is a change like any other.',
})
export class EarlierRights {
  @Field(() => [Permission], { nullable: true, description: 'What the user could do (R13).' })
  readonly permissions!: readonly Permission[] | null;

  @Field(() => [ServiceLimit], {
    nullable: true,
    description:
      'For how much (R14): the user’s limits, or the contract’s where the entry concerns no user.',
  })
  readonly limits!: readonly ServiceLimit[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'From which accounts; empty: all of the contract’s.',
  })
  readonly accounts!: readonly string[] | null;
}

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

  @Field(() => HistoryKindEnum, { description: 'By what people look for it.' })
  readonly kind!: HistoryKind;

  @Field(() => UserId, {
    nullable: true,
    description: 'The user whom it concerns; null: no user.',
  })
  readonly concerns!: string | null;

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

  @Field(() => String, {
    description: 'The same without what changed, for where `changes` stand beside it.',
  })
  readonly headline!: string;

  @Field(() => [HistoryChange], { description: 'What changed, from what to what.' })
  readonly changes!: readonly HistoryChange[];

  @Field(() => EarlierRights, {
    nullable: true,
    description: 'Of a change of rights: what they were before. Null of everything else.',
  })
  readonly before!: EarlierRights | null;
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

  @Field(() => Int, { description: 'How many entries fit the filter.' })
  readonly totalCount!: number;
}
