import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { PinPolicyEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId } from '../../graphql/scalars.ts';
import type { Asked } from '../../operation.ts';
import { viewer } from '../../sessions/viewer-of.ts';
import { cardChallenge } from '../administrators/card-challenge.ts';
import { logOnAdministrator } from '../administrators/log-on-administrator.ts';
import { registerAdministrator } from '../administrators/register-administrator.ts';
import { CardChallenge } from '../cards/card-challenge.type.ts';
import { logOff } from '../sessions/log-off.ts';
import { logOnUser } from '../users/log-on-user.ts';
import { replaceTemporaryPins } from '../users/replace-temporary-pins.ts';
import { LogOnUserInput, ReplaceTemporaryPinsInput } from '../users/user-acts.type.ts';
import { changePin } from './change-pin.ts';
import {
  ChangePinInput,
  ChangePinResult,
  LogOffResult,
  LogOnAdministratorInput,
  LogOnAdministratorResult,
  LogOnUserResult,
  RegisterAdministratorInput,
  RegisterAdministratorResult,
  ReplaceTemporaryPinsResult,
  SetLogonNoticesInput,
  SetLogonNoticesResult,
  Viewer,
} from './person.type.ts';
import { setLogonNotices } from './set-logon-notices.ts';

const input = { description: 'The entries.' };

@Resolver()
export class PersonResolver {
  @Rule('ANYONE')
  @Query(() => Viewer, {
    nullable: true,
    description: 'Who asks; null for strangers. Prolongs no session.',
  })
  viewer(@Ctx() asked: Asked) {
    return viewer(asked);
  }

  @Rule('ANYONE')
  @Query(() => PinPolicyEnum, {
    description: 'Which rules a new PIN is judged by, so that a page can show them beforehand.',
  })
  pinPolicy(@Ctx() { services }: Asked) {
    return services.settings.pinPolicy.toUpperCase();
  }

  @Rule('ANYONE')
  @Query(() => CardChallenge, {
    description:
      'R7: which cells of the card to read. The same until a complete logon has answered it.',
  })
  cardChallenge(
    @Arg('contractId', () => ContractId, { description: 'ご契約先ID.' }) contractId: string,
    @Ctx() asked: Asked,
  ) {
    return cardChallenge(contractId, asked);
  }

  @Rule('STRANGER', 'USER', 'ADMINISTRATOR')
  @Mutation(() => RegisterAdministratorResult, {
    description: 'R2: the administrator’s first logon.',
  })
  registerAdministrator(
    @Arg('input', () => RegisterAdministratorInput, input) given: RegisterAdministratorInput,
    @Ctx() asked: Asked,
  ) {
    return answer(registerAdministrator, given, asked);
  }

  @Rule('STRANGER', 'USER', 'ADMINISTRATOR')
  @Mutation(() => LogOnAdministratorResult, {
    description: 'R3, R7: every later logon of the administrator.',
  })
  logOnAdministrator(
    @Arg('input', () => LogOnAdministratorInput, input) given: LogOnAdministratorInput,
    @Ctx() asked: Asked,
  ) {
    return answer(logOnAdministrator, given, asked);
  }

  @Rule('STRANGER', 'USER', 'ADMINISTRATOR', 'TRANSACTIONS')
  @Mutation(() => LogOnUserResult, {
    description: 'R5: a user’s logon, in the browser or through a bank system.',
  })
  logOnUser(@Arg('input', () => LogOnUserInput, input) given: LogOnUserInput, @Ctx() asked: Asked) {
    return answer(logOnUser, given, asked);
  }

  @Rule('USER', 'ADMINISTRATOR')
  @Mutation(() => LogOffResult, { description: 'Ends the session that asks.' })
  logOff(@Ctx() asked: Asked) {
    return answer(logOff, null, asked);
  }

  @Rule('USER', 'ADMINISTRATOR')
  @Mutation(() => ChangePinResult, {
    description: 'R22: changes one PIN of the pair; both current ones are proven.',
  })
  changePin(@Arg('input', () => ChangePinInput, input) given: ChangePinInput, @Ctx() asked: Asked) {
    return answer(changePin, given, asked);
  }

  @Rule('USER', 'ADMINISTRATOR')
  @Mutation(() => SetLogonNoticesResult, {
    description: 'R10: switches the mails of one’s own logons off or on; that is told, too.',
  })
  setLogonNotices(
    @Arg('input', () => SetLogonNoticesInput, input) given: SetLogonNoticesInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setLogonNotices, given, asked);
  }

  @Rule('USER')
  @Mutation(() => ReplaceTemporaryPinsResult, {
    description:
      'A user’s first logon, second half: both temporary PINs give way to the user’s own.',
  })
  replaceTemporaryPins(
    @Arg('input', () => ReplaceTemporaryPinsInput, input) given: ReplaceTemporaryPinsInput,
    @Ctx() asked: Asked,
  ) {
    return answer(replaceTemporaryPins, given, asked);
  }
}
