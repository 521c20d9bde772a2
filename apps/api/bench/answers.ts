/**
 * A8: how long a stranger's logon takes, by the reason for which it is refused, at the real cost of a PIN.
 * `node --import @oxc-node/core/register bench/answers.ts [--samples 200]`
 */
import { parseArgs } from 'node:util';

import postgres from 'postgres';

import { openContract, seedContract, seedUser } from '../test/harness/seed.ts';
import { cloneContract } from './ground/clones.ts';
import { type BenchGround, layBenchGround } from './ground/ground.ts';
import { processorTimeOf, processorTimeOfPostgres } from './ground/processor-time.ts';
import { type Connection, graphqlRequest, openConnection } from './load/connection.ts';

/** How many ask at once, and how many contracts there are of each kind. */
const crowd = 20;

interface Kind {
  readonly name: string;
  /** A request to the n-th contract of this kind. */
  readonly request: (nth: number) => Buffer;
  readonly one: number[];
  readonly many: number[];
  /** Seconds of processor time of server and PostgreSQL together, for each crowd: what others do meanwhile is not in it. */
  readonly worked: number[];
}

const pins = { wrong: 'not-the-right-one', contract: 'river-stone-42' };
const idsOf = (prefix: number): readonly string[] =>
  Array.from({ length: crowd }, (_, each) => `${prefix}${String(each).padStart(9, '0')}`);

/** What is done to the contracts of a kind once they stand. */
const arranged: Readonly<Record<string, string>> = {
  'wrong PIN': '',
  'wrong one-time password': '',
  'unknown user': '',
  'contract locked': `update contracts set locks = '[{"reason":"WRONG_PINS","at":1767225600000,"by":"Sato"}]'`,
  'user locked': `update persons set locks = '[{"reason":"WRONG_PINS","at":1767225600000,"by":"Sato"}]'`,
  closed: 'update contracts set closed_at = opened_at',
  expired: 'update persons set temporary_until = added_at',
  'certificate missing': `update contracts set authentication_method = 'CERTIFICATE'`,
};

async function kindsOn(ground: BenchGround, sql: postgres.Sql): Promise<readonly Kind[]> {
  const { url } = ground.server;
  const registered = await seedContract(url, ground);
  await seedUser(registered, 'Sato');
  const awaiting = await openContract(url, ground);
  const logOn = (field: string, input: object): Buffer =>
    graphqlRequest(`${url}/graphql`, {
      query: `mutation ($input: ${field}Input!) { ${field.charAt(0).toLowerCase()}${field.slice(1)}(input: $input) { __typename ... on Refusal { code message } } }`,
      variables: { input },
    });
  const ofUser = (contractId: string, userId = 'Sato'): Buffer =>
    logOn('LogOnUser', { contractId, userId, userPin: pins.wrong });
  const ofAdministrator = (contractId: string, contractPin = pins.wrong): Buffer =>
    logOn('LogOnAdministrator', { contractId, contractPin, oneTimePassword: '0000' });
  const kind = (
    name: string,
    ids: readonly string[],
    write: (contractId: string) => Buffer,
  ): Kind => {
    const requests = ids.map(write);
    return {
      name,
      one: [],
      many: [],
      worked: [],
      request: (nth) => requests[nth % crowd] ?? Buffer.alloc(0),
    };
  };

  const standing = new Map<string, readonly string[]>();
  for (const [index, [name, statement]] of Object.entries(arranged).entries()) {
    const ids = idsOf(10 + index);
    await cloneContract(ground, registered.contractId, ids);
    if (statement !== '') await sql.unsafe(`${statement} where contract_id = any($1)`, [[...ids]]);
    standing.set(name, ids);
  }
  const unregistered = idsOf(30);
  await cloneContract(ground, awaiting.contractId, unregistered);
  const of = (name: string): readonly string[] => standing.get(name) ?? [];
  const unknown = idsOf(40);
  return [
    kind('user · wrong PIN', of('wrong PIN'), (id) => ofUser(id)),
    kind('user · unknown contract', unknown, (id) => ofUser(id)),
    kind('user · unknown user', of('unknown user'), (id) => ofUser(id, 'Nobody')),
    kind('user · locked', of('user locked'), (id) => ofUser(id)),
    kind('user · contract locked', of('contract locked'), (id) => ofUser(id)),
    kind('user · closed', of('closed'), (id) => ofUser(id)),
    kind('user · expired', of('expired'), (id) => ofUser(id)),
    kind('user · not registered', unregistered, (id) => ofUser(id)),
    kind('user · certificate missing', of('certificate missing'), (id) => ofUser(id)),
    kind('administrator · wrong PIN', of('wrong PIN'), (id) => ofAdministrator(id)),
    kind('administrator · wrong one-time password', of('wrong one-time password'), (id) =>
      ofAdministrator(id, pins.contract),
    ),
    kind('administrator · unknown contract', unknown, (id) => ofAdministrator(id)),
    kind('administrator · locked', of('contract locked'), (id) => ofAdministrator(id)),
    kind('administrator · closed', of('closed'), (id) => ofAdministrator(id)),
    kind('administrator · not registered', unregistered, (id) => ofAdministrator(id)),
    kind('administrator · certificate missing', of('certificate missing'), (id) =>
      ofAdministrator(id),
    ),
  ];
}

/** Milliseconds until the one answer; a logon that got in, by one chance in ten thousand, is none of these. */
async function timed(connection: Connection, request: Buffer): Promise<number | null> {
  const from = performance.now();
  const { body } = await connection.ask(request);
  const took = performance.now() - from;
  return body.includes('LOGON_REFUSED') ? took : null;
}

function shuffled<T>(all: readonly T[]): readonly T[] {
  return all
    .map((each) => ({ each, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

/** Wrong entries are forgotten: each is somebody's first. */
async function forget(sql: postgres.Sql): Promise<void> {
  await sql`update persons set wrong_logon = 0, wrong_one_time_password = 0 where wrong_logon + wrong_one_time_password > 0`;
}

async function measure(
  ground: BenchGround,
  kinds: readonly Kind[],
  sql: postgres.Sql,
  samples: number,
): Promise<void> {
  const url = `${ground.server.url}/graphql`;
  const [server, database] = [
    processorTimeOf(ground.server.process.pid ?? 0),
    processorTimeOfPostgres(),
  ];
  const alone = await openConnection(url);
  for (let round = -5; round < samples; round += 1) {
    if (round % (crowd / 2) === 0) await forget(sql);
    for (const { request, one } of shuffled(kinds)) {
      const took = await timed(alone, request(round + crowd));
      if (took !== null && round >= 0) one.push(took);
    }
  }
  alone.close();
  // Opened only now: a connection that waits its turn is closed by the server.
  const connections = await Promise.all(Array.from({ length: crowd }, () => openConnection(url)));
  for (let round = -1; round < samples / crowd; round += 1) {
    for (const { request, many, worked } of shuffled(kinds)) {
      await forget(sql);
      const before = server() + database();
      const took = await Promise.all(
        connections.map((connection, nth) => timed(connection, request(nth))),
      );
      const spent = server() + database() - before;
      if (round >= 0) worked.push(spent);
      if (round >= 0) many.push(...took.filter((each) => each !== null));
    }
  }
  for (const connection of connections) connection.close();
}

function quantile(all: readonly number[], part: number): number {
  return all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * part)] ?? Number.NaN;
}

function tableOf(kinds: readonly Kind[]): string {
  const baseOf = (kind: Kind): Kind =>
    kinds.find(({ name }) => name === `${kind.name.split(' · ')[0] ?? ''} · wrong PIN`) ?? kind;
  const compared = (own: number, base: number): string => {
    const percent = (own / base - 1) * 100;
    return `${own.toFixed(1).padStart(8)} ${`${percent >= 0 ? '+' : ''}${percent.toFixed(1)} %`.padStart(8)}`;
  };
  const waited = (own: readonly number[], base: readonly number[]): string => {
    const half = `${quantile(own, 0.25).toFixed(1)}–${quantile(own, 0.75).toFixed(1)}`;
    return `${compared(quantile(own, 0.5), quantile(base, 0.5))} ${half.padStart(15)} ${String(own.length).padStart(4)}`;
  };
  const workOf = ({ worked }: Kind): number =>
    (worked.reduce((sum, each) => sum + each, 0) / (worked.length * crowd)) * 1000;
  const rows = kinds.map((kind) => {
    const base = baseOf(kind);
    const cells = [
      waited(kind.one, base.one),
      waited(kind.many, base.many),
      compared(workOf(kind), workOf(base)),
    ];
    return `${kind.name.padEnd(40)}${cells.join('  |')}`;
  });
  const head = 'median ms  to wrong   middle half    n';
  return [
    `${' '.repeat(40)}one at a time${' '.repeat(27)}${crowd} at once${' '.repeat(30)}processor`,
    `${' '.repeat(39)}${head}   ${head}       ms  to wrong`,
    ...rows,
  ].join('\n');
}

const { values } = parseArgs({ options: { samples: { type: 'string', default: '200' } } });
const ground = await layBenchGround();
const address = new URL(ground.database.superuserUrl);
address.pathname = new URL(ground.database.applicationUrl).pathname;
const sql = postgres(address.href, { max: 1, onnotice: () => undefined });
try {
  const kinds = await kindsOn(ground, sql);
  await measure(ground, kinds, sql, Number(values.samples));
  console.log(tableOf(kinds));
} finally {
  await sql.end();
  await ground.clear();
}
