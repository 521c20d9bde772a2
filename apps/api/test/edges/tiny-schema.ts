import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import {
  Arg,
  buildSchema,
  createUnionType,
  Field,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { Rule } from '../../src/graphql/rule.ts';
import { ContractId, DateTime, OneTimePassword, Pin, Yen } from '../../src/graphql/scalars.ts';
import type {
  OneTimePassword as OneTimePasswordValue,
  Pin as PinValue,
} from '../../src/secrets/pin.ts';

/** What the resolvers of the tiny schema saw: the proof that something ran, or that nothing did. */
export const ran: string[] = [];

enum Colour {
  RED = 'RED',
  BLUE = 'BLUE',
}
registerEnumType(Colour, { name: 'Colour', description: 'A colour.' });

@InterfaceType({ description: 'Something with a name.' })
abstract class Named {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@Rule('USER', 'ADMINISTRATOR', 'DESK')
@ObjectType({ implements: Named, description: 'A person.' })
class Person extends Named {
  @Field(() => DateTime, { description: 'Since when.' })
  since!: number;

  @Rule('ADMINISTRATOR', 'DESK')
  @Field(() => Int, { nullable: true, description: 'Wrong entries.' })
  wrongPins!: number | null;

  @Field(() => [Person], { description: 'Others.' })
  friends(@Arg('first', () => Int, { description: 'How many.' }) first: number): Person[] {
    ran.push(`friends ${first}`);
    return [];
  }
}

@Rule('ANYONE')
@ObjectType({ implements: Named, description: 'A thing.' })
class Thing extends Named {
  @Field(() => Yen, { description: 'What it costs.' })
  price!: number;
}

const Found = createUnionType({
  name: 'Found',
  description: 'A person or a thing.',
  types: () => [Person, Thing] as const,
  resolveType: (value) => ('price' in value ? Thing : Person),
});

@InputType({ description: 'Both secrets.' })
class Secrets {
  @Field(() => OneTimePassword, { description: 'The OTP.' })
  oneTimePassword!: OneTimePasswordValue;
}

@InputType({ description: 'Input of logOn.' })
class LogOnInput {
  @Field(() => ContractId, { description: 'The contract.' })
  contractId!: string;

  @Field(() => Pin, { description: 'The PIN.' })
  pin!: PinValue;

  @Field(() => Secrets, { nullable: true, description: 'More.' })
  more?: Secrets;

  @Field(() => Colour, { nullable: true, description: 'A colour.' })
  colour?: Colour;

  @Field(() => Yen, { nullable: true, description: 'An amount.' })
  amount?: number;

  @Field(() => String, { nullable: true, description: 'A name.' })
  name?: string;

  @Field(() => Int, { nullable: true, description: 'A count.' })
  count?: number;
}

const someone = { name: 'someone', since: 0, wrongPins: 1 };

@Resolver()
class Tiny {
  @Rule('ANYONE')
  @Query(() => Found, { nullable: true, description: 'Who asks.' })
  viewer(): Thing {
    ran.push('viewer');
    return Object.assign(new Thing(), { name: 'nobody', price: 1 });
  }

  @Rule('USER', 'ADMINISTRATOR', 'DESK')
  @Query(() => Person, { description: 'A person.' })
  person(): Person {
    ran.push('person');
    return Object.assign(new Person(), someone);
  }

  @Rule('USER', 'ADMINISTRATOR', 'DESK')
  @Query(() => Named, { description: 'Something named.' })
  named(): Named {
    ran.push('named');
    return Object.assign(new Person(), someone);
  }

  @Rule('ANYONE')
  @Query(() => [Thing], { description: 'Things.' })
  things(@Arg('first', () => Int, { description: 'How many.' }) first: number): Thing[] {
    ran.push(`things ${first}`);
    return [];
  }

  @Rule('ANYONE')
  @Query(() => String, { nullable: true, description: 'Fails.' })
  broken(
    @Arg('text', () => String, { nullable: true, description: 'Any.' }) text?: string,
  ): string {
    throw new Error(`driver: params: ${text ?? ''}\n    at ${text ?? ''} (/tmp/x.ts:1:1)`);
  }

  @Rule('ANYONE')
  @Mutation(() => Thing, { description: 'Takes a PIN.' })
  logOn(@Arg('input', () => LogOnInput, { description: 'The input.' }) input: LogOnInput): Thing {
    ran.push(`logOn ${String(input.pin)}`);
    return Object.assign(new Thing(), { name: input.contractId, price: 1 });
  }

  @Rule('ANYONE')
  @Mutation(() => Thing, { description: 'Takes none.' })
  logOff(): Thing {
    ran.push('logOff');
    return Object.assign(new Thing(), { name: 'off', price: 0 });
  }
}

export function tinySchema(): Promise<GraphQLSchema> {
  return buildSchema({ resolvers: [Tiny], orphanedTypes: [Person, Thing], validate: false });
}
