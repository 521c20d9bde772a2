import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import {
  SetUserAccountsInput,
  SetUserAccountsResult,
  SetUserLimitsInput,
  SetUserLimitsResult,
  SetUserPermissionsInput,
  SetUserPermissionsResult,
  SetUserRightsInput,
  SetUserRightsResult,
} from './rights.type.ts';
import { setUserAccounts, setUserLimits, setUserPermissions } from './set-one-user.ts';
import { setUserRights } from './set-user-rights.ts';

const input = { description: 'Who, what, and the contract confirmation PIN (R4).' };

@Resolver()
export class RightsResolver {
  @Rule('ADMINISTRATOR')
  @Mutation(() => SetUserPermissionsResult, { description: 'R13: sets what a user may do.' })
  setUserPermissions(
    @Arg('input', () => SetUserPermissionsInput, input) given: SetUserPermissionsInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setUserPermissions, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => SetUserLimitsResult, { description: 'R14: sets for how much.' })
  setUserLimits(
    @Arg('input', () => SetUserLimitsInput, input) given: SetUserLimitsInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setUserLimits, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => SetUserAccountsResult, { description: 'R13: sets from which accounts.' })
  setUserAccounts(
    @Arg('input', () => SetUserAccountsInput, input) given: SetUserAccountsInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setUserAccounts, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => SetUserRightsResult, {
    description: 'Sets the rights of many users in one act (R13, R14): all of them, or nobody.',
  })
  setUserRights(
    @Arg('input', () => SetUserRightsInput, input) given: SetUserRightsInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setUserRights, given, asked);
  }
}
