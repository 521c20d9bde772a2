import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import {
  RenameContractInput,
  SetAuthenticationMethodInput,
  SetContractServicesInput,
  SetIdleMinutesInput,
  SetLockLinkageInput,
} from './desk-input.type.ts';
import {
  RenameContractResult,
  SetAuthenticationMethodResult,
  SetContractServicesResult,
  SetIdleMinutesResult,
  SetLockLinkageResult,
} from './desk.type.ts';
import { renameContract } from './rename-contract.ts';
import { setAuthenticationMethod } from './set-authentication-method.ts';
import { setContractServices } from './set-contract-services.ts';
import { setIdleMinutes } from './set-idle-minutes.ts';
import { setLockLinkage } from './set-lock-linkage.ts';

const input = { description: 'The act and its note.' };

/** What the desk sets in a contract. */
@Resolver()
export class DeskSettingsResolver {
  @Rule('DESK')
  @Mutation(() => RenameContractResult, { description: 'The company goes by another name.' })
  renameContract(
    @Arg('input', () => RenameContractInput, input) given: RenameContractInput,
    @Ctx() asked: Asked,
  ) {
    return answer(renameContract, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => SetContractServicesResult, {
    description: 'R13, R14: which services the contract has, and the desk’s ceilings.',
  })
  setContractServices(
    @Arg('input', () => SetContractServicesInput, input) given: SetContractServicesInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setContractServices, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => SetAuthenticationMethodResult, {
    description: 'R12: whether a logon needs a certificate as well.',
  })
  setAuthenticationMethod(
    @Arg('input', () => SetAuthenticationMethodInput, input) given: SetAuthenticationMethodInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setAuthenticationMethod, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => SetIdleMinutesResult, {
    description: 'R11: after how many idle minutes a session ends.',
  })
  setIdleMinutes(
    @Arg('input', () => SetIdleMinutesInput, input) given: SetIdleMinutesInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setIdleMinutes, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => SetLockLinkageResult, {
    description: 'R19–R21: whom a user’s seventh wrong PIN stops.',
  })
  setLockLinkage(
    @Arg('input', () => SetLockLinkageInput, input) given: SetLockLinkageInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setLockLinkage, given, asked);
  }
}
