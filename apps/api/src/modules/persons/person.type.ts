import type { Instant } from '@monban/domain/instant';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { confirmed, resultOf, typeNameOf } from '../../graphql/answer.ts';
import { AdministratorStatusEnum, BankScopeEnum, PinKindEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, DateTime, EmailAddress, OneTimePassword, Pin } from '../../graphql/scalars.ts';
import type { OneTimePassword as OtpValue, Pin as PinValue } from '../../secrets/pin.ts';
import { Contract } from '../contracts/contract.type.ts';
import { LoggedOff, Session } from '../sessions/session.type.ts';
import { User } from '../users/user.type.ts';

@Rule('ANYONE')
@ObjectType({
  simpleResolvers: true,
  description: '管理者: the one person of the company who appoints its users.',
})
export class Administrator {
  @Field(() => String, { description: 'The person’s name.' })
  readonly name!: string;

  @Field(() => AdministratorStatusEnum, { description: 'Where the administrator stands.' })
  readonly status!: string;

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the contract’s addresses are told of the administrator’s logons.',
  })
  readonly logonNotices!: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'The last logon.' })
  readonly lastLogonAt!: Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'The logon before the last.' })
  readonly previousLogonAt!: Instant | null;

  @Field(() => Int, { description: 'Wrong entries since the logon before this one.' })
  readonly wrongEntriesSinceLastLogon!: number;

  @Field(() => Session, {
    nullable: true,
    description: 'The viewer’s own session; null of anybody else.',
  })
  readonly session!: Session | null;

  @Field(() => Contract, { description: 'The contract that is administered.' })
  readonly contract!: Contract;
}

@Rule('DESK', 'TRANSACTIONS', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A client of the bank’s, by its token.' })
export class BankClient {
  @Field(() => String, { description: 'The client.' })
  readonly clientId!: string;

  @Field(() => String, { description: 'The human behind it, or the client itself.' })
  readonly subject!: string;

  @Field(() => [BankScopeEnum], { description: 'What its token is good for.' })
  readonly scopes!: readonly string[];
}

export const Viewer = createUnionType({
  name: 'Viewer',
  description: 'Who asks.',
  types: () => [Administrator, User, BankClient] as const,
  resolveType: typeNameOf,
});

@InputType({ description: '開通確認: the administrator’s first logon (R2).' })
export class RegisterAdministratorInput {
  @Field(() => ContractId, { description: 'ご契約先ID.' })
  readonly contractId!: string;

  @Field(() => Pin, { description: 'ご契約先登録用暗証番号, from the bank’s letter.' })
  readonly registrationPin!: PinValue;

  @Field(() => OneTimePassword, { description: 'The four digits off the card.' })
  readonly oneTimePassword!: OtpValue;

  @Field(() => ID, {
    nullable: true,
    description: 'The challenge that they were read for; left out: the current one.',
  })
  readonly challengeId?: string | null;

  @Field(() => Pin, { description: 'The new contract PIN (R3).' })
  readonly contractPin!: PinValue;

  @Field(() => Pin, { description: 'The new contract confirmation PIN (R4); different (R22).' })
  readonly contractConfirmationPin!: PinValue;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'A further address for notices (R10).',
  })
  readonly notificationAddress?: string | null;
}

@InputType({ description: 'What the administrator logs on with (R3, R7).' })
export class LogOnAdministratorInput {
  @Field(() => ContractId, { description: 'ご契約先ID.' })
  readonly contractId!: string;

  @Field(() => Pin, { description: 'ご契約先暗証番号.' })
  readonly contractPin!: PinValue;

  @Field(() => OneTimePassword, { description: 'The four digits off the card.' })
  readonly oneTimePassword!: OtpValue;

  @Field(() => ID, {
    nullable: true,
    description: 'The challenge that they were read for; left out: the current one.',
  })
  readonly challengeId?: string | null;
}

@InputType({ description: 'Whether notices of one’s own logons are mailed.' })
export class SetLogonNoticesInput {
  @Field(() => Boolean, { description: 'False: no more.' })
  readonly on!: boolean;

  @Field(() => Pin, { description: 'The own confirmation PIN (R4, R6).' })
  readonly confirmationPin!: PinValue;
}

@InputType({ description: 'Which PIN is changed; both current ones are proven (R22).' })
export class ChangePinInput {
  @Field(() => PinKindEnum, { description: 'Which of the pair.' })
  readonly kind!: string;

  @Field(() => Pin, { description: 'The new one.' })
  readonly newPin!: PinValue;

  @Field(() => Pin, { description: 'The current logon PIN.' })
  readonly currentPin!: PinValue;

  @Field(() => Pin, { description: 'The current confirmation PIN.' })
  readonly currentConfirmationPin!: PinValue;
}

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'Somebody proved who they are.' })
export class LoggedOn {
  @Field(() => Viewer, { description: 'Who.' })
  readonly viewer!: typeof Viewer;

  @Field(() => Session, { description: 'The session that began.' })
  readonly session!: Session;

  @Field(() => Boolean, {
    description: 'The PINs are temporary ones: replaceTemporaryPins comes before anything else.',
  })
  readonly mustReplacePins!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'For `Monban-Session`, through a bank system only; a browser never sees it.',
  })
  readonly sessionToken!: string | null;
}

@Rule('USER', 'ADMINISTRATOR')
@ObjectType({
  simpleResolvers: true,
  description: 'It is so from the next logon on; the company is told of it.',
})
export class LogonNoticesSet {
  @Field(() => Viewer, { description: 'Who asked, as they now are.' })
  readonly viewer!: typeof Viewer;
}

@Rule('USER', 'ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The PIN was changed.' })
export class PinChanged {
  @Field(() => Viewer, { description: 'As they now are.' })
  readonly viewer!: typeof Viewer;
}

export const RegisterAdministratorResult = resultOf(
  'RegisterAdministrator',
  LoggedOn,
  'SimpleRefusal',
  'PinPolicyViolated',
  'InvalidInput',
  'TryAgain',
);
export const LogOnAdministratorResult = resultOf(
  'LogOnAdministrator',
  LoggedOn,
  'SimpleRefusal',
  'InvalidInput',
  'TryAgain',
);
export const LogOnUserResult = resultOf(
  'LogOnUser',
  LoggedOn,
  'SimpleRefusal',
  'InvalidInput',
  'TryAgain',
);
export const LogOffResult = resultOf('LogOff', LoggedOff);
export const SetLogonNoticesResult = resultOf('SetLogonNotices', LogonNoticesSet, ...confirmed);
export const ChangePinResult = resultOf(
  'ChangePin',
  PinChanged,
  'SimpleRefusal',
  'WrongPin',
  'PinPolicyViolated',
  'InvalidInput',
  'TryAgain',
);
export const ReplaceTemporaryPinsResult = resultOf(
  'ReplaceTemporaryPins',
  PinChanged,
  'SimpleRefusal',
  'WrongPin',
  'PinPolicyViolated',
  'InvalidInput',
  'TryAgain',
);
