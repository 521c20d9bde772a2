import type { Instant } from '@monban/domain/instant';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';

import { confirmed, resultOf } from '../../graphql/answer.ts';
import {
  ActionEnum,
  AuthorizationStatusEnum,
  ServiceEnum,
  VoidedBecauseEnum,
} from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, DateTime, Pin, Sha256, UserId, Yen } from '../../graphql/scalars.ts';
import type { Pin as PinValue } from '../../secrets/pin.ts';
import { Session } from '../sessions/session.type.ts';

@Rule('USER', 'TRANSACTIONS')
@ObjectType({
  simpleResolvers: true,
  description:
    'Leave for one transaction, bound to bank system, session, user, account and hash. It works once.',
})
export class Authorization {
  @Field(() => ID, { description: 'Carries its contract in sealed form.' })
  readonly id!: string;

  @Field(() => AuthorizationStatusEnum, { description: 'What has become of it by now.' })
  readonly status!: string;

  @Field(() => VoidedBecauseEnum, {
    nullable: true,
    description: 'Why it came to nothing, if it did.',
  })
  readonly voidedBecause!: string | null;

  @Field(() => ContractId, { description: 'Whose.' })
  readonly contractId!: string;

  @Field(() => UserId, { description: 'Who confirmed it.' })
  readonly userId!: string;

  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => ActionEnum, {
    description: 'EXECUTE and SEND count against the day’s limits, CREATE and APPROVE don’t.',
  })
  readonly action!: string;

  @Field(() => Yen, { description: 'In whole yen.' })
  readonly amount!: number;

  @Field(() => String, { nullable: true, description: 'From which account; null: none was named.' })
  readonly accountNumber!: string | null;

  @Field(() => Sha256, { description: 'Of what the transaction is.' })
  readonly transactionHash!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it was captured with, if it was.',
  })
  readonly captureReference!: string | null;

  @Field(() => DateTime, {
    description: 'When; its day in Japan is the one whose limits it takes of.',
  })
  readonly authorizedAt!: Instant;

  @Field(() => DateTime, { description: 'Until when it can be captured.' })
  readonly expiresAt!: Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was captured or became void.' })
  readonly endedAt!: Instant | null;

  @Field(() => String, {
    nullable: true,
    description:
      'JWS (ES256, keys at /.well-known/jwks.json): proves what was authorised, and is no leave to pay. In the answer of authorizeTransaction alone.',
  })
  readonly token!: string | null;
}

@InputType({ description: 'What is to be authorised, and the user confirmation PIN (R6).' })
export class AuthorizeTransactionInput {
  @Field(() => ServiceEnum, { description: 'In which service.' })
  readonly service!: string;

  @Field(() => ActionEnum, {
    nullable: true,
    description: 'Left out: EXECUTE, where the service has it. VIEW is no transaction.',
  })
  readonly action?: string | null;

  @Field(() => Yen, { description: 'In whole yen, at least 1 where money moves.' })
  readonly amount!: number;

  @Field(() => String, {
    nullable: true,
    description: 'As the bank writes it; needed where the user is held to some accounts.',
  })
  readonly accountNumber?: string | null;

  @Field(() => Sha256, {
    description:
      'Of what the transaction is, in the bank’s own form: the same transaction, the same hash.',
  })
  readonly transactionHash!: string;

  @Field(() => String, {
    description:
      'The client’s own for this request, 1–128 printable ASCII characters; kept for 7 days. The same input is answered the same, another one refused.',
  })
  readonly idempotencyKey!: string;

  @Field(() => Pin, { description: 'The user confirmation PIN (R6).' })
  readonly confirmationPin!: PinValue;
}

@InputType({ description: 'Which authorisation is used.' })
export class CaptureAuthorizationInput {
  @Field(() => ID, { description: 'Which.' })
  readonly id!: string;

  @Field(() => String, {
    description:
      'The bank’s own number of the payment, one line of at most 60 characters; the same one is answered the same.',
  })
  readonly reference!: string;
}

@InputType({ description: 'Which authorisation is given up.' })
export class VoidAuthorizationInput {
  @Field(() => ID, { description: 'Which.' })
  readonly id!: string;
}

@ArgsType()
export class AuthorizationByKeyArgs {
  @Field(() => ContractId, { description: 'Whose request it was.' })
  readonly contractId!: string;

  @Field(() => UserId, { description: 'In whose name.' })
  readonly userId!: string;

  @Field(() => String, { description: 'The client’s own for the request.' })
  readonly idempotencyKey!: string;
}

@Rule('USER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The user may. Look at the status: a key that is sent again answers what has become of its authorisation by now.',
})
export class TransactionAuthorized {
  @Field(() => Authorization, { description: 'With its token, unless it is void by now.' })
  readonly authorization!: Authorization;
}

@Rule('USER', 'TRANSACTIONS')
@ObjectType({ simpleResolvers: true, description: 'It is used: the money may move.' })
export class AuthorizationCaptured {
  @Field(() => Authorization, { description: 'As it now is.' })
  readonly authorization!: Authorization;
}

@Rule('USER', 'TRANSACTIONS')
@ObjectType({ simpleResolvers: true, description: 'It came to nothing; its amount is free again.' })
export class AuthorizationVoided {
  @Field(() => Authorization, { description: 'As it now is.' })
  readonly authorization!: Authorization;
}

@Rule('USER', 'ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The session goes on.' })
export class ActivityNoted {
  @Field(() => Session, { description: 'With its new end.' })
  readonly session!: Session;
}

export const AuthorizeTransactionResult = resultOf(
  'AuthorizeTransaction',
  TransactionAuthorized,
  ...confirmed,
  'LimitExceeded',
);
export const CaptureAuthorizationResult = resultOf(
  'CaptureAuthorization',
  AuthorizationCaptured,
  'SimpleRefusal',
  'InvalidInput',
);
export const NoteActivityResult = resultOf('NoteActivity', ActivityNoted);
export const VoidAuthorizationResult = resultOf(
  'VoidAuthorization',
  AuthorizationVoided,
  'SimpleRefusal',
);
