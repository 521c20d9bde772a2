import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Hasher } from '../src/secrets/hasher.ts';
import { connect, type Client } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { dryRun, fileOf, importUsers, prepare } from './harness/import-file.ts';
import {
  ask,
  logOnUser,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
/** Happens while the confirmation PIN is compared: after the file was read, before the act. */
let meanwhile: (() => Promise<unknown>) | null = null;

function interrupted(hasher: Hasher): Hasher {
  return {
    ...hasher,
    verify: async (hash, pin) => {
      const happening = meanwhile;
      meanwhile = null;
      await happening?.();
      return hasher.verify(hash, pin);
    },
  };
}

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { hasher: interrupted });
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await server.close();
  await sql.end();
  await ground.clear();
});

const ceiling = { perTransaction: 100_000_000, perDay: 500_000_000 };
const everyService = [
  { service: 'BALANCE_INQUIRY' },
  { service: 'ACTIVITY_STATEMENT' },
  { service: 'FUNDS_TRANSFER', ceiling },
  { service: 'TAX_AND_BILL_PAYMENT', ceiling },
  { service: 'BULK_TRANSFER', ceiling },
  { service: 'PAYROLL', ceiling },
  { service: 'DIRECT_DEBIT' },
  { service: 'FILE_EXCHANGE' },
];
const company = (more: object = {}) =>
  seedContract(server.url, ground, { services: everyService, ...more });

const headings =
  '利用者ID,氏名,Eメールアドレス,残高照会,入出金明細照会,資金移動,税金・各種料金払込み,総合振込,給与・賞与振込,預金口座振替,外部ファイル送受信,' +
  ['資金移動', '税金・各種料金払込み', '総合振込', '給与・賞与振込']
    .flatMap((service) => [`${service} 1回あたり`, `${service} 1日あたり`])
    .join(',');
const rights = [
  '照会',
  '照会',
  '照会・実行',
  '照会・実行',
  ...Array<string>(4).fill('照会・作成・承認・送信'),
];
/** 99 people with every right and limit that there is. */
const everybody = Array.from(
  { length: 99 },
  (_, index) => `shain${String(index + 1).padStart(4, '0')}`,
);
const full = [
  headings,
  ...everybody.map((userId, index) =>
    [
      userId,
      `長谷川 佐和子${index}`,
      `${userId}@keiri.yamada-shoji.example.co.jp`,
      ...rights,
      ...Array<string>(8).fill('"10,000,000"'),
    ].join(','),
  ),
  '',
].join('\r\n');

/** Everything that is kept of a contract, but for when its sessions were last heard of. */
async function stored({ contractId }: SeededContract): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'contract_id' order by 1`;
  const rows = [];
  for (const { name } of tables)
    rows.push(
      await sql`select to_jsonb(t) - 'last_act_at' as row from ${sql(name)} t where contract_id = ${contractId} order by 1`,
    );
  return JSON.stringify(rows);
}

async function userIdsOf({ contractId }: SeededContract): Promise<readonly string[]> {
  const rows = await sql<{ userId: string }[]>`
    select user_id as "userId" from persons where contract_id = ${contractId} and user_id is not null order by person_key`;
  return rows.map(({ userId }) => userId);
}

/** An ID is given out behind the back of whoever is at work in this contract. */
async function takeId({ contractId }: SeededContract, userId: string): Promise<void> {
  await sql`insert into persons (contract_id, person_key, user_id, name, added_at)
    values (${contractId}, ${userId.toLowerCase()}, ${userId}, ${userId}, now())`;
}

/** The same person, who reads Japanese. */
function inJapanese(client: Client): Client {
  return connect(client.url, { cookie: client.cookie ?? '', 'accept-language': 'ja' });
}

describe('a file of users', () => {
  it('of 99 good lines: the dry run shows all and writes nothing, the act adds all with their rights, and their temporary PINs open the door (R5, R13, R14)', async () => {
    const contract = await company({ notificationAddress: 'office@yamada.example' });
    const before = await stored(contract);
    const shown = await dryRun(contract.administrator, full);
    expect(shown.problems).toEqual([]);
    expect(shown.users).toHaveLength(99);
    const preparedPins = await prepare(contract.administrator, everybody);
    expect(await stored(contract)).toBe(before);

    const bytes = Buffer.byteLength(JSON.stringify({ csv: full, preparedPins }));
    figure(
      'import',
      `99 users with every right: ${Buffer.byteLength(full)} bytes of file, ${bytes} bytes sent`,
    );
    const answer = await importUsers(contract.administrator, full, preparedPins);
    expect(answer.users?.map(({ user }) => user.userId)).toEqual(everybody);
    expect(await userIdsOf(contract)).toEqual(everybody);

    const [{ permissions, limits } = { permissions: 0, limits: 0 }] = await sql<
      { permissions: number; limits: number }[]
    >`select (select count(*)::int from user_permissions where contract_id = ${contract.contractId}) as permissions,
             (select count(*)::int from user_limits where contract_id = ${contract.contractId}) as limits`;
    expect([permissions, limits]).toEqual([99 * 22, 99 * 4]);
    const events = await sql`select event ->> 'userId' as id from history_entries
      where contract_id = ${contract.contractId} and event ->> 'type' = 'USER_ADDED' and operation = 'importUsers' order by number`;
    expect(events.map(({ id }) => id)).toEqual(everybody);

    const last = answer.users?.at(-1);
    const user = connect(server.url);
    const entered = await logOnUser(
      user,
      contract.contractId,
      'Shain0099',
      last?.temporaryPins.pin,
    );
    expect(entered).toMatchObject({ __typename: 'LoggedOn', mustReplacePins: true });
    const replaced = await ask(user, 'replaceTemporaryPins', {
      temporaryConfirmationPin: last?.temporaryPins.confirmationPin,
      newPin: pins.user,
      newConfirmationPin: pins.userConfirmation,
    });
    expect(replaced.__typename).toBe('PinChanged');
  });

  it('with one of each mistake: the dry run names line, column, cause and remedy of each; nothing is written, by the dry run or by the act', async () => {
    const contract = await company();
    await seedUser(contract, 'Tanaka');
    await seedUser(contract, 'Yamada');
    await ask(contract.administrator, 'removeUser', {
      userId: 'Yamada',
      confirmationPin: pins.contractConfirmation,
    });
    const csv = [
      '利用者ID,氏名,秘密の業務,資金移動,資金移動 1回あたり,資金移動 1日あたり',
      'sato01,佐藤,,実行,80万,１，０００，０００',
      'SATO01,佐藤,,,,',
      'tanaka,田中,,,,',
      'yamada,山田,,,,',
      'ｋａｔｏ,加藤,,,,',
      'suzuki①,鈴木①,,,,',
      'kimura,木村,,実行,100000001,100000001',
      'mori,森,,実行,1e6,-5',
      'abe,安部,,実行,,10000000000000',
      'ito,"伊藤\r\n一",,,,',
    ].join('\r\n');
    const before = await stored(contract);
    const { problems, users } = await dryRun(inJapanese(contract.administrator), csv);
    expect(problems.map(({ line, column, field, code }) => [line, column, field, code])).toEqual([
      [1, 3, null, 'COLUMN_UNKNOWN'],
      [2, 1, '利用者ID', 'USER_ID_TWICE'],
      [3, 1, '利用者ID', 'USER_ID_TWICE'],
      [4, 1, '利用者ID', 'USER_ID_TAKEN'],
      [5, 1, '利用者ID', 'USER_ID_REMOVED'],
      [6, 1, '利用者ID', 'NOT_LETTERS_OR_DIGITS'],
      [7, 1, '利用者ID', 'NOT_LETTERS_OR_DIGITS'],
      [8, 5, '資金移動 1回あたり', 'ABOVE_CEILING'],
      [9, 5, '資金移動 1回あたり', 'UNREADABLE_AMOUNT'],
      [9, 6, '資金移動 1日あたり', 'UNREADABLE_AMOUNT'],
      [10, 5, '資金移動 1回あたり', 'REQUIRED'],
      [10, 6, '資金移動 1日あたり', 'OUT_OF_RANGE'],
      [11, 2, '氏名', 'CONTROL_CHARACTER'],
    ]);
    for (const { message } of problems) expect(message).toMatch(/。.*ください。$/);
    expect(users).toEqual([]);
    expect(await stored(contract)).toBe(before);

    const prepared = await prepare(contract.administrator, ['sato01']);
    const refused = await importUsers(contract.administrator, csv, prepared, pins.wrong);
    expect(refused).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'csv', code: 'PROBLEMS_IN_FILE' }],
    });
    // Refused before the PIN was looked at: no wrong entry either.
    expect(await stored(contract)).toBe(before);
  });

  it('in which one ID was taken since the dry run adds nobody at all', async () => {
    const contract = await company();
    const csv = fileOf('ono', 'hara', 'ueda');
    const prepared = await prepare(contract.administrator, ['ono', 'hara', 'ueda']);
    await seedUser(contract, 'HARA');
    const refused = await importUsers(contract.administrator, csv, prepared);
    expect(refused).toMatchObject({ problems: [{ path: 'csv', code: 'PROBLEMS_IN_FILE' }] });
    expect(await userIdsOf(contract)).toEqual(['HARA']);
    expect((await dryRun(contract.administrator, csv)).problems).toMatchObject([
      { line: 3, column: 1, code: 'USER_ID_TAKEN' },
    ]);
  });

  it('in which one ID is taken while the confirmation PIN is compared adds nobody at all', async () => {
    const contract = await company();
    const prepared = await prepare(contract.administrator, ['ono', 'hara']);
    meanwhile = () => takeId(contract, 'Hara');
    expect(
      await importUsers(contract.administrator, fileOf('ono', 'hara'), prepared),
    ).toMatchObject({
      problems: [{ path: 'csv', code: 'PROBLEMS_IN_FILE' }],
    });
    expect(await userIdsOf(contract)).toEqual(['Hara']);
  });

  it('for more people than the contract has room for says from which line on, and how many', async () => {
    const contract = await company();
    await seedUser(contract, 'Tanaka');
    const { problems } = await dryRun(contract.administrator, full);
    expect(problems).toMatchObject([{ line: 100, column: null, code: 'TOO_MANY_USERS' }]);
    expect(problems[0]?.message).toContain('98');
  });

  it('that asks for a limit above what the desk allows by now is refused, though the dry run was before (R14)', async () => {
    const contract = await company();
    const csv =
      '利用者ID,氏名,資金移動,資金移動 1回あたり,資金移動 1日あたり\nono,小野,実行,80万,80万\n';
    const prepared = await prepare(contract.administrator, ['ono']);
    await sql`update contract_services set ceiling_per_day = 799999, limit_per_day = 799999, ceiling_per_transaction = 799999, limit_per_transaction = 799999
      where contract_id = ${contract.contractId}`;
    expect(await importUsers(contract.administrator, csv, prepared)).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await userIdsOf(contract)).toEqual([]);
  });

  it('whose last row the database refuses leaves nobody behind, and the administrator’s PIN unharmed (A3)', async () => {
    const contract = await company();
    const csv = '利用者ID,氏名,残高照会\nono,小野,\nhara,原,照会\n';
    const prepared = await prepare(contract.administrator, ['ono', 'hara']);
    await sql.unsafe(`create function refuse_hara() returns trigger language plpgsql as
      $$ begin if new.person_key = 'hara' then raise exception 'no'; end if; return new; end $$;
      create trigger refuse_hara before insert on user_permissions for each row execute function refuse_hara()`);
    const before = await stored(contract);
    await expect(importUsers(contract.administrator, csv, prepared)).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
    });
    expect(await stored(contract)).toBe(before);
    await sql.unsafe('drop trigger refuse_hara on user_permissions');
    const done = await importUsers(contract.administrator, csv, prepared);
    expect(done.__typename).toBe('UsersImported');
  });

  it('and a wrong confirmation PIN: counted, and nobody is added (R4)', async () => {
    const contract = await company();
    const prepared = await prepare(contract.administrator, ['ono']);
    const refused = await importUsers(contract.administrator, fileOf('ono'), prepared, pins.wrong);
    expect(refused).toMatchObject({ code: 'WRONG_PIN', attemptsLeft: 6 });
    expect(await userIdsOf(contract)).toEqual([]);
    // What was prepared is still good.
    const done = await importUsers(contract.administrator, fileOf('ono'), prepared);
    expect(done.__typename).toBe('UsersImported');
  });

  it('longer than 48,000 bytes is refused as a whole, and says how long it may be; no other text gets longer by it', async () => {
    const contract = await company();
    const pad = (length: number) => `利用者ID,氏名\n${','.repeat(length - 17)}`;
    expect(Buffer.byteLength(pad(48_000)) - 48_000).toBeLessThan(10);
    const dry = `query ($csv: CsvText!) { contract { userImport(csv: $csv) { problemCount } } }`;
    const { body } = await contract.administrator.raw(dry, { csv: pad(48_010) });
    expect(body).toContain('at most 48000 bytes in UTF-8');
    const elsewhere = await contract.administrator.raw(
      dry.replace('$csv: CsvText!', '$csv: CsvText!, $x: String'),
      {
        csv: fileOf('ono'),
        x: 'x'.repeat(1001),
      },
    );
    expect(elsewhere.body).toContain('A text may have 1000 characters.');
    // A file in one operation, and a search in the one that runs.
    const two = `query Dry($x: CsvText!) { contract { userImport(csv: $x) { problemCount } } }
      query Search($x: String) { contract { users(first: 1, search: $x) { totalCount } } }`;
    const inAnother = await contract.administrator.raw(two, { x: 'x'.repeat(1001) });
    expect(inAnother.body).toContain('A text may have 1000 characters.');
    const asUserId = await contract.administrator.raw(
      `mutation ($input: ImportUsersInput!) { importUsers(input: $input) { __typename } }`,
      {
        input: {
          csv: fileOf('ono'),
          preparedPins: ['x'.repeat(1001)],
          confirmationPin: pins.wrong,
        },
      },
    );
    expect(asUserId.body).toContain('A text may have 1000 characters.');
  });

  it('with more mistakes than anybody reads answers the first 200, and how many there are', async () => {
    const contract = await company();
    const bad = `${headings}\n${Array.from({ length: 99 }, () => 'x!,,y,a,b,c,d').join('\n')}`;
    const { problems, problemCount } = await dryRun(contract.administrator, bad);
    expect([problems.length, problemCount]).toEqual([200, 99 * 7]);
  });
});
