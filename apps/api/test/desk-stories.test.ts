import { administratorName } from '@monban/domain/history-event';
import { nextJapanMidnight } from '@monban/domain/instant';
import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import {
  type Answered,
  ask,
  bank,
  challenge,
  logOnAdministrator,
  logOnUser,
  openContract,
  pins,
  readCard,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { told } from './harness/told.ts';

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let contract: SeededContract;
let desk: Client;
let sato: Client;
let now: number;

beforeAll(async () => {
  now = Date.now();
  ground = await layGround();
  server = await startHere(ground, { now: () => now });
  sql = asSuperuser(ground);
  desk = bank(server.url, ground, ['desk']);
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});
beforeEach(async () => {
  contract = await seedContract(server.url, ground, {
    notificationAddress: 'office@yamada.example',
  });
  sato = await seedUser(contract, 'Sato');
});

const atDesk = (
  name: Parameters<typeof ask>[1],
  input: Readonly<Record<string, unknown>> = {},
): Promise<Answered> =>
  ask(desk, name, { contractId: contract.contractId, reference: 'U-77', ...input });

async function isOut(client: Client): Promise<boolean> {
  const { body } = await client.raw('{ contract { version } }');
  return body.includes('UNAUTHENTICATED');
}

const newPins = { contractPin: 'harbour-light-58', contractConfirmationPin: 'maple-bridge-36' };

async function register(registrationPin: string, digits = contract.digits): Promise<Client> {
  const client = connect(server.url);
  const asked = await challenge(client, contract.contractId);
  const registered = await ask(client, 'registerAdministrator', {
    contractId: contract.contractId,
    registrationPin,
    oneTimePassword: readCard(digits, asked),
    challengeId: asked.id,
    ...newPins,
  });
  expect(registered).toMatchObject({ __typename: 'LoggedOn' });
  return client;
}

/** A further card, as the company gets it by mail. */
async function issueCard(): Promise<string> {
  const { card } = await atDesk('issueCard');
  return card?.digits.join('') ?? '';
}

describe('R17: an administrator who forgot a PIN, or has a successor', () => {
  it('is out with the next request, works again with the new registration PIN and the old card; users go on all the while', async () => {
    const reset = await atDesk('resetAdministrator', { administratorName: '鈴木 花子' });
    expect(reset).toMatchObject({
      // Before the very first registration alone does a contract wait for it.
      contract: {
        status: 'ACTIVE',
        administrator: { name: '鈴木 花子', status: 'AWAITING_REGISTRATION' },
      },
    });
    expect(await isOut(contract.administrator)).toBe(true);
    expect(await isOut(sato)).toBe(false);
    expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    // The old PINs are worth nothing, and trying them counts nothing.
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    const successor = await register(reset.registrationPin ?? '');
    expect(await successor.send('{ contract { status administrator { name status } } }')).toEqual({
      contract: { status: 'ACTIVE', administrator: { name: '鈴木 花子', status: 'ACTIVE' } },
    });
    const again = { ...contract, contractPin: newPins.contractPin };
    expect(await logOnAdministrator(connect(server.url), again, newPins.contractPin)).toMatchObject(
      { __typename: 'LoggedOn' },
    );
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      code: 'LOGON_REFUSED',
    });
  });

  it('a registration PIN works once and until the next one is drawn, whatever came of the one before', async () => {
    const first = await atDesk('resetAdministrator');
    const second = await atDesk('resetAdministrator');
    const asked = await challenge(connect(server.url), contract.contractId);
    expect(
      await ask(connect(server.url), 'registerAdministrator', {
        contractId: contract.contractId,
        registrationPin: first.registrationPin,
        oneTimePassword: readCard(contract.digits, asked),
        ...newPins,
      }),
    ).toMatchObject({ code: 'LOGON_REFUSED' });
    await register(second.registrationPin ?? '');
  });

  it('R21: lifts no lock by itself and every one with `unlock`; counts begin anew either way', async () => {
    const stranger = connect(server.url);
    for (let wrong = 0; wrong < 7; wrong += 1)
      await logOnAdministrator(stranger, contract, pins.wrong);
    expect(await atDesk('resetAdministrator')).toMatchObject({ contract: { status: 'LOCKED' } });
    const left = await told(sql, contract.contractId, async () => {
      const reset = await atDesk('resetAdministrator', { unlock: true });
      expect(reset).toMatchObject({ contract: { status: 'ACTIVE' } });
      await register(reset.registrationPin ?? '');
    });
    expect(left.entries.slice(0, 2)).toMatchObject([
      { event: { type: 'ADMINISTRATOR_RESET' } },
      { event: { type: 'CONTRACT_UNLOCKED', lifted: ['WRONG_PINS'] } },
    ]);
    const [row] = await sql`
      select wrong_registration + wrong_logon + wrong_confirmation + wrong_one_time_password as wrong
      from persons where contract_id = ${contract.contractId} and person_key = ${administratorName}`;
    expect(row).toEqual({ wrong: 0 });
  });

  it('R18: whose card is lost as well registers with the one that was sent; from then on it is the one that is asked, and is told of', async () => {
    await atDesk('reportCardLost');
    const digits = await issueCard();
    const { registrationPin } = await atDesk('resetAdministrator');
    const left = await told(sql, contract.contractId, () =>
      register(registrationPin ?? '', digits),
    );
    expect(left.entries.map(({ event }) => event['type'])).toEqual([
      'ADMINISTRATOR_REGISTERED',
      'CARD_PUT_IN_FORCE',
    ]);
    expect(
      await logOnAdministrator(connect(server.url), { ...contract, digits }, newPins.contractPin),
    ).toMatchObject({ __typename: 'LoggedOn' });
  });

  it('before the very first registration: a new PIN for one that went astray', async () => {
    const opened = await openContract(server.url, ground);
    contract = { ...contract, ...opened };
    const reset = await atDesk('resetAdministrator');
    expect(reset).toMatchObject({ contract: { status: 'AWAITING_REGISTRATION' } });
    await register(reset.registrationPin ?? '');
  });

  it('A9: the new registration PIN is answered once, and is nowhere else', async () => {
    const { registrationPin } = await atDesk('resetAdministrator');
    const written = await sql<{ text: string }[]>`
      select event::text as text from history_entries where contract_id = ${contract.contractId}
      union all select events::text from outbox where contract_id = ${contract.contractId}`;
    expect(registrationPin).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
    expect(written.filter(({ text }) => text.includes(registrationPin ?? '-'))).toEqual([]);
  });

  it.each([
    ['administratorName', { administratorName: 'あ'.repeat(61) }, 'TOO_LONG'],
    ['administratorName', { administratorName: '' }, 'REQUIRED'],
  ] as const)('%s with %j is refused at its field', async (path, input, code) => {
    expect((await atDesk('resetAdministrator', input)).problems).toMatchObject([{ path, code }]);
  });
});

describe('R8: a later card', () => {
  interface Sent {
    readonly contract: {
      readonly card: { readonly serial: string; readonly challenge: unknown } | null;
      readonly sentCard: {
        readonly serial: string;
        readonly challenge: Awaited<ReturnType<typeof challenge>>;
      } | null;
      readonly attention: readonly { readonly kind: string }[];
    };
  }
  const look = async () => {
    const { contract: own } = await contract.administrator.send<Sent>(
      '{ contract { card { serial challenge { id } } sentCard { serial challenge { id cells { column row } } } attention { kind } } }',
    );
    return own;
  };
  const activate = async (digits: string, more: Readonly<Record<string, unknown>> = {}) => {
    const asked = (await look()).sentCard?.challenge ?? { id: 'none', cells: [] };
    return ask(contract.administrator, 'activateCard', {
      oneTimePassword: readCard(digits, asked),
      challengeId: asked.id,
      confirmationPin: pins.contractConfirmation,
      ...more,
    });
  };
  const misread = (digits: string) => digits.replaceAll(/\d/g, (digit) => `${9 - Number(digit)}`);

  it('is useless until the administrator has entered four of its cells; from then on the old one is', async () => {
    const first = await look();
    expect([first.sentCard, first.attention]).toEqual([null, []]);
    const digits = await issueCard();
    const { card, sentCard, attention } = await look();
    expect(card).toEqual(first.card);
    expect(attention).toEqual([{ kind: 'CARD_SENT' }]);
    expect(await logOnAdministrator(connect(server.url), { ...contract, digits })).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    const flight = await challenge(connect(server.url), contract.contractId);
    const left = await told(sql, contract.contractId, async () => {
      expect(await activate(digits)).toMatchObject({
        __typename: 'CardPutInForce',
        contract: {
          // Its four cells were asked once.
          card: { serial: sentCard?.serial, status: 'IN_FORCE', freshLogonsLeft: 24 },
          sentCard: null,
        },
      });
    });
    expect(left.entries).toMatchObject([
      {
        operation: 'activateCard',
        actor: { kind: 'ADMINISTRATOR' },
        event: { serial: sentCard?.serial, replaced: card?.serial, desk: null },
      },
    ]);
    expect(left.mails).toEqual({ 'office@yamada.example': ['CARD_PUT_IN_FORCE'] });
    // What was on its way with the old card is compared with nothing.
    expect(
      await ask(connect(server.url), 'logOnAdministrator', {
        contractId: contract.contractId,
        contractPin: pins.contract,
        oneTimePassword: readCard(contract.digits, flight),
        challengeId: flight.id,
      }),
    ).toMatchObject({ code: 'TRY_AGAIN' });
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    expect(await logOnAdministrator(connect(server.url), { ...contract, digits })).toMatchObject({
      __typename: 'LoggedOn',
    });
    expect(await activate(digits).catch(String)).toContain('UNAUTHENTICATED');
  });

  it('R21: wrong cells of it count like any wrong entry, and the seventh stops everybody: nobody tries out a new card', async () => {
    const digits = await issueCard();
    for (let left = 6; left >= 0; left -= 1) {
      const refused = await activate(misread(digits));
      expect(refused).toMatchObject({
        __typename: 'WrongPin',
        attemptsLeft: left,
        locks: 'EVERYBODY',
      });
      expect(refused.message).toContain('one-time password');
    }
    expect(await isOut(contract.administrator)).toBe(true);
    expect(await isOut(sato)).toBe(true);
    const [row] =
      await sql`select wrong_one_time_password as otp, wrong_confirmation as pin from persons
      where contract_id = ${contract.contractId} and person_key = ${administratorName}`;
    expect(row).toEqual({ otp: 7, pin: 0 });
  });

  it('A6: its four cells stay the same however often they are asked for and answered wrongly, and what was read for others is compared with nothing', async () => {
    const digits = await issueCard();
    const asked = (await look()).sentCard?.challenge;
    await activate(misread(digits));
    expect((await look()).sentCard?.challenge).toEqual(asked);
    expect(await activate(digits, { challengeId: 'another' })).toMatchObject({
      code: 'TRY_AGAIN',
    });
    // Of another card, issued since.
    const later = await issueCard();
    expect((await look()).sentCard?.challenge).not.toEqual(asked);
    expect(await activate(digits, { challengeId: asked?.id })).toMatchObject({
      code: 'TRY_AGAIN',
    });
    expect(await activate(later)).toMatchObject({ __typename: 'CardPutInForce' });
  });

  it('A7: of many right entries at once one puts it in force, and none counts as wrong', async () => {
    const digits = await issueCard();
    const asked = (await look()).sentCard?.challenge ?? { id: '', cells: [] };
    const input = {
      oneTimePassword: readCard(digits, asked),
      challengeId: asked.id,
      confirmationPin: pins.contractConfirmation,
    };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask(contract.administrator, 'activateCard', input)),
    );
    const answered = answers.map(({ __typename, code }) => code ?? __typename);
    expect(answered.filter((each) => each === 'CardPutInForce')).toHaveLength(1);
    const others = answered.filter((each) => each !== 'CardPutInForce');
    expect(others.filter((each) => !['TRY_AGAIN', 'NOT_ALLOWED_NOW'].includes(each))).toEqual([]);
    const rows =
      await sql`select status from cards where contract_id = ${contract.contractId} order by status`;
    expect(rows.map(({ status }) => status as string)).toEqual(['IN_FORCE', 'REPLACED']);
  });

  it('where none was sent there is nothing to put in force, and nothing is compared or counted', async () => {
    expect(
      await activate('0'.repeat(100), { oneTimePassword: '0000', challengeId: null }),
    ).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
    expect((await activate('', { oneTimePassword: '12' })).problems).toMatchObject([
      { path: 'oneTimePassword', code: 'WRONG_LENGTH' },
    ]);
    expect(await atDesk('putCardInForce')).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    const [row] = await sql`select wrong_one_time_password as otp from persons
      where contract_id = ${contract.contractId} and person_key = ${administratorName}`;
    expect(row).toEqual({ otp: 0 });
  });

  it('R18: after a loss the desk puts the new one in force, and the administrator logs on with it; the lost one’s challenge is worthless', async () => {
    const flight = await challenge(connect(server.url), contract.contractId);
    await atDesk('reportCardLost');
    const digits = await issueCard();
    // Still on its way: whoever has it can do nothing with it.
    expect(await logOnAdministrator(connect(server.url), { ...contract, digits })).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    expect(await atDesk('putCardInForce')).toMatchObject({
      contract: { card: { status: 'IN_FORCE' }, sentCard: null },
    });
    const lost = await ask(connect(server.url), 'logOnAdministrator', {
      contractId: contract.contractId,
      contractPin: pins.contract,
      oneTimePassword: readCard(contract.digits, flight),
    });
    expect(lost).toMatchObject({ code: 'LOGON_REFUSED' });
    expect(await logOnAdministrator(connect(server.url), { ...contract, digits })).toMatchObject({
      __typename: 'LoggedOn',
    });
  });

  it('a first card is in force from registration, and the desk does not put it there before', async () => {
    contract = { ...contract, ...(await openContract(server.url, ground)) };
    expect(await atDesk('putCardInForce')).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });
});

describe('解約: closing a contract', () => {
  it('says when, to the company too; takes effect at the next midnight in Japan by the clock alone, for everybody and for good', async () => {
    const midnight = nextJapanMidnight(now);
    const closedAt = new Date(midnight).toISOString();
    expect(await atDesk('closeContract')).toMatchObject({
      contract: { status: 'ACTIVE', closedAt },
    });
    expect(await atDesk('closeContract')).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(
      await contract.administrator.send('{ contract { closedAt attention { kind } } }'),
    ).toEqual({ contract: { closedAt, attention: [{ kind: 'CONTRACT_CLOSING' }] } });
    const before = now;
    try {
      now = midnight - 1;
      // So that what ends the sessions is the closing, and not the time.
      await sql`update sessions set started_at = ${new Date(now)}, last_act_at = ${new Date(now)}
        where contract_id = ${contract.contractId}`;
      expect([await isOut(contract.administrator), await isOut(sato)]).toEqual([false, false]);
      now = midnight;
      expect([await isOut(contract.administrator), await isOut(sato)]).toEqual([true, true]);
      expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
        code: 'LOGON_REFUSED',
      });
      expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
        code: 'LOGON_REFUSED',
      });
      for (const name of ['keepContract', 'issueCard', 'resetAdministrator'] as const)
        expect(await atDesk(name)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
      expect(
        await desk.send(
          'query ($id: ContractId!) { contract(contractId: $id) { status card { serial } sessions { id } } }',
          { id: contract.contractId },
        ),
      ).toEqual({ contract: { status: 'CLOSED', card: null, sessions: [] } });
      expect(
        await ask(desk, 'openContract', {
          contractId: contract.contractId,
          name: 'Another',
          lockLinkage: 'LINKED',
          services: [{ service: 'BALANCE_INQUIRY' }],
        }),
      ).toMatchObject({ code: 'CONFLICT' });
    } finally {
      now = before;
    }
  });

  it('can be taken back until then, and all goes on as it was', async () => {
    expect(await atDesk('keepContract')).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await atDesk('closeContract');
    expect(await atDesk('keepContract')).toMatchObject({ contract: { closedAt: null } });
    expect(
      await contract.administrator.send('{ contract { closedAt attention { kind } } }'),
    ).toEqual({ contract: { closedAt: null, attention: [] } });
  });
});
