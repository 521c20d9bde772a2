import { Field, ObjectType } from 'type-graphql';

import { resultOf } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import { DeskActWaiting } from '../desk-acts/desk-act.type.ts';
import { CardPutInForce } from './administrator-acts.type.ts';
import { Contract, IssuedCard } from './contract.type.ts';

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The contract was opened. Registration PIN and card are shown this once.',
})
export class ContractOpened {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;

  @Field(() => String, {
    nullable: true,
    description:
      'For the administrator’s first logon (R2). Where two persons are wanted the answer is `DeskActWaiting`, and whoever approves is shown it.',
  })
  readonly registrationPin!: string | null;

  @Field(() => IssuedCard, {
    nullable: true,
    description:
      'With its table. Where two persons are wanted the answer is `DeskActWaiting`, and `showCard` shows it.',
  })
  readonly card!: IssuedCard | null;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'A further card was issued. Its table is shown this once.',
})
export class CardIssued {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;

  @Field(() => IssuedCard, {
    nullable: true,
    description:
      'Sent, not in force. Where two persons are wanted the answer is `DeskActWaiting`, and `showCard` shows it.',
  })
  readonly card!: IssuedCard | null;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The contract works again; wrong entries are counted anew, PINs stay.',
})
export class ContractUnlocked {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description:
    'The administrator’s PINs and session are over; the users go on. The registration PIN is shown this once.',
})
export class AdministratorReset {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;

  @Field(() => String, {
    nullable: true,
    description: 'For `registerAdministrator` (R2). Of two persons whoever approves is shown it.',
  })
  readonly registrationPin!: string | null;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The contract is closed at `closedAt`, the next midnight in Japan.',
})
export class ContractClosed {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'The contract goes on.' })
export class ContractKept {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'The lock linkage is set.' })
export class LockLinkageSet {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'The company has its new name.' })
export class ContractRenamed {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'The idle end is set.' })
export class IdleMinutesSet {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'What a logon needs is set.' })
export class AuthenticationMethodSet {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'Services and ceilings are set.' })
export class ContractServicesSet {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

/** What an act of the desk can be refused by. */
export const byDesk = ['SimpleRefusal', 'InvalidInput'] as const;

export const OpenContractResult = resultOf(
  'OpenContract',
  [ContractOpened, DeskActWaiting],
  'SimpleRefusal',
  'InvalidInput',
  'TryAgain',
);
export const IssueCardResult = resultOf('IssueCard', [CardIssued, DeskActWaiting], ...byDesk);
export const PutCardInForceResult = resultOf(
  'PutCardInForce',
  [CardPutInForce, DeskActWaiting],
  ...byDesk,
);
export const ResetAdministratorResult = resultOf(
  'ResetAdministrator',
  [AdministratorReset, DeskActWaiting],
  ...byDesk,
  'TryAgain',
);
export const CloseContractResult = resultOf(
  'CloseContract',
  [ContractClosed, DeskActWaiting],
  ...byDesk,
);
export const KeepContractResult = resultOf('KeepContract', ContractKept, ...byDesk);
export const UnlockContractResult = resultOf('UnlockContract', ContractUnlocked, ...byDesk);
export const SetLockLinkageResult = resultOf('SetLockLinkage', LockLinkageSet, ...byDesk);
export const RenameContractResult = resultOf('RenameContract', ContractRenamed, ...byDesk);
export const SetIdleMinutesResult = resultOf('SetIdleMinutes', IdleMinutesSet, ...byDesk);
export const SetAuthenticationMethodResult = resultOf(
  'SetAuthenticationMethod',
  [AuthenticationMethodSet, DeskActWaiting],
  ...byDesk,
);
export const SetContractServicesResult = resultOf(
  'SetContractServices',
  [ContractServicesSet, DeskActWaiting],
  ...byDesk,
);
