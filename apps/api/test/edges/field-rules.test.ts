import { parse } from 'graphql';
import { type GraphQLSchema } from 'graphql';
import { buildSchema as buildClasses, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { tinySchema } from './tiny-schema.ts';
import type { Caller } from '../../src/caller.ts';
import { emitAccessMatrix } from '../../src/graphql/access-matrix.ts';
import { checkFieldRules } from '../../src/graphql/field-rules.ts';
import { assertRules, Rule } from '../../src/graphql/rule.ts';
import { type Party, partiesOf } from '../../src/graphql/party.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await tinySchema();
});

function verdict(query: string, ...who: readonly Party[]): ReturnType<typeof checkFieldRules> {
  return checkFieldRules(schema, parse(query), null, new Set(who));
}

const at = (column: number, line = 1): object => ({ forbidden: { line, column } });

describe('a field is answered to those alone whom its rule names', () => {
  test('its own rule goes before its type’s', () => {
    expect(verdict('{ person { name } }', 'USER')).toBe('OK');
    expect(verdict('{ person { wrongPins } }', 'USER')).toEqual(at(12));
    expect(verdict('{ person { wrongPins } }', 'ADMINISTRATOR')).toBe('OK');
  });

  test('one refused field refuses the whole operation, and says where it is', () => {
    expect(verdict('{ things(first: 1) { name }\n  person { name wrongPins } }', 'USER')).toEqual(
      at(17, 2),
    );
  });

  test('a stranger is asked to log on, anybody else is refused', () => {
    expect(verdict('{ person { name } }', 'STRANGER')).toBe('UNAUTHENTICATED');
    expect(verdict('{ person { name } }', 'READ')).toEqual(at(3));
    expect(verdict('{ person { name } }')).toEqual(at(3));
  });

  test('of several scopes one suffices', () => {
    expect(verdict('{ person { wrongPins } }', 'TRANSACTIONS', 'DESK')).toBe('OK');
    expect(verdict('{ person { wrongPins } }', 'TRANSACTIONS', 'READ')).toEqual(at(3));
  });

  test.each([
    ['a fragment', '{ person { ...F } } fragment F on Person { wrongPins }'],
    [
      'a fragment in a fragment',
      '{ person { ...F } } fragment F on Person { ...G } fragment G on Person { wrongPins }',
    ],
    [
      'a fragment on an interface',
      '{ person { ...F } } fragment F on Named { name ... on Person { wrongPins } }',
    ],
    ['an inline fragment', '{ person { ... { wrongPins } } }'],
    ['an inline fragment on its type', '{ named { ... on Person { wrongPins } } }'],
    ['a union', '{ viewer { ... on Person { wrongPins } } }'],
    ['an alias', '{ person { name: wrongPins } }'],
    ['a list', '{ person { friends(first: 1) { friends(first: 1) { wrongPins } } } }'],
    ['a directive that may skip it', 'query ($a: Boolean!) { person { wrongPins @skip(if: $a) } }'],
  ])('through %s it is found as well', (_, query) => {
    expect(verdict(query, 'USER')).toEqual({ forbidden: expect.anything() });
    expect(verdict(query, 'ADMINISTRATOR')).toBe('OK');
  });

  test('on an interface it takes the right to it on every type behind', () => {
    expect(verdict('{ named { name } }', 'USER')).toBe('OK');
    expect(verdict('{ viewer { ... on Named { name } } }', 'STRANGER')).toBe('UNAUTHENTICATED');
    expect(verdict('{ viewer { ... on Thing { name } } }', 'STRANGER')).toBe('OK');
  });

  test('__typename and introspection are nobody’s secret where they are switched on', () => {
    expect(
      verdict('{ __typename viewer { __typename } __schema { types { name } } }', 'STRANGER'),
    ).toBe('OK');
  });

  test('of several operations the one that is picked counts', () => {
    const document = parse('query A { viewer { __typename } } query B { person { name } }');
    const ask = (name: string): unknown =>
      checkFieldRules(schema, document, name, new Set(['STRANGER']));
    expect([ask('A'), ask('B'), ask('A'), ask('C')]).toEqual(['OK', 'UNAUTHENTICATED', 'OK', 'OK']);
  });

  test('a verdict kept for one is not given to another', () => {
    const document = parse('{ person { wrongPins } }');
    const ask = (...who: readonly Party[]): unknown =>
      checkFieldRules(schema, document, null, new Set(who));
    expect([ask('ADMINISTRATOR'), ask('USER'), ask('ADMINISTRATOR')]).toEqual(['OK', at(12), 'OK']);
  });
});

describe('who somebody is', () => {
  const origin = {
    address: '',
    limitedAddress: null,
    certificate: null,
    locale: 'ja',
    requestId: '',
  } as const;
  const bank = {
    clientId: 'c',
    subject: 's',
    scopes: new Set(['desk', 'read'] as const),
    bound: false,
  };

  test('a bank token is each of its scopes; a person behind one is that person alone', () => {
    const user: Caller = { kind: 'USER', origin, bank, session: {} as never };
    expect([...partiesOf({ kind: 'BANK', origin, bank })]).toEqual(['DESK', 'READ']);
    expect([...partiesOf(user)]).toEqual(['USER']);
    expect([...partiesOf({ kind: 'STRANGER', origin, bank: null })]).toEqual(['STRANGER']);
  });
});

describe('the matrix', () => {
  test('is one line a field, sorted, so that a right that changes is a changed line', () => {
    const lines = emitAccessMatrix(schema)
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(lines.map((line) => line.split(/ {2,}/).join(' '))).toEqual([
      'field STRANGER USER ADMINISTRATOR DESK TRANSACTIONS READ MAIL',
      'Mutation.logOff yes own own any any any yes',
      'Mutation.logOn yes own own any any any yes',
      'Person.friends - own own any - - -',
      'Person.name - own own any - - -',
      'Person.since - own own any - - -',
      'Person.wrongPins - - own any - - -',
      'Query.broken yes own own any any any yes',
      'Query.named - own own any - - -',
      'Query.person - own own any - - -',
      'Query.things yes own own any any any yes',
      'Query.viewer yes own own any any any yes',
      'Thing.name yes own own any any any yes',
      'Thing.price yes own own any any any yes',
    ]);
  });
});

describe('a type or an operation without a rule', () => {
  test('does not start the server, and the message names each', async () => {
    @ObjectType({ description: 'Unruled.' })
    class Unruled {
      @Field(() => String, { description: 'A.' })
      a!: string;

      @Rule('ANYONE')
      @Field(() => String, { description: 'B.' })
      b!: string;
    }
    @Resolver()
    class Unguarded {
      @Query(() => Unruled, { description: 'Q.' })
      unguarded(): Unruled {
        return new Unruled();
      }
    }
    const unruled = await buildClasses({ resolvers: [Unguarded], validate: false });
    expect(() => assertRules(unruled)).toThrow(
      'Say with @Rule(…) who may ask for: Query.unguarded, Unruled.',
    );
    expect(() => assertRules(schema)).not.toThrow();
  });
});
