import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';

import { answer, answered } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import { ContractId } from '../../graphql/scalars.ts';
import type { Asked } from '../../operation.ts';
import { approveDeskAct } from './approve-desk-act.ts';
import { declineDeskAct } from './decline-desk-act.ts';
import {
  ApproveDeskActInput,
  ApproveDeskActResult,
  DeclineDeskActInput,
  DeclineDeskActResult,
  DeskActConnection,
  ShowCardInput,
  ShowCardResult,
} from './desk-act.type.ts';
import { deskActs } from './read-desk-acts.ts';
import { showCard } from './show-card.ts';

const input = { description: 'The act and the note of whoever decides.' };

@Resolver()
export class DeskActResolver {
  @Rule('DESK')
  @Query(() => DeskActConnection, {
    description: 'Two persons: the acts that wait for another human’s approval, by their IDs.',
  })
  deskActs(
    @Arg('first', () => Int, { description: 'How many entries: 1–100.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: 'The cursor behind which the page begins.',
    })
    after: string | null,
    @Arg('contractId', () => ContractId, {
      nullable: true,
      description: 'Only those of this contract, or of the one that an opening will be.',
    })
    contractId: string | null,
    @Ctx() asked: Asked,
  ) {
    return deskActs({ first, after, contractId }, asked);
  }

  @Rule('DESK')
  @Mutation(() => ApproveDeskActResult, {
    description: 'The second person: another human has the act done, as things stand now.',
  })
  approveDeskAct(
    @Arg('input', () => ApproveDeskActInput, input) given: ApproveDeskActInput,
    @Ctx() asked: Asked,
  ) {
    return answered(approveDeskAct(given, asked), asked);
  }

  @Rule('DESK')
  @Mutation(() => DeclineDeskActResult, {
    description: 'Declines an act that waits, or withdraws what one has asked for.',
  })
  declineDeskAct(
    @Arg('input', () => DeclineDeskActInput, input) given: DeclineDeskActInput,
    @Ctx() asked: Asked,
  ) {
    return answered(declineDeskAct(given, asked), asked);
  }

  @Rule('DESK')
  @Mutation(() => ShowCardResult, {
    description:
      'Two persons: shows the card that was issued and that nobody has seen, once, to a human who was never given a registration PIN of the contract.',
  })
  showCard(
    @Arg('input', () => ShowCardInput, { description: 'The contract and the desk’s note.' })
    given: ShowCardInput,
    @Ctx() asked: Asked,
  ) {
    return answer(showCard, given, asked);
  }
}
