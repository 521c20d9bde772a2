import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import {
  Authorization,
  AuthorizationByKeyArgs,
  AuthorizeTransactionInput,
  AuthorizeTransactionResult,
  CaptureAuthorizationInput,
  CaptureAuthorizationResult,
  NoteActivityResult,
  VoidAuthorizationInput,
  VoidAuthorizationResult,
} from './authorization.type.ts';
import { authorizeTransaction } from './authorize-transaction.ts';
import { captureAuthorization } from './capture-authorization.ts';
import { authorization, authorizationByKey } from './read-authorization.ts';
import { noteActivity } from './note-activity.ts';
import { voidAuthorization } from './void-authorization.ts';

@Resolver()
export class AuthorizationResolver {
  @Rule('TRANSACTIONS')
  @Query(() => Authorization, {
    nullable: true,
    description: 'The client’s own, by its ID; another’s answers like none.',
  })
  authorization(@Arg('id', () => ID, { description: 'Which.' }) id: string, @Ctx() asked: Asked) {
    return authorization(id, asked);
  }

  @Rule('TRANSACTIONS')
  @Query(() => Authorization, {
    nullable: true,
    description:
      'What became of a request whose answer was lost: the client’s own, by its key; null: nothing was authorised.',
  })
  authorizationByKey(
    @Args(() => AuthorizationByKeyArgs) args: AuthorizationByKeyArgs,
    @Ctx() asked: Asked,
  ) {
    return authorizationByKey(args, asked);
  }

  @Rule('USER')
  @Mutation(() => NoteActivityResult, {
    description:
      'Through a bank system: its user has done something there, which prolongs the session (R11). Once an act of the person, never by a timer.',
  })
  noteActivity(@Ctx() asked: Asked) {
    return noteActivity(asked);
  }

  @Rule('USER')
  @Mutation(() => AuthorizeTransactionResult, {
    description:
      'Through a bank system: whether its user may do this, confirmed with their PIN (R6, R13, R14). EXECUTE and SEND reserve the amount.',
  })
  authorizeTransaction(
    @Arg('input', () => AuthorizeTransactionInput, { description: 'What, and the PIN.' })
    given: AuthorizeTransactionInput,
    @Ctx() asked: Asked,
  ) {
    return answer(authorizeTransaction, given, asked);
  }

  @Rule('USER', 'TRANSACTIONS')
  @Mutation(() => CaptureAuthorizationResult, {
    description: 'Uses an authorisation, once: before the money moves.',
  })
  captureAuthorization(
    @Arg('input', () => CaptureAuthorizationInput, { description: 'Which, and the payment.' })
    given: CaptureAuthorizationInput,
    @Ctx() asked: Asked,
  ) {
    return answer(captureAuthorization, given, asked);
  }

  @Rule('USER', 'TRANSACTIONS')
  @Mutation(() => VoidAuthorizationResult, {
    description: 'Gives an authorisation up: its amount is free again.',
  })
  voidAuthorization(
    @Arg('input', () => VoidAuthorizationInput, { description: 'Which.' })
    given: VoidAuthorizationInput,
    @Ctx() asked: Asked,
  ) {
    return answer(voidAuthorization, given, asked);
  }
}
