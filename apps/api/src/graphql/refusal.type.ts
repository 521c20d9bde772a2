import type { LockScope } from '@monban/domain/lockout';
import type { Hindrance, RefusalCode } from '@monban/domain/refusal';
import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';

import {
  HindranceEnum,
  LimitLayerEnum,
  LimitPeriodEnum,
  LockScopeEnum,
  RefusalCodeEnum,
} from './enums.ts';
import { Rule } from './rule.ts';
import { Yen } from './scalars.ts';

@InterfaceType({
  description: 'Why an operation did nothing: what, why and what to do, in the caller’s language.',
})
export class Refusal {
  @Field(() => RefusalCodeEnum, { description: 'For programs.' })
  readonly code!: RefusalCode;

  @Field(() => String, {
    description: 'For people: cause and remedy. Repeats nothing that was entered.',
  })
  readonly message!: string;
}

@Rule('ANYONE')
@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'A refusal that needs no more than its code and text.',
})
export class SimpleRefusal extends Refusal {}

@Rule('ANYONE')
@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'A PIN of somebody logged on was wrong, and counts (R19–R21).',
})
export class WrongPin extends Refusal {
  @Field(() => Int, { description: 'Wrong entries until the lock: 0 … 6.' })
  readonly attemptsLeft!: number;

  @Field(() => LockScopeEnum, { description: 'Whom the lock stops.' })
  readonly locks!: LockScope;
}

@Rule('ANYONE')
@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'The amount is over a limit (R14); nothing was reserved.',
})
export class LimitExceeded extends Refusal {
  @Field(() => LimitLayerEnum, { description: 'Whose limit.' })
  readonly layer!: string;

  @Field(() => LimitPeriodEnum, { description: 'Per transaction, or per day in Japan.' })
  readonly period!: string;

  @Field(() => Yen, {
    nullable: true,
    description: 'What is left of the user’s; null for the contract’s.',
  })
  readonly left!: number | null;
}

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'One rule that a proposed PIN breaks.' })
export class PinProblem {
  @Field(() => String, { description: 'The field of the input: `newPin`.' })
  readonly pin!: string;

  @Field(() => String, { description: 'The rule: TOO_SHORT, COMMON, SAME_AS_PARTNER …' })
  readonly code!: string;

  @Field(() => String, { description: 'What it has to be instead.' })
  readonly message!: string;
}

@Rule('ANYONE')
@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Proposed PINs break rules; nothing was compared.',
})
export class PinPolicyViolated extends Refusal {
  @Field(() => [PinProblem], { description: 'Everything that is wrong.' })
  readonly problems!: readonly PinProblem[];
}

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'One field of the input that is wrong.' })
export class InputProblem {
  @Field(() => String, { description: 'Where: `userId`, `limits.0.limit.perDay`; counted from 0.' })
  readonly path!: string;

  @Field(() => String, { description: 'What: REQUIRED, NOT_DIGITS, OUT_OF_RANGE …' })
  readonly code!: string;

  @Field(() => String, { description: 'Field, cause and remedy.' })
  readonly message!: string;
}

@Rule('ANYONE')
@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Fields of the input are wrong; nothing was compared.',
})
export class InvalidInput extends Refusal {
  @Field(() => [InputProblem], { description: 'Everything that is wrong.' })
  readonly problems!: readonly InputProblem[];
}

@Rule('ANYONE')
@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Nothing was compared, counted or changed: ask again.',
})
export class TryAgain extends Refusal {
  @Field(() => HindranceEnum, { description: 'Why; it decides what to send again.' })
  readonly because!: Hindrance;

  @Field(() => Int, { description: 'Seconds to wait; 0: at once.' })
  readonly retryAfterSeconds!: number;
}
