import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { answer, answerEither } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import { confirmNotificationAddress } from '../addresses/confirm-notification-address.ts';
import { setNotificationAddresses } from '../addresses/set-notification-addresses.ts';
import { activateCard } from '../cards/activate-card.ts';
import { reportCardLostAtDesk, reportOwnCardLost } from '../cards/report-card-lost.ts';
import { endSession } from '../sessions/end-session.ts';
import {
  ActivateCardInput,
  ActivateCardResult,
  ConfirmNotificationAddressInput,
  ConfirmNotificationAddressResult,
  EndSessionInput,
  EndSessionResult,
  LockContractInput,
  LockContractResult,
  ReportCardLostInput,
  ReportCardLostResult,
  SetContractLimitsInput,
  SetContractLimitsResult,
  SetMailLanguageInput,
  SetMailLanguageResult,
  SetNotificationAddressesInput,
  SetNotificationAddressesResult,
} from './administrator-acts.type.ts';
import { lockContractAtDesk, lockOwnContract } from './lock-contract.ts';
import { setContractLimits } from './set-contract-limits.ts';
import { setMailLanguage } from './set-mail-language.ts';

const input = { description: 'What, and the contract confirmation PIN (R4).' };
const either = { description: 'The administrator’s PIN, or the contract that the desk names.' };

@Resolver()
export class AdministratorActsResolver {
  @Rule('ADMINISTRATOR')
  @Mutation(() => SetContractLimitsResult, {
    description: 'R14: sets the company’s own limits, at or below the desk’s ceiling.',
  })
  setContractLimits(
    @Arg('input', () => SetContractLimitsInput, input) given: SetContractLimitsInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setContractLimits, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => SetNotificationAddressesResult, { description: 'R10: sets where notices go.' })
  setNotificationAddresses(
    @Arg('input', () => SetNotificationAddressesInput, input) given: SetNotificationAddressesInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setNotificationAddresses, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => SetMailLanguageResult, {
    description: 'R10: sets the language of the contract’s notices, the next one’s already.',
  })
  setMailLanguage(
    @Arg('input', () => SetMailLanguageInput, input) given: SetMailLanguageInput,
    @Ctx() asked: Asked,
  ) {
    return answer(setMailLanguage, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => ConfirmNotificationAddressResult, {
    description: 'R10: puts a new address in force by the code that was mailed to it.',
  })
  confirmNotificationAddress(
    @Arg('input', () => ConfirmNotificationAddressInput, input)
    given: ConfirmNotificationAddressInput,
    @Ctx() asked: Asked,
  ) {
    return answer(confirmNotificationAddress, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => EndSessionResult, { description: 'Ends a session of the contract.' })
  endSession(
    @Arg('input', () => EndSessionInput, input) given: EndSessionInput,
    @Ctx() asked: Asked,
  ) {
    return answer(endSession, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => ActivateCardResult, {
    description: 'Puts the card that was sent in force by four of its cells.',
  })
  activateCard(
    @Arg('input', () => ActivateCardInput, input) given: ActivateCardInput,
    @Ctx() asked: Asked,
  ) {
    return answer(activateCard, given, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK')
  @Mutation(() => LockContractResult, {
    description: 'Emergency stop: nobody of the contract works on; only the desk starts it again.',
  })
  lockContract(
    @Arg('input', () => LockContractInput, either) given: LockContractInput,
    @Ctx() asked: Asked,
  ) {
    return answerEither(lockOwnContract, lockContractAtDesk, given, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK')
  @Mutation(() => ReportCardLostResult, {
    description: 'R18: a lost card can no longer be used, from this moment on.',
  })
  reportCardLost(
    @Arg('input', () => ReportCardLostInput, either) given: ReportCardLostInput,
    @Ctx() asked: Asked,
  ) {
    return answerEither(reportOwnCardLost, reportCardLostAtDesk, given, asked);
  }
}
