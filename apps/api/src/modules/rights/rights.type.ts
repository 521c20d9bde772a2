import { Field, InputType, Int, ObjectType } from 'type-graphql';

import { confirmed, resultOf } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import { UserId } from '../../graphql/scalars.ts';
import { ConfirmedInput, VersionedUserInput } from '../users/confirmed.type.ts';
import { PermissionInput, UserLimitInput } from '../users/user-acts.type.ts';
import { User } from '../users/user.type.ts';

@InputType({ description: 'What a user may do from now on, instead of all that they could (R13).' })
export class SetUserPermissionsInput extends VersionedUserInput {
  @Field(() => [PermissionInput], { description: 'What they need (VIEW) is brought in.' })
  readonly permissions!: readonly PermissionInput[];
}

@InputType({ description: 'For how much from now on, instead of all that was set (R14).' })
export class SetUserLimitsInput extends VersionedUserInput {
  @Field(() => [UserLimitInput], { description: 'A service that isn’t named is at 0.' })
  readonly limits!: readonly UserLimitInput[];
}

@InputType({ description: 'From which accounts, instead of all that were named.' })
export class SetUserAccountsInput extends VersionedUserInput {
  @Field(() => [String], {
    description:
      'Account numbers as the bank writes them: letters, digits and hyphens, at most 34; none: all of the contract’s. At most 100.',
  })
  readonly accounts!: readonly string[];
}

@InputType({ description: 'A user as the page knew them.' })
export class UserAtVersionInput {
  @Field(() => UserId, { description: 'Which user.' })
  readonly userId!: string;

  @Field(() => Int, {
    description: 'The user’s `version` that was seen; if it is another by now: CONFLICT for all.',
  })
  readonly expectedVersion!: number;
}

@InputType({ description: 'The same rights for some users; what is left out stays as it is.' })
export class UserRightsInput {
  @Field(() => [UserAtVersionInput], { description: 'Who gets them.' })
  readonly users!: readonly UserAtVersionInput[];

  @Field(() => [PermissionInput], {
    nullable: true,
    description: 'What they may do, instead of all that they could (R13).',
  })
  readonly permissions?: readonly PermissionInput[] | null;

  @Field(() => [UserLimitInput], {
    nullable: true,
    description: 'For how much, instead of all that was set (R14).',
  })
  readonly limits?: readonly UserLimitInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'From which accounts; none: all of the contract’s.',
  })
  readonly accounts?: readonly string[] | null;
}

@InputType({ description: 'Other rights for 1–100 users in one act: all of them, or nobody.' })
export class SetUserRightsInput extends ConfirmedInput {
  @Field(() => [UserRightsInput], { description: 'Each user is named once.' })
  readonly changes!: readonly UserRightsInput[];
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'What the user may do is set.' })
export class UserPermissionsSet {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The user’s limits are set.' })
export class UserLimitsSet {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The user’s accounts are set.' })
export class UserAccountsSet {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The users’ rights are set.' })
export class UserRightsSet {
  @Field(() => [User], { description: 'All who were named, as they now are.' })
  readonly users!: readonly User[];
}

export const SetUserPermissionsResult = resultOf(
  'SetUserPermissions',
  UserPermissionsSet,
  ...confirmed,
);
export const SetUserLimitsResult = resultOf('SetUserLimits', UserLimitsSet, ...confirmed);
export const SetUserAccountsResult = resultOf('SetUserAccounts', UserAccountsSet, ...confirmed);
export const SetUserRightsResult = resultOf('SetUserRights', UserRightsSet, ...confirmed);
