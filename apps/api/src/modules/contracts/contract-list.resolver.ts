import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';

import { ContractStatusEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import { ContractConnection } from './contract-list.type.ts';
import { contracts } from './read-contracts.ts';

@Resolver()
export class ContractListResolver {
  @Rule('DESK', 'READ')
  @Query(() => ContractConnection, {
    description: 'The bank’s contracts by contract ID, closed ones too.',
  })
  contracts(
    @Arg('first', () => Int, { description: 'How many entries: 1–100.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: 'The cursor behind which the page begins.',
    })
    after: string | null,
    @Arg('search', () => String, {
      nullable: true,
      description:
        'How a contract ID begins, or part of a name. Letter case and full or half width make no difference.',
    })
    search: string | null,
    @Arg('status', () => ContractStatusEnum, {
      nullable: true,
      description: 'Only contracts that stand there now.',
    })
    status: string | null,
    @Ctx() asked: Asked,
  ) {
    return contracts(
      { first, after: after ?? null, search: search ?? null, status: status ?? null },
      asked,
    );
  }
}
