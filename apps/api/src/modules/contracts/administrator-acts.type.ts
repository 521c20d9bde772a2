import type { Locale } from '@monban/domain/locale';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { confirmed, resultOf } from '../../graphql/answer.ts';
import { IdentityCheckEnum, LanguageEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, EmailAddress, OneTimePassword, Pin } from '../../graphql/scalars.ts';
import type {
  OneTimePassword as OneTimePasswordValue,
  Pin as PinValue,
} from '../../secrets/pin.ts';
import { ConfirmedInput } from '../users/confirmed.type.ts';
import { UserLimitInput } from '../users/user-acts.type.ts';
import { Contract } from './contract.type.ts';

@InputType({ description: 'The company’s own limits (R14); services that aren’t named stay.' })
export class SetContractLimitsInput extends ConfirmedInput {
  @Field(() => [UserLimitInput], { description: 'None above the desk’s ceiling.' })
  readonly limits!: readonly UserLimitInput[];

  @Field(() => Int, {
    description: 'The contract’s `version` that was seen; if it is another by now: CONFLICT.',
  })
  readonly expectedVersion!: number;
}

@InputType({ description: 'Where notices go from now on (R10).' })
export class SetNotificationAddressesInput extends ConfirmedInput {
  @Field(() => [EmailAddress], {
    description:
      '1–5, each once, letter case aside. A new one waits for the code that is mailed to it.',
  })
  readonly addresses!: readonly string[];

  @Field(() => Int, {
    description: 'The contract’s `version` that was seen; if it is another by now: CONFLICT.',
  })
  readonly expectedVersion!: number;
}

@InputType({ description: 'The language in which notices are written (R10).' })
export class SetMailLanguageInput extends ConfirmedInput {
  @Field(() => LanguageEnum, { description: 'Of every mail of the contract, its users’ too.' })
  readonly language!: Locale;
}

@InputType({ description: 'The code that was mailed to a new address.' })
export class ConfirmNotificationAddressInput extends ConfirmedInput {
  @Field(() => EmailAddress, { description: 'Which address.' })
  readonly address!: string;

  @Field(() => String, { description: '6 digits; good for 24 hours and for 5 entries.' })
  readonly code!: string;
}

@InputType({ description: 'Which session ends.' })
export class EndSessionInput extends ConfirmedInput {
  @Field(() => ID, { description: 'Its public ID.' })
  readonly sessionId!: string;
}

@InputType({ description: 'The card that was sent is put in force.' })
export class ActivateCardInput extends ConfirmedInput {
  @Field(() => OneTimePassword, {
    description: 'The digits of the four cells that `sentCard.challenge` names, off the new card.',
  })
  readonly oneTimePassword!: OneTimePasswordValue;

  @Field(() => ID, {
    nullable: true,
    description:
      'The challenge that they were read for. If it is another by now: TRY_AGAIN, and nothing is compared; left out: the current one.',
  })
  readonly challengeId?: string | null;
}

/** What the administrator confirms with a PIN, and the desk does for a contract that it names. */
@InputType({ description: 'An act that the administrator and the desk can do.' })
export abstract class EitherInput {
  @Field(() => Pin, {
    nullable: true,
    description: 'The contract confirmation PIN (R4): the administrator’s proof.',
  })
  readonly confirmationPin?: PinValue | null;

  @Field(() => ContractId, {
    nullable: true,
    description: 'Which contract: the desk names it; the administrator’s is their own.',
  })
  readonly contractId?: string | null;

  @Field(() => String, { nullable: true, description: 'The desk’s 受付番号.' })
  readonly reference?: string | null;

  @Field(() => IdentityCheckEnum, {
    nullable: true,
    description: 'How the desk made sure who was asking.',
  })
  readonly identityCheck?: string | null;
}

@InputType({ description: 'Emergency stop of a whole contract.' })
export class LockContractInput extends EitherInput {}

@InputType({ description: 'R18: a lost card.' })
export class ReportCardLostInput extends EitherInput {}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The contract’s limits are set.' })
export class ContractLimitsSet {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'The addresses are set; old and new ones are told.',
})
export class NotificationAddressesSet {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'Notices are written in the language; the addresses are told.',
})
export class MailLanguageSet {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The address is in force.' })
export class NotificationAddressConfirmed {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The session is over.' })
export class SessionEnded {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('ADMINISTRATOR', 'DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The contract is locked and every session ended; only the desk starts it again.',
})
export class ContractLocked {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('ADMINISTRATOR', 'DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The card can no longer be used (R18); the administrator’s session ended.',
})
export class CardReportedLost {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('ADMINISTRATOR', 'DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The card that was sent is in force; the one before it can no longer be used.',
})
export class CardPutInForce {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

export const ActivateCardResult = resultOf('ActivateCard', CardPutInForce, ...confirmed);
export const SetContractLimitsResult = resultOf(
  'SetContractLimits',
  ContractLimitsSet,
  ...confirmed,
);
export const SetNotificationAddressesResult = resultOf(
  'SetNotificationAddresses',
  NotificationAddressesSet,
  ...confirmed,
);
export const SetMailLanguageResult = resultOf('SetMailLanguage', MailLanguageSet, ...confirmed);
export const ConfirmNotificationAddressResult = resultOf(
  'ConfirmNotificationAddress',
  NotificationAddressConfirmed,
  ...confirmed,
);
export const EndSessionResult = resultOf('EndSession', SessionEnded, ...confirmed);
export const LockContractResult = resultOf('LockContract', ContractLocked, ...confirmed);
export const ReportCardLostResult = resultOf('ReportCardLost', CardReportedLost, ...confirmed);
