import { Field, InputType, Int, ObjectType } from 'type-graphql';

import { resultOf } from '../../graphql/answer.ts';
import { ServiceEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { CsvText, EmailAddress, UserId } from '../../graphql/scalars.ts';
import { Amounts } from '../contracts/contract.type.ts';
import { ConfirmedInput } from './confirmed.type.ts';
import { Permission } from './user.type.ts';
import { UserAdded } from './user-acts.type.ts';

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'A limit as a file of users has it (R14).' })
export class ImportedLimit {
  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => Amounts, { description: 'How much; at or below the desk’s ceiling.' })
  readonly limit!: Amounts;
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'A user as one line of a file describes them.' })
export class ImportedUser {
  @Field(() => Int, { description: 'The line, as a spreadsheet counts them, from 1.' })
  readonly line!: number;

  @Field(() => UserId, { description: '利用者ID (R1).' })
  readonly userId!: string;

  @Field(() => String, { description: 'The person’s name.' })
  readonly name!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'For notices that concern them.' })
  readonly email!: string | null;

  @Field(() => [Permission], { description: 'What they may do, with what that needs (R13).' })
  readonly permissions!: readonly Permission[];

  @Field(() => [ImportedLimit], { description: 'For how much (R14); what isn’t there is 0.' })
  readonly limits!: readonly ImportedLimit[];
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description:
    'One thing that is wrong in a file of users, and where. Repeats nothing of the file.',
})
export class UserImportProblem {
  @Field(() => Int, { description: 'The line, as a spreadsheet counts them, from 1.' })
  readonly line!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The column, from 1; null: the whole line, or a column that is missing.',
  })
  readonly column!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the column is called, in the caller’s language; null where nobody knows.',
  })
  readonly field!: string | null;

  @Field(() => String, { description: 'What: USER_ID_TAKEN, ABOVE_CEILING, COLUMN_UNKNOWN …' })
  readonly code!: string;

  @Field(() => String, { description: 'Cause and remedy, in the caller’s language.' })
  readonly message!: string;
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'The dry run of an import: nothing was written.',
})
export class UserImport {
  @Field(() => [ImportedUser], { description: 'Those on lines without problems.' })
  readonly users!: readonly ImportedUser[];

  @Field(() => [UserImportProblem], {
    description: 'What is wrong, by line and column: the first 200. None: all can be added.',
  })
  readonly problems!: readonly UserImportProblem[];

  @Field(() => Int, { description: 'How many problems there are.' })
  readonly problemCount!: number;
}

@InputType({ description: 'Whose temporary PINs are to be drawn ahead of an import.' })
export class PrepareTemporaryPinsInput {
  @Field(() => [UserId], { description: '1–10 user IDs, as the file has them.' })
  readonly userIds!: readonly string[];
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'Temporary PINs were drawn, and nothing else was done.',
})
export class TemporaryPinsPrepared {
  @Field(() => [String], {
    description:
      'One a user ID, in the order asked for: sealed, so that nobody reads them; good for 15 minutes, in this session, for that user ID, in `importUsers`.',
  })
  readonly preparedPins!: readonly string[];
}

@InputType({ description: 'A file of users, all of whom are added, or none.' })
export class ImportUsersInput extends ConfirmedInput {
  @Field(() => CsvText, {
    description: 'The file, as the dry run `userImport` found nothing wrong.',
  })
  readonly csv!: string;

  @Field(() => [String], {
    description: 'What `prepareTemporaryPins` answered: one a user, in the order of the file.',
  })
  readonly preparedPins!: readonly string[];
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'Everybody in the file was added.' })
export class UsersImported {
  @Field(() => [UserAdded], {
    description: 'In the order of the file, each with temporary PINs that are shown this once.',
  })
  readonly users!: readonly UserAdded[];
}

export const PrepareTemporaryPinsResult = resultOf(
  'PrepareTemporaryPins',
  TemporaryPinsPrepared,
  'InvalidInput',
  'TryAgain',
);
export const ImportUsersResult = resultOf(
  'ImportUsers',
  UsersImported,
  'SimpleRefusal',
  'WrongPin',
  'InvalidInput',
  'TryAgain',
);
