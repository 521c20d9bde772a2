import type { Instant } from '@monban/domain/instant';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId, DateTime } from '../../graphql/scalars.ts';
import type { Asked } from '../../operation.ts';
import { Contract } from '../contracts/contract.type.ts';
import type { ContractView } from '../contracts/contract-view.ts';
import { User } from '../users/user.type.ts';
import type { UserView } from '../users/user-view.ts';
import {
  NoticeConnection,
  ReportBounceInput,
  ReportBounceResult,
  ResendNoticeInput,
  ResendNoticeResult,
  ResendNoticesInput,
  ResendNoticesResult,
} from './notice.type.ts';
import { contractNotices, undeliveredNotices, userNotices } from './read-notices.ts';
import { reportBounce } from './report-bounce.ts';
import { resendNotice } from './resend-notice.ts';
import { resendNotices } from './resend-notices.ts';

const first = 'How many entries: 1–100.';
const after = 'The cursor behind which the page begins.';

@Resolver()
export class NoticeResolver {
  @Rule('DESK', 'READ')
  @Query(() => NoticeConnection, {
    description:
      'Notices that nobody tries to send any more: of one contract, or of all; what was given up last first.',
  })
  undeliveredNotices(
    @Arg('first', () => Int, { description: first }) count: number,
    @Arg('after', () => String, { nullable: true, description: after }) cursor: string | null,
    @Arg('contractId', () => ContractId, {
      nullable: true,
      description: 'Of which contract; left out: of all.',
    })
    contractId: string | null,
    @Arg('since', () => DateTime, { nullable: true, description: 'Given up then or later.' })
    since: Instant | null,
    @Arg('reply', () => String, {
      nullable: true,
      description: 'How the mail server’s last answer begins: `451`, `5.7.1`, `ETIMEDOUT`.',
    })
    reply: string | null,
    @Ctx() asked: Asked,
  ) {
    const which = { contractId: contractId ?? null, since: since ?? null, reply: reply ?? null };
    return undeliveredNotices({ first: count, after: cursor ?? null, ...which }, asked);
  }

  @Rule('DESK')
  @Mutation(() => ResendNoticeResult, {
    description: 'Has an undeliverable notice sent once more.',
  })
  resendNotice(
    @Arg('input', () => ResendNoticeInput, { description: 'Which, and the desk’s note.' })
    given: ResendNoticeInput,
    @Ctx() asked: Asked,
  ) {
    return answer(resendNotice, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => ResendNoticesResult, {
    description: 'Has all undeliverable notices of a contract sent once more.',
  })
  resendNotices(
    @Arg('input', () => ResendNoticesInput, { description: 'Which, and the desk’s note.' })
    given: ResendNoticesInput,
    @Ctx() asked: Asked,
  ) {
    return answer(resendNotices, given, asked);
  }

  @Rule('MAIL')
  @Mutation(() => ReportBounceResult, {
    description: 'R10: the bank’s mail system reports a notice that came back after it was taken.',
  })
  reportBounce(
    @Arg('input', () => ReportBounceInput, { description: 'Which, and what was said of it.' })
    given: ReportBounceInput,
    @Ctx() asked: Asked,
  ) {
    return answer(reportBounce, given, asked);
  }
}

@Resolver(() => Contract)
export class ContractNoticesResolver {
  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => NoticeConnection, {
    nullable: true,
    description: 'R10: what was told to the contract’s and its users’ addresses, the newest first.',
  })
  notices(
    @Root() view: ContractView,
    @Arg('first', () => Int, { description: first }) count: number,
    @Arg('after', () => String, { nullable: true, description: after }) cursor: string | null,
    @Ctx() asked: Asked,
  ) {
    return contractNotices(view.contractId, { first: count, after: cursor ?? null }, asked);
  }
}

@Resolver(() => User)
export class UserNoticesResolver {
  @Rule('USER')
  @FieldResolver(() => NoticeConnection, {
    nullable: true,
    description:
      'R10: what was told to the user’s present address and concerns them alone, the newest first.',
  })
  notices(
    @Root() view: UserView,
    @Arg('first', () => Int, { description: first }) count: number,
    @Arg('after', () => String, { nullable: true, description: after }) cursor: string | null,
    @Ctx() asked: Asked,
  ) {
    return userNotices(view, { first: count, after: cursor ?? null }, asked);
  }
}
