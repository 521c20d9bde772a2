import { Field, InputType, ObjectType } from 'type-graphql';

import { resultOf } from '../../graphql/answer.ts';
import { IdentityCheckEnum, LockLinkageEnum, ServiceEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, EmailAddress, Yen } from '../../graphql/scalars.ts';
import { Contract, IssuedCard } from './contract.type.ts';

@InputType({
  description: 'A limit in whole yen: 0 … 9,999,999,999,999; per transaction no more than per day.',
})
export class AmountsInput {
  @Field(() => Yen, { description: '1回あたり' })
  readonly perTransaction!: number;

  @Field(() => Yen, { description: '1日あたり' })
  readonly perDay!: number;
}

@InputType({ description: 'A service that the contract is to have.' })
export class ContractServiceInput {
  @Field(() => ServiceEnum, { description: 'Which.' })
  readonly service!: string;

  @Field(() => AmountsInput, {
    nullable: true,
    description: 'The desk’s ceiling; left out: 0. None where no money moves.',
  })
  readonly ceiling?: AmountsInput | null;
}

@InputType({ description: 'What the desk opens a contract with.' })
export class OpenContractInput {
  @Field(() => ContractId, {
    nullable: true,
    description: 'The bank’s own number; left out: one is drawn.',
  })
  readonly contractId?: string | null;

  @Field(() => String, { description: 'The company’s name: 1–60 characters on one line.' })
  readonly name!: string;

  @Field(() => [ContractServiceInput], { description: 'At least one.' })
  readonly services!: readonly ContractServiceInput[];

  @Field(() => LockLinkageEnum, { description: '暗証番号ロックの連動.' })
  readonly lockLinkage!: string;

  @Field(() => String, { nullable: true, description: 'Left out: the company’s name.' })
  readonly administratorName?: string | null;

  @Field(() => EmailAddress, {
    nullable: true,
    description:
      'The first address for notices, from the bank’s paper form (R10); in force at once.',
  })
  readonly notificationAddress?: string | null;

  @Field(() => String, { nullable: true, description: '受付番号 of the paper or the call.' })
  readonly reference?: string | null;

  @Field(() => IdentityCheckEnum, {
    nullable: true,
    description: 'How the desk made sure who was asking.',
  })
  readonly identityCheck?: string | null;
}

@InputType({ description: 'For which contract a further card is issued.' })
export class IssueCardInput {
  @Field(() => ContractId, { description: 'Which contract.' })
  readonly contractId!: string;

  @Field(() => String, { nullable: true, description: '受付番号 of the paper or the call.' })
  readonly reference?: string | null;

  @Field(() => IdentityCheckEnum, {
    nullable: true,
    description: 'How the desk made sure who was asking.',
  })
  readonly identityCheck?: string | null;
}

@InputType({ description: 'Which contract is let back in.' })
export class UnlockContractInput {
  @Field(() => ContractId, { description: 'Which contract.' })
  readonly contractId!: string;

  @Field(() => String, { nullable: true, description: '受付番号; needed in production.' })
  readonly reference?: string | null;

  @Field(() => IdentityCheckEnum, {
    nullable: true,
    description: 'How the desk made sure who was asking; needed in production.',
  })
  readonly identityCheck?: string | null;
}

@InputType({ description: 'Whom a user’s seventh wrong PIN is to stop.' })
export class SetLockLinkageInput {
  @Field(() => ContractId, { description: 'Which contract.' })
  readonly contractId!: string;

  @Field(() => LockLinkageEnum, {
    description: 'LINKED: everybody (R19); UNLINKED: the user alone (R20).',
  })
  readonly lockLinkage!: string;

  @Field(() => String, { nullable: true, description: '受付番号 of the paper or the call.' })
  readonly reference?: string | null;

  @Field(() => IdentityCheckEnum, {
    nullable: true,
    description: 'How the desk made sure who was asking.',
  })
  readonly identityCheck?: string | null;
}

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
    description: 'For the administrator’s first logon (R2); null where a second person fetches it.',
  })
  readonly registrationPin!: string | null;

  @Field(() => IssuedCard, {
    nullable: true,
    description: 'With its table; null where a second person fetches it.',
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
    description: 'Sent, not in force; null where a second person fetches it.',
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
@ObjectType({ simpleResolvers: true, description: 'The lock linkage is set.' })
export class LockLinkageSet {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;
}

export const OpenContractResult = resultOf(
  'OpenContract',
  ContractOpened,
  'SimpleRefusal',
  'InvalidInput',
  'TryAgain',
);
export const IssueCardResult = resultOf('IssueCard', CardIssued, 'SimpleRefusal', 'InvalidInput');
export const UnlockContractResult = resultOf(
  'UnlockContract',
  ContractUnlocked,
  'SimpleRefusal',
  'InvalidInput',
);
export const SetLockLinkageResult = resultOf(
  'SetLockLinkage',
  LockLinkageSet,
  'SimpleRefusal',
  'InvalidInput',
);
