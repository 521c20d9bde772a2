import { Field, ID, ObjectType } from 'type-graphql';

import { Rule } from '../../graphql/rule.ts';

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'A cell of the card’s table.' })
export class CardCell {
  @Field(() => String, { description: 'A–J, from the left.' })
  readonly column!: string;

  @Field(() => String, { description: '0–9, from the top.' })
  readonly row!: string;
}

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'Which cells to read off the card (R7).' })
export class CardChallenge {
  @Field(() => ID, { description: 'Names this challenge in the logon.' })
  readonly id!: string;

  @Field(() => [CardCell], { description: 'Four, in the order to type their digits.' })
  readonly cells!: readonly CardCell[];
}
