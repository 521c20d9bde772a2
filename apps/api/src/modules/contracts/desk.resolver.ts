import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import { issueCard } from '../cards/issue-card.ts';
import { putCardInForce } from '../cards/put-card-in-force.ts';
import { closeContract, keepContract } from './close-contract.ts';
import {
  CloseContractInput,
  IssueCardInput,
  KeepContractInput,
  OpenContractInput,
  PutCardInForceInput,
  ResetAdministratorInput,
  UnlockContractInput,
} from './desk-input.type.ts';
import {
  CloseContractResult,
  IssueCardResult,
  KeepContractResult,
  OpenContractResult,
  PutCardInForceResult,
  ResetAdministratorResult,
  UnlockContractResult,
} from './desk.type.ts';
import { openContract } from './open-contract.ts';
import { resetAdministrator } from './reset-administrator.ts';
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

  @Rule('DESK')
  @Mutation(() => PutCardInForceResult, {
    description: 'R18: puts the card that was sent in force, when the administrator cannot.',
  })
  putCardInForce(
    @Arg('input', () => PutCardInForceInput, input) given: PutCardInForceInput,
    @Ctx() asked: Asked,
  ) {
    return answer(putCardInForce, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => ResetAdministratorResult, {
    description: 'R17: a new registration PIN for the administrator or a successor; users go on.',
  })
  resetAdministrator(
    @Arg('input', () => ResetAdministratorInput, input) given: ResetAdministratorInput,
    @Ctx() asked: Asked,
  ) {
    return answer(resetAdministrator, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => CloseContractResult, {
    description: '解約: the contract ends at the next midnight in Japan.',
  })
  closeContract(
    @Arg('input', () => CloseContractInput, input) given: CloseContractInput,
    @Ctx() asked: Asked,
  ) {
    return answer(closeContract, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => KeepContractResult, {
    description: '解約の取消し: takes a closing back while it lies ahead.',
  })
  keepContract(
    @Arg('input', () => KeepContractInput, input) given: KeepContractInput,
    @Ctx() asked: Asked,
  ) {
    return answer(keepContract, given, asked);
  }
}
