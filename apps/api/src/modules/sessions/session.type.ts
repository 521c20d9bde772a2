import type { Instant } from '@monban/domain/instant';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Rule } from '../../graphql/rule.ts';
import { DateTime, Sha256 } from '../../graphql/scalars.ts';

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'A session, from logon to its end (R11).' })
export class Session {
  @Field(() => ID, {
    description: 'The public ID, which a page names in `Monban-Page`; no secret.',
  })
  readonly id!: string;

  @Field(() => String, { description: 'Whose: a user ID, or `@administrator`.' })
  readonly person!: string;

  @Field(() => String, { description: 'The person’s name.' })
  readonly name!: string;

  @Field(() => DateTime, { description: 'When the person logged on.' })
  readonly startedAt!: Instant;

  @Field(() => DateTime, { description: 'When it ends whatever the person does.' })
  readonly endsAt!: Instant;

  @Field(() => DateTime, { description: 'When it ends if it is left alone.' })
  readonly idleEndsAt!: Instant;

  @Field(() => Int, { description: 'How long it may be left alone, in seconds.' })
  readonly idleSeconds!: number;

  @Field(() => String, { description: 'Where the person logged on from.' })
  readonly address!: string;

  @Field(() => Sha256, {
    nullable: true,
    description:
      'The thumbprint of the certificate that every request of it comes with (R12); null: it began without one.',
  })
  readonly certificateThumbprint!: string | null;

  @Field(() => DateTime, { description: 'When the person last did something.' })
  readonly lastActAt!: Instant;
}

@Rule('USER', 'ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'The session is over.' })
export class LoggedOff {
  @Field(() => Boolean, { description: 'Always true.' })
  readonly loggedOff!: boolean;
}
