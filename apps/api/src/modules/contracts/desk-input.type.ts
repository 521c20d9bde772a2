import type { IdentityCheck } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { Field, InputType, Int } from 'type-graphql';

import { AuthenticationMethodEnum } from '../../graphql/certificate-enums.ts';
import { IdentityCheckEnum, LockLinkageEnum, ServiceEnum } from '../../graphql/enums.ts';
import { ContractId, DateTime, EmailAddress, Yen } from '../../graphql/scalars.ts';

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

@InputType({ description: 'What the desk notes with an act.' })
export abstract class DeskInput {
  @Field(() => String, {
    nullable: true,
    description:
      '受付番号 of the paper or the call. In production needed for unlocking, resetting, putting a card in force and giving somebody a certificate.',
  })
  readonly reference?: string | null;

  @Field(() => IdentityCheckEnum, {
    nullable: true,
    description: 'How the desk made sure who was asking. In production needed like `reference`.',
  })
  readonly identityCheck?: IdentityCheck | null;
}

@InputType({ description: 'An act of the desk in one contract.' })
export abstract class DeskContractInput extends DeskInput {
  @Field(() => ContractId, { description: 'Which contract.' })
  readonly contractId!: string;
}

@InputType({ description: 'What the desk opens a contract with.' })
export class OpenContractInput extends DeskInput {
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
}

@InputType({ description: 'For which contract a further card is issued.' })
export class IssueCardInput extends DeskContractInput {}

@InputType({ description: 'Whose card, the one that was sent, is put in force.' })
export class PutCardInForceInput extends DeskContractInput {}

@InputType({ description: 'Which contract’s administrator begins anew (R17).' })
export class ResetAdministratorInput extends DeskContractInput {
  @Field(() => String, {
    nullable: true,
    description: 'The successor’s name, if it is one; left out: it stays.',
  })
  readonly administratorName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the contract’s locks are lifted as well, as by `unlockContract`.',
  })
  readonly unlock?: boolean | null;
}

@InputType({ description: 'Which contract is closed.' })
export class CloseContractInput extends DeskContractInput {}

@InputType({ description: 'Which contract goes on after all.' })
export class KeepContractInput extends DeskContractInput {}

@InputType({ description: 'Which contract is let back in.' })
export class UnlockContractInput extends DeskContractInput {}

@InputType({ description: 'Whom a user’s seventh wrong PIN is to stop.' })
export class SetLockLinkageInput extends DeskContractInput {
  @Field(() => LockLinkageEnum, {
    description: 'LINKED: everybody (R19); UNLINKED: the user alone (R20).',
  })
  readonly lockLinkage!: string;
}

@InputType({ description: 'What the company is called from now on.' })
export class RenameContractInput extends DeskContractInput {
  @Field(() => String, { description: '1–60 characters on one line.' })
  readonly name!: string;
}

@InputType({ description: 'After how many idle minutes a session ends (R11).' })
export class SetIdleMinutesInput extends DeskContractInput {
  @Field(() => Int, { description: '1–60. Sessions that run keep to it at once.' })
  readonly idleMinutes!: number;
}

@InputType({ description: 'What a logon needs (R12).' })
export class SetAuthenticationMethodInput extends DeskContractInput {
  @Field(() => DateTime, {
    nullable: true,
    description:
      'From when on everybody needs a certificate, a moment to come; left out: at once. Counts under CERTIFICATE alone.',
  })
  readonly certificateFrom?: Instant | null;

  @Field(() => AuthenticationMethodEnum, {
    description:
      'CERTIFICATE: who doesn’t come with their own, valid one is refused before anything is compared or counted, and sessions that began without one end as soon as their person needs one: at once, or from `certificateFrom` on for those who never had one. Let the administrator have one first (`grantCertificate`, `registerCertificate`).',
  })
  readonly authenticationMethod!: string;
}

@InputType({ description: 'Which services the contract has, with the desk’s ceilings.' })
export class SetContractServicesInput extends DeskContractInput {
  @Field(() => [ContractServiceInput], {
    description:
      'The whole list, at least one. A service that isn’t named goes, with every user’s permissions and limits in it. A ceiling changes no limit below it: the smallest counts.',
  })
  readonly services!: readonly ContractServiceInput[];
}
