import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import { issueCard } from '../cards/issue-card.ts';
import { IssueCardInput, OpenContractInput, UnlockContractInput } from './desk-input.type.ts';
import { IssueCardResult, OpenContractResult, UnlockContractResult } from './desk.type.ts';
import { openContract } from './open-contract.ts';
import { unlockContract } from './unlock-contract.ts';

const input = { description: 'The act and its note.' };

@Resolver()
export class DeskResolver {
  @Rule('DESK')
  @Mutation(() => OpenContractResult, {
    description: 'Opens a contract; registration PIN and card are shown once.',
  })
  openContract(
    @Arg('input', () => OpenContractInput, input) given: OpenContractInput,
    @Ctx() asked: Asked,
  ) {
    return answer(openContract, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => IssueCardResult, {
    description: 'Issues a further card; the one in force works on.',
  })
  issueCard(@Arg('input', () => IssueCardInput, input) given: IssueCardInput, @Ctx() asked: Asked) {
    return answer(issueCard, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => UnlockContractResult, {
    description:
      'R19, R21: lets a contract back in; counts begin anew, PINs and users’ own locks stay.',
  })
  unlockContract(
    @Arg('input', () => UnlockContractInput, input) given: UnlockContractInput,
    @Ctx() asked: Asked,
  ) {
    return answer(unlockContract, given, asked);
  }
}
