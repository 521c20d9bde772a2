import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import { addUser } from './add-user.ts';
import { lockUser } from './lock-user.ts';
import { limitsOf, permissionsOf } from './read-user.ts';
import { resetUserPins } from './reset-user-pins.ts';
import { unlockUser } from './unlock-user.ts';
import { Permission, User, UserLimit } from './user.type.ts';
import {
  AddUserInput,
  AddUserResult,
  LockUserInput,
  LockUserResult,
  ResetUserPinsInput,
  ResetUserPinsResult,
  UnlockUserInput,
  UnlockUserResult,
} from './user-acts.type.ts';
import type { UserView } from './user-view.ts';

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
