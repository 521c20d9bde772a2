import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Client, connect } from './harness/client.ts';
import { figure } from './harness/figure.ts';
import { readMailbox } from './harness/mailbox.ts';
import {
  type Answered,
  ask,
  bank,
  challenge,
  logOnAdministrator,
  openContract,
  pins,
  readCard,
  seedContract,
  type SeededContract,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await layGround();
});
afterAll(() => ground.clear());

interface Home {
  readonly contract: {
    readonly card: { readonly freshLogonsLeft: number; readonly logonsLeft: number } | null;
    readonly attention: readonly { readonly kind: string }[];
  };
}

const home = async (administrator: Client): Promise<Home['contract']> =>
  (
    await administrator.send<Home>(
      '{ contract { card { freshLogonsLeft logonsLeft } attention { kind } } }',
    )
  ).contract;

/** Desk acts of a contract that was opened here. */
const atDesk =
  ({ url }: OwnServer, contractId: string) =>
  (name: Parameters<typeof ask>[1]): Promise<Answered> =>
    ask(bank(url, ground, ['desk']), name, { contractId, reference: 'U-77' });

const cardIn = async (issue: Promise<Answered>): Promise<string> =>
  (await issue).card?.digits.join('') ?? '';

describe('R7, R8: a card comes to its end', () => {
  const address = 'soumu@yamada.example';

  /** Logs on so often in all; answers after which logon the card was mailed of, and on the first page. */
  async function wearOut(server: OwnServer, logons: number) {
    const to = `${logons}.${address}`;
    const contract = await seedContract(server.url, ground, { notificationAddress: to });
    const waits: string[] = [];
    // The registration was the first.
    for (let logon = 2; logon <= logons; logon += 1) {
      expect(await logOnAdministrator(contract.administrator, contract)).toMatchObject({
        __typename: 'LoggedOn',
      });
      const { attention } = await home(contract.administrator);
      for (const { kind } of attention) if (!waits.includes(kind)) waits.push(kind, `${logon}`);
    }
    // The opening is mailed, then each logon.
    const mails = (await readMailbox(server.url)).filter((mail) => mail.to === to).toReversed();
    const told = mails.flatMap(({ text }, after) =>
      after > 0 && /the card/i.test(text) ? [{ after, text }] : [],
    );
    return { contract, told, waits };
  }

  /** After the last logon: nobody comes in, whoever is in goes on, and the desk helps. */
  async function standsAtItsEnd(server: OwnServer, contract: SeededContract): Promise<void> {
    expect(await home(contract.administrator)).toMatchObject({
      card: null,
      attention: [{ kind: 'NO_CARD' }],
    });
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    const desk = atDesk(server, contract.contractId);
    const digits = await cardIn(desk('issueCard'));
    expect(await desk('putCardInForce')).toMatchObject({ __typename: 'CardPutInForce' });
    expect(await logOnAdministrator(contract.administrator, { ...contract, digits })).toMatchObject(
      { __typename: 'LoggedOn' },
    );
    expect((await home(contract.administrator)).attention).toEqual([]);
  }

  it('exhaust: five logons before, the mail and the first page say that a new one is due; after the 25th the card is used up, and nobody logs on with it', async () => {
    const env = { ...ground.env, MONBAN_CARD_AFTER_FRESH: 'exhaust' };
    const server = await startHere({ ...ground, env });
    const { contract, told, waits } = await wearOut(server, 25);
    expect(told).toMatchObject([
      {
        after: 20,
        text: expect.stringContaining(
          'good for 5 more logons that ask only cells not asked before',
        ) as unknown,
      },
      {
        after: 25,
        text: expect.stringContaining('is used up: nobody can log on') as unknown,
      },
    ]);
    expect(waits).toEqual(['CARD_DUE', '20', 'NO_CARD', '25']);
    await standsAtItsEnd(server, contract);
    await server.close();
  });

  it('recycle: told five logons before cells come again, when they do, five logons before the end and at it; after the 50th nobody logs on with it', async () => {
    const server = await startHere(ground);
    const { contract, told, waits } = await wearOut(server, 50);
    expect(told).toMatchObject([
      {
        after: 20,
        text: expect.stringContaining(
          'good for 5 more logons that ask only cells not asked before',
        ) as unknown,
      },
      {
        after: 25,
        text: expect.stringContaining('asked once. It is good for 25 more logons') as unknown,
      },
      {
        after: 45,
        text: expect.stringContaining('asked once. It is good for 5 more logons') as unknown,
      },
      {
        after: 50,
        text: expect.stringContaining('is used up: nobody can log on') as unknown,
      },
    ]);
    figure(
      'R8',
      `a card of 50 logons is told of after the ${told.map(({ after }) => after).join(', ')}`,
    );
    expect(waits).toEqual(['CARD_DUE', '20', 'NO_CARD', '50']);
    await standsAtItsEnd(server, contract);
    await server.close();
  });

  it('from recycle to exhaust: a card in its second round lets nobody in any more, and the first page says so', async () => {
    const server = await startHere(ground);
    const { contract } = await wearOut(server, 30);
    expect((await home(contract.administrator)).card).toEqual({
      freshLogonsLeft: 0,
      logonsLeft: 20,
    });
    await server.close();
    const env = { ...ground.env, MONBAN_CARD_AFTER_FRESH: 'exhaust' };
    const strict = await startHere({ ...ground, env });
    const there = connect(strict.url, { cookie: contract.administrator.cookie ?? '' });
    expect(await home(there)).toEqual({
      card: { freshLogonsLeft: 0, logonsLeft: 0 },
      attention: [{ kind: 'CARD_DUE' }],
    });
    expect(await logOnAdministrator(connect(strict.url), contract)).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    await strict.close();
  });
});

describe('R18: a lost card', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await startHere(ground);
  });
  afterAll(() => server.close());

  const reports: Readonly<Record<string, (contract: SeededContract) => Promise<Answered>>> = {
    'the administrator': ({ administrator }) =>
      ask(administrator, 'reportCardLost', { confirmationPin: pins.contractConfirmation }),
    'the desk': ({ contractId }) => atDesk(server, contractId)('reportCardLost'),
  };

  const logOnWith = (
    { contractId }: SeededContract,
    digits: string,
    asked: Awaited<ReturnType<typeof challenge>>,
    challengeId: string | null = asked.id,
  ) =>
    ask(connect(server.url), 'logOnAdministrator', {
      contractId,
      contractPin: pins.contract,
      oneTimePassword: readCard(digits, asked),
      challengeId,
    });

  it.each(Object.keys(reports))(
    'reported by %s: challenge fetched before, answer given after the loss report: refused; the new card’s first challenge works; the old table never again',
    async (who) => {
      const contract = await seedContract(server.url, ground);
      const { contractId } = contract;
      const before = await challenge(connect(server.url), contractId);
      expect(await reports[who]?.(contract)).toMatchObject({ __typename: 'CardReportedLost' });
      // Right digits, right PIN: what was read off the card a moment ago opens nothing, and is compared with nothing.
      expect(await logOnWith(contract, contract.digits, before)).toMatchObject({
        code: 'TRY_AGAIN',
      });
      expect(await logOnWith(contract, contract.digits, before, null)).toMatchObject({
        code: 'LOGON_REFUSED',
      });
      const { body } = await contract.administrator.raw('{ contract { version } }');
      expect(body).toContain('UNAUTHENTICATED');

      const desk = atDesk(server, contractId);
      const digits = await cardIn(desk('issueCard'));
      await desk('putCardInForce');
      const first = await challenge(connect(server.url), contractId);
      expect(await logOnWith(contract, digits, first)).toMatchObject({ __typename: 'LoggedOn' });
      expect(digits).not.toBe(contract.digits);
      let tried = 0;
      for (; tried < 6; tried += 1) {
        const asked = await challenge(connect(server.url), contractId);
        // By chance the two tables can show the same four digits.
        if (readCard(digits, asked) === readCard(contract.digits, asked)) break;
        expect((await logOnWith(contract, contract.digits, asked)).code).toBe('LOGON_REFUSED');
      }
      figure('R18', `${who}: the lost card’s table refused ${tried} times of ${tried}`);
      expect(await logOnWith(contract, contract.digits, before)).toMatchObject({
        code: 'TRY_AGAIN',
      });
      const again = await challenge(connect(server.url), contractId);
      expect(await logOnWith(contract, digits, again)).toMatchObject({ __typename: 'LoggedOn' });
    },
  );

  it('before registration: the desk’s report ends the card that was sent, and registration takes the next one alone', async () => {
    const opened = await openContract(server.url, ground);
    const desk = atDesk(server, opened.contractId);
    const before = await challenge(connect(server.url), opened.contractId);
    await desk('reportCardLost');
    const digits = await cardIn(desk('issueCard'));
    const register = (table: string, asked: typeof before) =>
      ask(connect(server.url), 'registerAdministrator', {
        contractId: opened.contractId,
        registrationPin: opened.registrationPin,
        oneTimePassword: readCard(table, asked),
        challengeId: asked.id,
        contractPin: pins.contract,
        contractConfirmationPin: pins.contractConfirmation,
      });
    expect((await register(opened.digits, before)).code).toBe('TRY_AGAIN');
    const asked = await challenge(connect(server.url), opened.contractId);
    expect(await register(digits, asked)).toMatchObject({ __typename: 'LoggedOn' });
  });

  it('a second report finds nothing to lose, and a card that is on its way stays', async () => {
    const contract = await seedContract(server.url, ground);
    const desk = atDesk(server, contract.contractId);
    const digits = await cardIn(desk('issueCard'));
    await desk('reportCardLost');
    expect(await desk('reportCardLost')).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await desk('putCardInForce');
    expect(await logOnAdministrator(contract.administrator, { ...contract, digits })).toMatchObject(
      { __typename: 'LoggedOn' },
    );
  });
});
