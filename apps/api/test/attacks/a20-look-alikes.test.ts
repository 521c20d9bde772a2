import { writeCsv } from '@monban/domain/csv';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Client, connect, Fault } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  type Answered,
  ask,
  bank,
  type OperationName,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

/** The one contract ID that is really there, and what looks like it or might be taken for it. */
const contractId = '01234567890';
const contractIds: Readonly<Record<string, string>> = {
  'full-width digits': '０１２３４５６７８９０',
  'one full-width digit': '0123456789０',
  'Arabic digits': '٠١٢٣٤٥٦٧٨٩٠',
  'extended Arabic digits': '۰۱۲۳۴۵۶۷۸۹۰',
  'Devanagari digits': '०१२३४५६७८९०',
  'mathematical digits': '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎',
  'subscript digits': '₀₁₂₃₄₅₆₇₈₉₀',
  'circled digits': '⓪①②③④⑤⑥⑦⑧⑨⓪',
  'letter O for 0': 'O123456789O',
  'letter l for 1': '0l234567890',
  'without its leading zero': '1234567890',
  'with one zero more': '001234567890',
  'a blank before': ' 01234567890',
  'a blank behind': '01234567890 ',
  'an ideographic blank behind': '01234567890　',
  'a no-break blank in place of a digit': '012345 7890',
  'a tab behind': '01234567890\t',
  'a line break behind': '01234567890\n',
  'a carriage return behind': '01234567890\r\n',
  'a NUL behind': '01234567890\u0000',
  'a NUL within': '01234\u000067890',
  'a zero-width space': '01234\u200b567890',
  'a byte-order mark before': '\ufeff01234567890',
  'a right-to-left mark': '\u200f01234567890',
  'a right-to-left override': '\u202e09876543210',
  'a combining mark': '0123456789\u0300',
  'an enclosing keycap': '01234567890\u20e3',
  'a variation selector': '01234567890\ufe0f',
  'a lone surrogate': '0123456789\ud800',
  'a power of ten': '1e10',
  'a power of ten as long as an ID': '0.12345e+11',
  'hexadecimal digits': '0x00499602D2',
  'a sign': '+1234567890',
  'a minus sign': '-1234567890',
  'a decimal point': '1234567890.',
  'thousands separated': '1,234,567,8',
  'hyphens, as on the card': '012-3456-7890',
  underscores: '01_234_567_',
  quotes: "'01234567890'",
  'a wildcard': '0123456789%',
  'a one-letter wildcard': '0123456789_',
  'a decoy’s ID': 'D0000000001',
  'a decoy’s ID in lower case': 'd0000000001',
  'nothing at all': '',
};

/** Really there: Kato, Sato1. */
const userIds: Readonly<Record<string, string>> = {
  'the Kelvin sign for K (U+212A)': '\u212aato',
  'a long s for S (U+017F)': '\u017fato1',
  'full-width letters': 'Ｋａｔｏ',
  'a full-width digit': 'Sato１',
  'an Arabic digit': 'Sato١',
  'Cyrillic а': 'K\u0430to',
  'Greek Κ': '\u039aato',
  'a dotless ı': 'K\u0131to',
  'a dotted İ': 'K\u0130to',
  'a sharp ß': 'Ka\u00dfto',
  'a ligature': 'ﬁKato',
  'an accent composed': 'K\u00e1to',
  'an accent combining': 'Ka\u0301to',
  'a roman numeral': 'SatoⅠ',
  'mathematical letters': '𝐊𝐚𝐭𝐨',
  'half-width katakana': 'ｶﾄｳ',
  ideographs: '加藤',
  'an emoji': 'Kato🔑',
  'a blank before': ' Kato',
  'a blank behind': 'Kato ',
  'a blank within': 'Ka to',
  'an ideographic blank': 'Kato　',
  'a tab': 'Kato\t',
  'a line break': 'Kato\n',
  'a NUL behind': 'Kato\u0000',
  'a NUL within': 'Ka\u0000to',
  'a zero-width joiner': 'Ka\u200dto',
  'a soft hyphen': 'Ka\u00adto',
  'a byte-order mark': '\ufeffKato',
  'a lone surrogate': 'Kato\udc00',
  'a hyphen': 'Ka-to',
  'an underscore': 'Ka_to',
  'a full stop': 'Kato.',
  'a wildcard': 'Kat%',
  'the administrator’s own key': '@administrator',
  'a slash': 'Ka/to',
  'a quote': "Kato'",
  'a backslash': 'Kato\\',
  'letters beyond 30': 'K'.repeat(31),
  'nothing at all': '',
};

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let contract: SeededContract;
let desk: Client;
let kato: string;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  sql = asSuperuser(ground);
  desk = bank(server.url, ground, ['desk']);
  contract = await seedContract(server.url, ground, { contractId });
  await seedUser(contract, 'Kato');
  await seedUser(contract, 'Sato1');
  kato = JSON.stringify(await rows());
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});

const rows = () =>
  sql`select contract_id, person_key, locks, wrong_logon, pins_version, logon_hash from persons where contract_id !~ '^D' order by 1, 2`;
const services = [{ service: 'BALANCE_INQUIRY' }];

/** Every act that takes a contract ID, with the ID that looks like one. */
const contractActs: Readonly<Record<string, (id: string) => Promise<Answered>>> = {
  logOnUser: (id) => stranger('logOnUser', { contractId: id, userId: 'Kato', userPin: pins.user }),
  logOnAdministrator: (id) =>
    stranger('logOnAdministrator', {
      contractId: id,
      contractPin: pins.contract,
      oneTimePassword: '0000',
    }),
  registerAdministrator: (id) =>
    stranger('registerAdministrator', {
      contractId: id,
      registrationPin: 'x',
      oneTimePassword: '0000',
      contractPin: pins.contract,
      contractConfirmationPin: pins.contractConfirmation,
    }),
  openContract: (id) =>
    ask(desk, 'openContract', { contractId: id, name: 'Yamada', lockLinkage: 'LINKED', services }),
  issueCard: (id) => ask(desk, 'issueCard', { contractId: id }),
  unlockContract: (id) => ask(desk, 'unlockContract', { contractId: id }),
  putCardInForce: (id) => ask(desk, 'putCardInForce', { contractId: id }),
  resetAdministrator: (id) => ask(desk, 'resetAdministrator', { contractId: id }),
  closeContract: (id) => ask(desk, 'closeContract', { contractId: id }),
  keepContract: (id) => ask(desk, 'keepContract', { contractId: id }),
  renameContract: (id) => ask(desk, 'renameContract', { contractId: id, name: 'Yamada' }),
  setIdleMinutes: (id) => ask(desk, 'setIdleMinutes', { contractId: id, idleMinutes: 10 }),
  setAuthenticationMethod: (id) =>
    ask(desk, 'setAuthenticationMethod', { contractId: id, authenticationMethod: 'ID_PIN' }),
  setContractServices: (id) => ask(desk, 'setContractServices', { contractId: id, services }),
  setLockLinkage: (id) => ask(desk, 'setLockLinkage', { contractId: id, lockLinkage: 'LINKED' }),
};

/** Every act that takes a user ID. */
const userActs: Readonly<Record<string, (id: string) => Promise<Answered>>> = {
  logOnUser: (id) => stranger('logOnUser', { contractId, userId: id, userPin: pins.user }),
  addUser: (id) => confirmed('addUser', { userId: id, name: 'Kato', permissions: [], limits: [] }),
  prepareTemporaryPins: (id) =>
    ask(contract.administrator, 'prepareTemporaryPins', { userIds: [id] }),
  importUsers: (id) =>
    confirmed('importUsers', {
      csv: writeCsv([
        ['User ID', 'Name'],
        [id, 'Kato'],
      ]),
      preparedPins: [],
    }),
  lockUser: (id) => confirmed('lockUser', { userId: id }),
  unlockUser: (id) => confirmed('unlockUser', { userId: id }),
  resetUserPins: (id) => confirmed('resetUserPins', { userId: id }),
};

function stranger(
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  return ask(connect(server.url), operation, input);
}

function confirmed(
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  return ask(contract.administrator, operation, {
    ...input,
    confirmationPin: pins.contractConfirmation,
  });
}

/** What an act answered, in one word; a fault of the request’s own is a refusal as well. */
async function outcome(act: () => Promise<Answered>): Promise<string> {
  try {
    const { __typename, code } = await act();
    return code ?? __typename;
  } catch (fault) {
    if (fault instanceof Fault) return fault.code;
    throw fault;
  }
}

async function refusedByDatabase(
  statement: string,
  ...values: readonly string[]
): Promise<boolean> {
  try {
    await sql.begin(async (connection) => {
      await connection.unsafe(statement, [...values]);
      throw new Error('accepted');
    });
    return false;
  } catch (fault) {
    // A check that fails, or bytes that are no text.
    return (
      fault instanceof Error && 'code' in fault && ['23514', '22021'].includes(String(fault.code))
    );
  }
}

describe('A20: nothing that looks like an ID is one', () => {
  it.each(Object.entries(contractActs))('contract IDs in %s', async (operation, act) => {
    const outcomes = new Map<string, string>();
    for (const [what, id] of Object.entries(contractIds))
      outcomes.set(what, await outcome(() => act(id)));
    const accepted = [...outcomes].filter(
      ([, answer]) => answer !== 'INVALID_INPUT' && answer !== 'BAD_USER_INPUT',
    );
    figure(
      'A20',
      `${operation}: ${outcomes.size} look-alikes of a contract ID, ${accepted.length} accepted`,
    );
    expect(accepted).toEqual([]);
  });

  it('contract IDs asked about: no challenge, no contract', async () => {
    const answers = new Set<string>();
    for (const id of Object.values(contractIds)) {
      answers.add(
        await outcome(() =>
          connect(server.url).send(
            'query ($id: ContractId!) { cardChallenge(contractId: $id) { id } }',
            { id },
          ),
        ),
      );
      const { contract: found } = await desk.send<{ contract: unknown }>(
        'query ($id: ContractId!) { contract(contractId: $id) { name } }',
        { id },
      );
      const { contract: own } = await contract.administrator.send<{ contract: unknown }>(
        'query ($id: ContractId!) { contract(contractId: $id) { name } }',
        { id },
      );
      expect([found, own]).toEqual([null, null]);
    }
    expect([...answers]).toEqual(['BAD_USER_INPUT']);
  });

  it.each(Object.entries(userActs))('user IDs in %s', async (operation, act) => {
    const outcomes = new Map<string, string>();
    for (const [what, id] of Object.entries(userIds))
      outcomes.set(what, await outcome(() => act(id)));
    const accepted = [...outcomes].filter(
      ([, answer]) => answer !== 'INVALID_INPUT' && answer !== 'BAD_USER_INPUT',
    );
    figure(
      'A20',
      `${operation}: ${outcomes.size} look-alikes of a user ID, ${accepted.length} accepted`,
    );
    expect(accepted).toEqual([]);
  });

  it('user IDs asked about find nobody', async () => {
    const found: string[] = [];
    for (const [what, userId] of Object.entries(userIds)) {
      const query = 'query ($id: UserId!) { contract { user(userId: $id) { userId } } }';
      const answer = await outcome(async () => {
        const { contract: seen } = await contract.administrator.send<{
          contract: { user: unknown };
        }>(query, { id: userId });
        return { __typename: seen.user === null ? 'NOBODY' : 'FOUND' };
      });
      if (answer !== 'NOBODY') found.push(`${what}: ${answer}`);
    }
    expect(found).toEqual([]);
  });

  it('searched for or paged by, they are text like any other, and no fault of ours', async () => {
    const faults: string[] = [];
    for (const [what, text] of Object.entries(userIds)) {
      const query =
        'query ($text: String, $after: String) { contract { users(first: 10, search: $text, after: $after) { totalCount } history(first: 1, after: $after) { totalCount } } }';
      for (const variables of [
        { text },
        { after: text },
        { after: Buffer.from(text).toString('base64url') },
      ]) {
        const answer = await outcome(async () => {
          await contract.administrator.send(query, variables);
          return { __typename: 'ANSWERED' };
        });
        if (answer !== 'ANSWERED') faults.push(`${what}: ${answer}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('the database’s own checks refuse them, too', async () => {
    const contracts = `insert into contracts (contract_id, name, lock_linkage, opened_at) values ($1, 'x', 'LINKED', now())`;
    const persons = `insert into persons (contract_id, person_key, user_id, name, added_at) values ('${contractId}', lower($1), $1, 'x', now())`;
    const accepted: string[] = [];
    for (const [what, id] of Object.entries(contractIds))
      if (!(await refusedByDatabase(contracts, id))) accepted.push(what);
    for (const [what, id] of Object.entries(userIds))
      if (!(await refusedByDatabase(persons, id))) accepted.push(what);
    const all = Object.keys(contractIds).length + Object.keys(userIds).length;
    figure('A20', `the database: ${all} look-alikes, accepted: ${accepted.join()}`);
    // Decoys stand in the same table, under an ID that the API takes for none.
    expect(accepted).toEqual(['a decoy’s ID']);
    // A key that is not the ID in lower case would be a second spelling.
    expect(
      await refusedByDatabase(
        `insert into persons (contract_id, person_key, user_id, name, added_at) values ($1, 'other', 'Kato', 'x', now())`,
        contractId,
      ),
    ).toBe(true);
  });

  it('upper and lower case are one: nobody is added beside Kato as kATO, who logs on as either', async () => {
    expect(
      await outcome(() =>
        confirmed('addUser', { userId: 'kATO', name: 'Kato', permissions: [], limits: [] }),
      ),
    ).toBe('CONFLICT');
    expect(
      await outcome(() =>
        stranger('logOnUser', { contractId, userId: 'kATO', userPin: pins.user }),
      ),
    ).toBe('LoggedOn');
  });

  it('and after all that nobody was added, locked, counted or changed', async () => {
    expect(JSON.stringify(await rows())).toBe(kato);
  });
});
