import { Field, ObjectType } from 'type-graphql';

import { AttentionKindEnum, ServiceEnum } from '../../graphql/enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { User } from '../users/user.type.ts';

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'Something that waits for the administrator.' })
export class Attention {
  @Field(() => AttentionKindEnum, { description: 'Why.' })
  readonly kind!: string;

  @Field(() => ServiceEnum, {
    nullable: true,
    description: 'In which service; null: it is about no one service.',
  })
  readonly service!: string | null;

  @Field(() => [User], { description: 'Whom it concerns; nobody: the contract itself.' })
  readonly users!: readonly User[];
}
