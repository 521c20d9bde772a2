import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import { addUser } from './add-user.ts';
import { lockMyself } from './lock-myself.ts';
import { lockUser } from './lock-user.ts';
import { abilityOf, limitsOf, permissionsOf } from './read-user.ts';
import { removeUser } from './remove-user.ts';
import { resetUserPins } from './reset-user-pins.ts';
import { unlockUser } from './unlock-user.ts';
import { updateUser } from './update-user.ts';
import { Ability, Permission, User, UserLimit } from './user.type.ts';
import {
  AddUserInput,
  AddUserResult,
  LockMyselfInput,
  LockMyselfResult,
  LockUserInput,
  LockUserResult,
  RemoveUserInput,
  RemoveUserResult,
  ResetUserPinsInput,
  ResetUserPinsResult,
  UnlockUserInput,
  UnlockUserResult,
  UpdateUserInput,
  UpdateUserResult,
} from './user-acts.type.ts';
import type { UserView } from './user-view.ts';

const own = { description: 'The user confirmation PIN (R6).' };
const input = { description: 'Who, and the contract confirmation PIN (R4).' };

@Resolver(() => User)
export class UserResolver {
  @FieldResolver(() => [Permission], { description: 'What the user may do (R13).' })
  permissions(@Root() user: UserView, @Ctx() asked: Asked) {
    return permissionsOf(user, asked);
  }

  @FieldResolver(() => [UserLimit], {
    description: 'For how much (R14), in each service of the contract that moves money.',
  })
  limits(@Root() user: UserView, @Ctx() asked: Asked) {
    return limitsOf(user, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => AddUserResult, {
    description: 'Appoints a user, with temporary PINs that are shown once.',
  })
  addUser(@Arg('input', () => AddUserInput, input) given: AddUserInput, @Ctx() asked: Asked) {
    return answer(addUser, given, asked);
  }

  @FieldResolver(() => [Ability], {
    description:
      'What the user can do right now, and if not, why: every action of the contract’s services.',
  })
  ability(@Root() user: UserView, @Ctx() asked: Asked) {
    return abilityOf(user, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => UpdateUserResult, { description: 'Corrects a user’s name or mail address.' })
  updateUser(
    @Arg('input', () => UpdateUserInput, input) given: UpdateUserInput,
    @Ctx() asked: Asked,
  ) {
    return answer(updateUser, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => RemoveUserResult, {
    description:
      '登録抹消: removes a user, whose session ends at once. The ID is never given out again.',
  })
  removeUser(
    @Arg('input', () => RemoveUserInput, input) given: RemoveUserInput,
    @Ctx() asked: Asked,
  ) {
    return answer(removeUser, given, asked);
  }

  @Rule('USER')
  @Mutation(() => LockMyselfResult, {
    description: 'Emergency stop: a user stops themselves; the administrator lets them back in.',
  })
  lockMyself(
    @Arg('input', () => LockMyselfInput, own) given: LockMyselfInput,
    @Ctx() asked: Asked,
  ) {
    return answer(lockMyself, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => ResetUserPinsResult, {
    description: 'R16: new temporary PINs for a user who forgot theirs.',
  })
  resetUserPins(
    @Arg('input', () => ResetUserPinsInput, input) given: ResetUserPinsInput,
    @Ctx() asked: Asked,
  ) {
    return answer(resetUserPins, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => LockUserResult, {
    description: '利用中止: stops a user, whose session ends at once.',
  })
  lockUser(@Arg('input', () => LockUserInput, input) given: LockUserInput, @Ctx() asked: Asked) {
    return answer(lockUser, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => UnlockUserResult, { description: '利用中止解除 (R20): lets a user back in.' })
  unlockUser(
    @Arg('input', () => UnlockUserInput, input) given: UnlockUserInput,
    @Ctx() asked: Asked,
  ) {
    return answer(unlockUser, given, asked);
  }
}
