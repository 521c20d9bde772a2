import type { DeliveryAction } from '@monban/domain/bounce';
import type { Instant } from '@monban/domain/instant';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { resultOf } from '../../graphql/answer.ts';
import { PageInfo } from '../../graphql/connection.ts';
import { DeliveryActionEnum, LanguageEnum, NoticeStateEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, DateTime, EmailAddress } from '../../graphql/scalars.ts';
import { DeskContractInput } from '../contracts/desk-input.type.ts';
import { Contract } from '../contracts/contract.type.ts';
import { byDesk } from '../contracts/desk.type.ts';

@Rule('USER', 'ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({
  simpleResolvers: true,
  description:
    'お知らせ: a mail that told somebody of an act (R10). Confirmation codes are left out.',
})
export class Notice {
  @Field(() => ID, { description: 'The part before the @ of its Message-ID.' })
  readonly id!: string;

  @Field(() => ContractId, { description: 'Of which contract.' })
  readonly contractId!: string;

  @Field(() => EmailAddress, { description: 'To which address.' })
  readonly address!: string;

  @Field(() => DateTime, { description: 'When that happened of which it tells.' })
  readonly at!: Instant;

  @Field(() => NoticeStateEnum, { description: 'What has become of it.' })
  readonly state!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the mail server took it; it may have come back since.',
  })
  readonly sentAt!: Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is undeliverable.' })
  readonly failedAt!: Instant | null;

  @Field(() => LanguageEnum, { description: 'The language of its words.' })
  readonly language!: string;

  @Field(() => String, { description: 'One line.' })
  readonly subject!: string;

  @Field(() => String, { description: 'Lines. A code that the mail told is not among them.' })
  readonly text!: string;

  @Rule('DESK', 'READ')
  @Field(() => Int, {
    nullable: true,
    description: 'How often sending it was put off or refused since it was written or resent.',
  })
  readonly tries!: number | null;

  @Rule('DESK', 'READ')
  @Field(() => String, {
    nullable: true,
    description:
      'What the mail server said last, or with which status the mail came back; null: it took the mail, or was never asked.',
  })
  readonly reply!: string | null;
}

@Rule('USER', 'ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A notice in a list.' })
export class NoticeEdge {
  @Field(() => String, { description: 'Where in the list.' })
  readonly cursor!: string;

  @Field(() => Notice, { description: 'The notice.' })
  readonly node!: Notice;
}

@Rule('USER', 'ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A page of notices.' })
export class NoticeConnection {
  @Field(() => [NoticeEdge], { description: 'With cursors.' })
  readonly edges!: readonly NoticeEdge[];

  @Field(() => [Notice], { description: 'Without.' })
  readonly nodes!: readonly Notice[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are.' })
  readonly totalCount!: number;
}

@InputType({ description: 'Which undeliverable notice is sent once more.' })
export class ResendNoticeInput extends DeskContractInput {
  @Field(() => ID, { description: 'Its `id`.' })
  readonly noticeId!: string;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The notice waits to be sent again, under its Message-ID.',
})
export class NoticeResent {
  @Field(() => Contract, { description: 'The contract.' })
  readonly contract!: Contract;
}

export const ResendNoticeResult = resultOf('ResendNotice', NoticeResent, ...byDesk);

@InputType({ description: 'Which undeliverable notices are sent once more.' })
export class ResendNoticesInput extends DeskContractInput {
  @Field(() => DateTime, { description: 'All that were given up then or later.' })
  readonly failedSince!: Instant;
}

@Rule('DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The notices wait to be sent again, each under its Message-ID.',
})
export class NoticesResent {
  @Field(() => Contract, { description: 'The contract.' })
  readonly contract!: Contract;

  @Field(() => Int, { description: 'How many: 1 and more.' })
  readonly resent!: number;
}

export const ResendNoticesResult = resultOf('ResendNotices', NoticesResent, ...byDesk);

@InputType({
  description: 'Which mail came back, in the words of the delivery status notification.',
})
export class ReportBounceInput {
  @Field(() => String, {
    description: 'Its Message-ID, as its own header had it: `<…@…>`, or without the brackets.',
  })
  readonly messageId!: string;

  @Field(() => DeliveryActionEnum, {
    description: '`Action` of RFC 3464. Anything but FAILED is refused: the mail may still arrive.',
  })
  readonly action!: DeliveryAction;

  @Field(() => String, { description: '`Status` of RFC 3464: 5.1.1.' })
  readonly status!: string;
}

@Rule('MAIL')
@ObjectType({
  simpleResolvers: true,
  description: 'The notice is undeliverable. The same answer however often it is reported.',
})
export class BounceReported {
  @Field(() => Boolean, {
    description:
      'Whether the status is about the mailbox (5.1.x, 5.2.x, 5.4.1, 5.4.4): then the address has bounced. Else it is about this one mail.',
  })
  readonly ofMailbox!: boolean;
}

export const ReportBounceResult = resultOf(
  'ReportBounce',
  BounceReported,
  'InvalidInput',
  'SimpleRefusal',
);
