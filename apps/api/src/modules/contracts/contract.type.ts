import type { Instant } from '@monban/domain/instant';
import type { Locale } from '@monban/domain/locale';
import { Field, Int, ObjectType } from 'type-graphql';

import { AuthenticationMethodEnum } from '../../graphql/certificate-enums.ts';
import {
  CardStatusEnum,
  ContractStatusEnum,
  LanguageEnum,
  LockLinkageEnum,
  LockReasonEnum,
  NotificationAddressStatusEnum,
  ServiceEnum,
} from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, DateTime, EmailAddress, Yen } from '../../graphql/scalars.ts';
import { CardChallenge } from '../cards/card-challenge.type.ts';

@Rule('ANYONE')
@ObjectType({
  simpleResolvers: true,
  description: 'One reason for which a contract or a user is locked.',
})
export class Lock {
  @Field(() => LockReasonEnum, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => DateTime, { description: 'Since when.' })
  readonly at!: Instant;

  @Field(() => String, {
    description: 'Who erred, or who locked: a user ID, `@administrator`, or the desk’s clerk.',
  })
  readonly by!: string;
}

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'A limit in whole yen (R14).' })
export class Amounts {
  @Field(() => Yen, { description: '1回あたり' })
  readonly perTransaction!: number;

  @Field(() => Yen, { description: '1日あたり; a day is a day in Japan.' })
  readonly perDay!: number;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A service that the contract has.' })
export class ContractService {
  @Field(() => ServiceEnum, { description: 'Which.' })
  readonly service!: string;

  @Field(() => Amounts, {
    nullable: true,
    description: 'The desk’s ceiling; null where no money moves.',
  })
  readonly ceiling!: Amounts | null;

  @Field(() => Amounts, {
    nullable: true,
    description:
      'The administrator’s contract limit. Above a ceiling that was lowered later, the ceiling counts; null where no money moves.',
  })
  readonly limit!: Amounts | null;

  @Field(() => Yen, {
    nullable: true,
    description: 'What was authorised today; null where no money moves.',
  })
  readonly usedToday!: number | null;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'Where the contract’s notices go (R10).' })
export class NotificationAddress {
  @Field(() => EmailAddress, { description: 'The mail address.' })
  readonly address!: string;

  @Field(() => NotificationAddressStatusEnum, { description: 'Where it stands.' })
  readonly status!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when a LEAVING one is still told of everything; null of the others.',
  })
  readonly leavesAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when mail to it comes back; null: it arrives, as far as is known.',
  })
  readonly bouncedAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the code that was mailed to a PENDING one is good; null of the others.',
  })
  readonly codeUntil!: Instant | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many entries of the code of a PENDING one are left, 0–5; 0 once it has expired: set the addresses again, and a new code is mailed. Null of the others.',
  })
  readonly codeTriesLeft!: number | null;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'The customer card, without its table (R8).' })
export class Card {
  @Field(() => String, { description: 'The label printed on it; no secret.' })
  readonly serial!: string;

  @Field(() => CardStatusEnum, { description: 'Where it stands.' })
  readonly status!: string;

  @Field(() => DateTime, { description: 'When the desk issued it.' })
  readonly issuedAt!: Instant;

  @Field(() => Int, { description: 'Logons before any cell is asked again: 25 on a fresh card.' })
  readonly freshLogonsLeft!: number;

  @Field(() => Int, {
    description:
      'Logons that it is good for at all: of a fresh card 50, or 25 where the bank lets no cell be asked again.',
  })
  readonly logonsLeft!: number;

  @Rule('ADMINISTRATOR')
  @Field(() => CardChallenge, {
    nullable: true,
    description:
      'Which cells `activateCard` asks of a card that was sent; null of the card in force, whose cells `cardChallenge` names.',
  })
  readonly challenge!: CardChallenge | null;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'A card with its table: shown once, when the desk issues it.',
})
export class IssuedCard {
  @Field(() => String, { description: 'The label printed on it.' })
  readonly serial!: string;

  @Field(() => [String], { description: 'The columns’ letters, from the left.' })
  readonly columns!: readonly string[];

  @Field(() => [String], { description: 'The rows’ digits, from the top.' })
  readonly rows!: readonly string[];

  @Field(() => [String], { description: 'The table: one text a row, one digit a column.' })
  readonly digits!: readonly string[];
}

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: '契約: a company’s contract with its bank.' })
export class Contract {
  @Field(() => ContractId, { description: 'ご契約先ID (R1).' })
  readonly contractId!: string;

  @Field(() => String, { description: 'The company’s name.' })
  readonly name!: string;

  @Field(() => ContractStatusEnum, { description: 'Where it stands.' })
  readonly status!: string;

  @Field(() => [Lock], { description: 'Why it is locked; empty: it is not.' })
  readonly locks!: readonly Lock[];

  @Field(() => LockLinkageEnum, {
    description: 'Whom a user’s seventh wrong PIN stops (R19, R20).',
  })
  readonly lockLinkage!: string;

  @Field(() => AuthenticationMethodEnum, { description: 'What a logon needs.' })
  readonly authenticationMethod!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'From when on everybody needs a certificate (R12); whoever has one needs it before, too. Null: at once under CERTIFICATE, never under ID_PIN.',
  })
  readonly certificateFrom!: Instant | null;

  @Field(() => Int, { description: 'After how many idle minutes a session ends (R11): 1–60.' })
  readonly idleMinutes!: number;

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @Field(() => LanguageEnum, {
    nullable: true,
    description: 'The language in which the contract’s notices are written (R10).',
  })
  readonly mailLanguage!: Locale | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      '解約: when the contract is closed. While it lies ahead everything works, and the desk can take it back; null: it goes on.',
  })
  readonly closedAt!: Instant | null;

  @Field(() => Int, { description: 'Raised with every change of the contract’s data.' })
  readonly version!: number;
}
