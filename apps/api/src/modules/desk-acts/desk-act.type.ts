import type { Instant } from '@monban/domain/instant';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { resultOf } from '../../graphql/answer.ts';
import { PageInfo } from '../../graphql/connection.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, DateTime } from '../../graphql/scalars.ts';
import { Contract, IssuedCard } from '../contracts/contract.type.ts';
import { DeskContractInput, DeskInput } from '../contracts/desk-input.type.ts';

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'An act of the desk that waits for another human’s approval.',
})
export class DeskAct {
  @Field(() => ID, { description: 'Names it: the contract ID, a hyphen, eight digits. No secret.' })
  readonly actId!: string;

  @Field(() => ContractId, {
    description: 'Which contract; of an opening the ID that it will have.',
  })
  readonly contractId!: string;

  @Field(() => String, { description: 'The mutation that was asked for: `issueCard`.' })
  readonly operation!: string;

  @Field(() => String, { description: 'What it was asked for with: its input, as JSON.' })
  readonly input!: string;

  @Field(() => String, {
    description: 'Who asked, as the history shows them: client and human. The human can’t approve.',
  })
  readonly askedBy!: string;

  @Field(() => DateTime, { description: 'Since when it waits.' })
  readonly askedAt!: Instant;

  @Field(() => DateTime, { description: 'From then on it can’t be approved any more.' })
  readonly expiresAt!: Instant;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description:
    'Two persons: nothing has been done yet. Another human approves it with `approveDeskAct`.',
})
export class DeskActWaiting {
  @Field(() => DeskAct, { description: 'What waits.' })
  readonly act!: DeskAct;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'The act was approved, and is done.' })
export class DeskActApproved {
  @Field(() => DeskAct, { description: 'What waited.' })
  readonly act!: DeskAct;

  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the act gives out a registration PIN (R2): shown this once, to whoever approved. Null where it gives out none. A card is fetched with `showCard`, by another human.',
  })
  readonly registrationPin!: string | null;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The act was declined or withdrawn; it will not be done.',
})
export class DeskActDeclined {
  @Field(() => DeskAct, { description: 'What waited.' })
  readonly act!: DeskAct;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'The card, with its table: shown this once.' })
export class CardShown {
  @Field(() => Contract, { description: 'As it now is.' })
  readonly contract!: Contract;

  @Field(() => IssuedCard, { description: 'With its table (R8).' })
  readonly card!: IssuedCard;
}

@InputType({ description: 'Which act another human approves; with the note of the approval.' })
export class ApproveDeskActInput extends DeskInput {
  @Field(() => ID, { description: 'The `actId` that the asker was given.' })
  readonly actId!: string;
}

@InputType({ description: 'Which act is declined, or withdrawn by whoever asked for it.' })
export class DeclineDeskActInput extends DeskInput {
  @Field(() => ID, { description: 'The `actId` that the asker was given.' })
  readonly actId!: string;
}

@InputType({ description: 'Of which contract the card is shown that nobody has seen yet.' })
export class ShowCardInput extends DeskContractInput {}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'An act in a list.' })
export class DeskActEdge {
  @Field(() => String, { description: 'Its cursor.' })
  readonly cursor!: string;

  @Field(() => DeskAct, { description: 'The act.' })
  readonly node!: DeskAct;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'A page of acts that wait.' })
export class DeskActConnection {
  @Field(() => [DeskActEdge], { description: 'With their cursors.' })
  readonly edges!: readonly DeskActEdge[];

  @Field(() => [DeskAct], { description: 'Without.' })
  readonly nodes!: readonly DeskAct[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'All that wait, on whichever page.' })
  readonly totalCount!: number;
}

export const ApproveDeskActResult = resultOf(
  'ApproveDeskAct',
  DeskActApproved,
  'SimpleRefusal',
  'InvalidInput',
  'TryAgain',
);
export const DeclineDeskActResult = resultOf(
  'DeclineDeskAct',
  DeskActDeclined,
  'SimpleRefusal',
  'InvalidInput',
);
export const ShowCardResult = resultOf('ShowCard', CardShown, 'SimpleRefusal', 'InvalidInput');
