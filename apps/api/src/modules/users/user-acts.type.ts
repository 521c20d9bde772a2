import type { Instant } from '@monban/domain/instant';
import { Field, InputType, ObjectType } from 'type-graphql';

import { confirmed, resultOf } from '../../graphql/answer.ts';
import { ActionEnum, ServiceEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, DateTime, EmailAddress, Pin, UserId } from '../../graphql/scalars.ts';
import type { Pin as PinValue } from '../../secrets/pin.ts';
import { AmountsInput } from '../contracts/desk-input.type.ts';
import { ConfirmedInput, ConfirmedUserInput, VersionedUserInput } from './confirmed.type.ts';
import { User } from './user.type.ts';

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'Both temporary PINs of a user: shown this once.',
})
export class TemporaryPins {
  @Field(() => String, { description: 'Stands for the user PIN at the first logon.' })
  readonly pin!: string;

  @Field(() => String, { description: 'Proven when both are replaced.' })
  readonly confirmationPin!: string;

  @Field(() => DateTime, { description: 'Until when they work.' })
  readonly expiresAt!: Instant;
}

@InputType({
  description: 'One right: an action in a service. What it needs (VIEW) is brought in.',
})
export class PermissionInput {
  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => ActionEnum, { description: 'What; one that the service has.' })
  readonly action!: string;
}

@InputType({ description: 'A limit in a service that moves money.' })
export class UserLimitInput {
  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => AmountsInput, { description: 'How much.' })
  readonly limit!: AmountsInput;
}

@InputType({ description: 'What a user logs on with (R5).' })
export class LogOnUserInput {
  @Field(() => ContractId, { description: 'ご契約先ID.' })
  readonly contractId!: string;

  @Field(() => UserId, { description: '利用者ID.' })
  readonly userId!: string;

  @Field(() => Pin, { description: '利用者暗証番号, or at the first logon the temporary PIN.' })
  readonly userPin!: PinValue;
}

@InputType({ description: 'The first logon’s second half.' })
export class ReplaceTemporaryPinsInput {
  @Field(() => Pin, { description: 'The other temporary PIN.' })
  readonly temporaryConfirmationPin!: PinValue;

  @Field(() => Pin, { description: 'The user’s own PIN.' })
  readonly newPin!: PinValue;

  @Field(() => Pin, { description: 'The user’s own confirmation PIN; different (R22).' })
  readonly newConfirmationPin!: PinValue;
}

@InputType({ description: 'A new user.' })
export class AddUserInput extends ConfirmedInput {
  @Field(() => UserId, {
    description: '1–30 half-width letters and digits, never used before in this contract.',
  })
  readonly userId!: string;

  @Field(() => String, { description: '1–60 characters on one line.' })
  readonly name!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'For notices that concern this user.' })
  readonly email?: string | null;

  @Field(() => [PermissionInput], {
    description: 'What the user may do (R13); what isn’t granted isn’t allowed.',
  })
  readonly permissions!: readonly PermissionInput[];

  @Field(() => [UserLimitInput], { description: 'For how much (R14); what isn’t set is 0.' })
  readonly limits!: readonly UserLimitInput[];
}

@InputType({ description: 'Whose PINs are drawn anew (R16).' })
export class ResetUserPinsInput extends ConfirmedUserInput {}

@InputType({ description: 'Who is locked.' })
export class LockUserInput extends ConfirmedUserInput {}

@InputType({ description: 'Who is let back in.' })
export class UnlockUserInput extends ConfirmedUserInput {}

@InputType({ description: 'Who is removed.' })
export class RemoveUserInput extends ConfirmedUserInput {}

@InputType({ description: 'What is corrected; what is left out stays.' })
export class UpdateUserInput extends VersionedUserInput {
  @Field(() => String, { nullable: true, description: '1–60 characters on one line.' })
  readonly name?: string | null;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'For notices that concern this user; null: none any more.',
  })
  readonly email?: string | null;
}

@InputType({ description: 'A user stops themselves.' })
export class LockMyselfInput {
  @Field(() => Pin, { description: 'The user confirmation PIN (R6).' })
  readonly confirmationPin!: PinValue;
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The user was added.' })
export class UserAdded {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;

  @Field(() => TemporaryPins, { description: 'Shown this once.' })
  readonly temporaryPins!: TemporaryPins;
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'The user has new temporary PINs; their session ended.',
})
export class UserPinsReset {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;

  @Field(() => TemporaryPins, { description: 'Shown this once.' })
  readonly temporaryPins!: TemporaryPins;
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The user’s data is corrected.' })
export class UserUpdated {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'The user was removed; their ID stays taken, their session ended.',
})
export class UserRemoved {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;
}

@Rule('ADMINISTRATOR', 'USER')
@ObjectType({ simpleResolvers: true, description: 'The user is locked; their session ended.' })
export class UserLocked {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'The user is let back in; wrong entries are counted anew, PINs stay.',
})
export class UserUnlocked {
  @Field(() => User, { description: 'As they now are.' })
  readonly user!: User;
}

export const AddUserResult = resultOf('AddUser', UserAdded, ...confirmed);
export const UpdateUserResult = resultOf('UpdateUser', UserUpdated, ...confirmed);
export const RemoveUserResult = resultOf('RemoveUser', UserRemoved, ...confirmed);
export const ResetUserPinsResult = resultOf('ResetUserPins', UserPinsReset, ...confirmed);
export const LockUserResult = resultOf('LockUser', UserLocked, ...confirmed);
export const UnlockUserResult = resultOf('UnlockUser', UserUnlocked, ...confirmed);
export const LockMyselfResult = resultOf('LockMyself', UserLocked, ...confirmed);
