import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { UserStatusEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, UserId } from '../../graphql/scalars.ts';
import { historyOf } from '../../history/read-history.ts';
import { HistoryConnection, HistoryFilter } from '../../history/history.type.ts';
import type { Asked } from '../../operation.ts';
import { Administrator } from '../persons/person.type.ts';
import { Session } from '../sessions/session.type.ts';
import { User, UserConnection } from '../users/user.type.ts';
import { Attention } from './attention.type.ts';
import { Card, Contract, ContractService, NotificationAddress } from './contract.type.ts';
import type { ContractView } from './contract-view.ts';
import { attentionOf } from './read-attention.ts';
import {
  addressesOf,
  administratorOf,
  cardOf,
  contract,
  sentCardOf,
  servicesOf,
  sessionsOf,
  userOf,
  usersOf,
} from './read-contract.ts';

const first = 'How many entries: 1–100.';
const after = 'The cursor behind which the page begins.';

@Resolver(() => Contract)
export class ContractResolver {
  @Rule('USER', 'ADMINISTRATOR', 'DESK', 'READ')
  @Query(() => Contract, {
    nullable: true,
    description: 'A contract; the own one when the ID is left out. A bank token must name one.',
  })
  contract(
    @Arg('contractId', () => ContractId, { nullable: true, description: 'Which contract.' })
    contractId: string | null,
    @Ctx() asked: Asked,
  ) {
    return contract(contractId, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => Administrator, {
    nullable: true,
    description: 'The contract’s one administrator.',
  })
  administrator(@Root() view: ContractView, @Ctx() asked: Asked) {
    return administratorOf(view, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => UserConnection, {
    nullable: true,
    description:
      'The contract’s users by user ID, without those removed unless they are asked for.',
  })
  users(
    @Root() view: ContractView,
    @Arg('first', () => Int, { description: first }) count: number,
    @Arg('after', () => String, { nullable: true, description: after }) cursor: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of a user ID or a name.' })
    search: string | null,
    @Arg('status', () => UserStatusEnum, {
      nullable: true,
      description: 'Only users who stand there.',
    })
    status: string | null,
    @Arg('emailBounced', () => Boolean, {
      nullable: true,
      description: 'true: only users to whose address mail comes back.',
    })
    emailBounced: boolean | null,
    @Ctx() asked: Asked,
  ) {
    return usersOf(view, { first: count, after: cursor, search, status, emailBounced }, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => User, { nullable: true, description: 'One user of the contract.' })
  user(
    @Root() view: ContractView,
    @Arg('userId', () => UserId, { description: 'Which user.' }) userId: string,
    @Ctx() asked: Asked,
  ) {
    return userOf(view, userId, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => [ContractService], {
    nullable: true,
    description: 'The services that the contract has.',
  })
  services(@Root() view: ContractView, @Ctx() asked: Asked) {
    return servicesOf(view, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => Card, {
    nullable: true,
    description: 'The card in force; before registration the one that was sent.',
  })
  card(@Root() view: ContractView, @Ctx() asked: Asked) {
    return cardOf(view, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => Card, {
    nullable: true,
    description: 'A later card that was sent and is not in force yet.',
  })
  sentCard(@Root() view: ContractView, @Ctx() asked: Asked) {
    return sentCardOf(view, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => [NotificationAddress], {
    nullable: true,
    description: 'Where notices go (R10).',
  })
  notificationAddresses(@Root() view: ContractView, @Ctx() asked: Asked) {
    return addressesOf(view, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => [Session], { nullable: true, description: 'Who is logged on now.' })
  sessions(@Root() view: ContractView, @Ctx() asked: Asked) {
    return sessionsOf(view, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => HistoryConnection, {
    nullable: true,
    description: '操作履歴: what happened, the newest first.',
  })
  history(
    @Root() view: ContractView,
    @Arg('first', () => Int, { description: first }) count: number,
    @Arg('after', () => String, { nullable: true, description: after }) cursor: string | null,
    @Arg('filter', () => HistoryFilter, { nullable: true, description: 'Left out: every entry.' })
    filter: HistoryFilter | null,
    @Ctx() asked: Asked,
  ) {
    return historyOf(view.contractId, { first: count, after: cursor, filter }, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => [Attention], {
    nullable: true,
    description: 'What waits for the administrator, the most urgent first.',
  })
  attention(@Root() view: ContractView, @Ctx() asked: Asked) {
    return attentionOf(view, asked);
  }
}
