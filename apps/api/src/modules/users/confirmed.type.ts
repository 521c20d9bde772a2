import { Field, InputType, Int } from 'type-graphql';

import { Pin, UserId } from '../../graphql/scalars.ts';
import type { Pin as PinValue } from '../../secrets/pin.ts';

/** What every act of the administrator takes. */
@InputType({ description: 'An act of the administrator.' })
export abstract class ConfirmedInput {
  @Field(() => Pin, { description: 'The contract confirmation PIN (R4).' })
  readonly confirmationPin!: PinValue;
}

@InputType({ description: 'An act of the administrator on one user.' })
export abstract class ConfirmedUserInput extends ConfirmedInput {
  @Field(() => UserId, { description: 'Which user.' })
  readonly userId!: string;
}

@InputType({ description: 'A change of one user’s data.' })
export abstract class VersionedUserInput extends ConfirmedUserInput {
  @Field(() => Int, {
    description: 'The user’s `version` that was seen; if it is another by now: CONFLICT.',
  })
  readonly expectedVersion!: number;
}
