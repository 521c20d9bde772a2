import type { Instant } from '@monban/domain/instant';
import { Field, Int, ObjectType } from 'type-graphql';

import { AbilityReasonEnum, ActionEnum, ServiceEnum, UserStatusEnum } from '../../graphql/enums.ts';
import { PageInfo } from '../../graphql/connection.ts';
import { Rule } from '../../graphql/rule.ts';
import { DateTime, EmailAddress, UserId, Yen } from '../../graphql/scalars.ts';
import { Amounts, Contract, Lock } from '../contracts/contract.type.ts';
import { Session } from '../sessions/session.type.ts';

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'One right: an action in a service (R13).' })
export class Permission {
  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => ActionEnum, { description: 'What.' })
  readonly action!: string;
}

@Rule('ANYONE')
@ObjectType({
  simpleResolvers: true,
  description: 'A user’s limit in a service that moves money (R14).',
})
export class UserLimit {
  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => Amounts, { description: 'The user’s own; 0 where none was set.' })
  readonly limit!: Amounts;

  @Field(() => Amounts, {
    description: 'What counts: the smallest of ceiling, contract limit and user limit.',
  })
  readonly effective!: Amounts;

  @Field(() => Yen, { description: 'What was authorised today.' })
  readonly usedToday!: number;
}

@Rule('ANYONE')
@ObjectType({
  simpleResolvers: true,
  description: 'Whether a user can do something right now, and everything that is in the way.',
})
export class Ability {
  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => ActionEnum, { description: 'What.' })
  readonly action!: string;

  @Field(() => Boolean, { description: 'Whether nothing is in the way.' })
  readonly allowed!: boolean;

  @Field(() => [AbilityReasonEnum], { description: 'All that is in the way; empty: nothing.' })
  readonly reasons!: readonly string[];
}

@Rule('USER', 'ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'An address that was a user’s until lately.' })
export class LeavingEmail {
  @Field(() => EmailAddress, { description: 'The address.' })
  readonly address!: string;

  @Field(() => DateTime, { description: 'Until when it goes on getting the user’s notices.' })
  readonly leavesAt!: Instant;
}

@Rule('ANYONE')
@ObjectType({
  simpleResolvers: true,
  description: '利用者: somebody of the company who works with the internet banking.',
})
export class User {
  @Field(() => UserId, { description: '利用者ID (R1), the letters as entered.' })
  readonly userId!: string;

  @Field(() => String, { description: 'The person’s name.' })
  readonly name!: string;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'Where notices that concern this user go as well.',
  })
  readonly email!: string | null;

  @Rule('USER', 'ADMINISTRATOR', 'DESK', 'READ')
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when mail to it comes back; null: it arrives, as far as is known.',
  })
  readonly emailBouncedAt!: Instant | null;

  @Rule('USER', 'ADMINISTRATOR', 'DESK', 'READ')
  @Field(() => [LeavingEmail], {
    nullable: true,
    description: 'Addresses that were the user’s and go on getting their notices for some days.',
  })
  readonly leavingEmails!: readonly LeavingEmail[] | null;

  @Rule('USER', 'ADMINISTRATOR', 'DESK', 'READ')
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the user is told by mail of their own logons; the company always is.',
  })
  readonly logonNotices!: boolean | null;

  @Field(() => UserStatusEnum, { description: 'Where the user stands.' })
  readonly status!: string;

  @Field(() => [Lock], { description: 'Why the user is locked; empty: they are not.' })
  readonly locks!: readonly Lock[];

  @Field(() => Int, { description: 'Raised with every change of the user’s data.' })
  readonly version!: number;

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @Field(() => Int, {
    nullable: true,
    description: 'Wrong user PINs in a row; after a lock what they were until it is lifted.',
  })
  readonly wrongPins!: number | null;

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @Field(() => Int, {
    nullable: true,
    description: 'Wrong user confirmation PINs in a row; after a lock what they were.',
  })
  readonly wrongConfirmationPins!: number | null;

  @Field(() => [String], {
    description: 'Accounts that the user may use; empty: all of the contract’s.',
  })
  readonly accounts!: readonly string[];

  @Field(() => DateTime, { nullable: true, description: 'The last logon.' })
  readonly lastLogonAt!: Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'The logon before the last.' })
  readonly previousLogonAt!: Instant | null;

  @Field(() => Boolean, {
    description: 'The PINs are temporary ones: replaceTemporaryPins comes before anything else.',
  })
  readonly mustReplacePins!: boolean;

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the temporary PINs work; null: the PINs are the user’s own.',
  })
  readonly temporaryUntil!: Instant | null;

  @Field(() => Session, {
    nullable: true,
    description: 'The viewer’s own session; null of anybody else.',
  })
  readonly session!: Session | null;

  @Field(() => Contract, { description: 'The contract that the user belongs to.' })
  readonly contract!: Contract;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A user in a list.' })
export class UserEdge {
  @Field(() => String, { description: 'Where in the list.' })
  readonly cursor!: string;

  @Field(() => User, { description: 'The user.' })
  readonly node!: User;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A page of users, by user ID.' })
export class UserConnection {
  @Field(() => [UserEdge], { description: 'With cursors.' })
  readonly edges!: readonly UserEdge[];

  @Field(() => [User], { description: 'Without.' })
  readonly nodes!: readonly User[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many users fit the search.' })
  readonly totalCount!: number;
}
