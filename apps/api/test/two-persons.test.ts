import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import {
  type Answered,
  ask,
  bankToken,
  challenge,
  type OperationName,
  pins,
  readCard,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { told } from './harness/told.ts';

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let now = Date.now();

beforeAll(async () => {
  ground = await layGround({ MONBAN_TWO_PERSONS: 'on' });
  server = await startHere(ground, { now: () => now });
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});

/** A human at the desk, through whichever of the bank's systems. */
function clerk(subject: string, clientId = 'core-banking', url = server.url): Client {
  const token = bankToken(ground, ['desk'], subject, clientId, now);
  return connect(url, { authorization: `Bearer ${token}` });
}

const company = {
  name: 'Yamada Trading',
  lockLinkage: 'LINKED',
  services: [{ service: 'BALANCE_INQUIRY' }],
  notificationAddress: 'office@yamada.example',
  reference: 'A-1',
};
const [asker, approver, third] = ['sato', 'suzuki', 'tanaka'] as const;

/** Asks for an act, and answers what waits. */
async function askFor(
  who: Client,
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
): Promise<NonNullable<Answered['act']>> {
  const answer = await ask(who, operation, input);
  if (answer.act === undefined) throw new Error(`does not wait: ${JSON.stringify(answer)}`);
  return answer.act;
}

const approve = (who: Client, actId: string) => ask(who, 'approveDeskAct', { actId });
const show = (who: Client, contractId: string) => ask(who, 'showCard', { contractId });

/** A contract that one person asked for and another approved, who has its registration PIN. */
async function opened(): Promise<{
  readonly contractId: string;
  readonly registrationPin: string;
}> {
  const { actId, contractId } = await askFor(clerk(asker), 'openContract', company);
  const { registrationPin } = await approve(clerk(approver), actId);
  if (registrationPin == null) throw new Error('approved without a registration PIN');
  return { contractId, registrationPin };
}

async function nameOf(contractId: string): Promise<string | null> {
  const { contract } = await clerk(third).send<{ contract: { name: string } | null }>(
    'query ($contractId: ContractId) { contract(contractId: $contractId) { name } }',
    { contractId },
  );
  return contract?.name ?? null;
}

interface Waiting {
  readonly actId: string;
  readonly operation: string;
  readonly input: string;
  readonly askedBy: string;
}

async function waiting(contractId: string | null): Promise<readonly Waiting[]> {
  const { deskActs } = await clerk(third).send<{
    deskActs: { nodes: readonly Waiting[]; totalCount: number };
  }>(
    'query ($contractId: ContractId) { deskActs(first: 100, contractId: $contractId) { totalCount nodes { actId operation input askedBy } } }',
    { contractId },
  );
  expect(deskActs.totalCount).toBe(deskActs.nodes.length);
  return deskActs.nodes;
}

const cardsOf = (contractId: string) =>
  sql`select serial, status from cards where contract_id = ${contractId} order by serial`;

describe('two persons: what one asks for does nothing until another human approves it (ASVS 2.3.5)', () => {
  it('an opening: nobody finds a contract, the ID is told, and what was asked for can be read before it is approved', async () => {
    const { actId, contractId } = await askFor(clerk(asker), 'openContract', company);
    expect(await nameOf(contractId)).toBe(null);
    const [act, ...more] = await waiting(contractId);
    expect(more).toEqual([]);
    expect(act).toMatchObject({
      actId,
      operation: 'openContract',
      askedBy: `core-banking/${asker}`,
    });
    expect(JSON.parse(act?.input ?? '')).toEqual({ ...company, contractId });
    expect((await waiting(null)).map((each) => each.actId)).toContain(actId);

    const { entries, mails } = await told(sql, contractId, async () => {
      expect(await approve(clerk(approver), actId)).toMatchObject({
        __typename: 'DeskActApproved',
        contract: { contractId, status: 'AWAITING_REGISTRATION' },
      });
    });
    expect(entries).toMatchObject([
      {
        operation: 'approveDeskAct',
        actor: { clientId: 'core-banking', subject: approver },
        event: {
          type: 'DESK_ACT_APPROVED',
          operation: 'openContract',
          actId,
          askedBy: `core-banking/${asker}`,
        },
      },
      { event: { type: 'CONTRACT_OPENED', desk: { reference: 'A-1' } } },
      { event: { type: 'CARD_ISSUED' } },
    ]);
    expect(mails).toEqual({ 'office@yamada.example': ['CONTRACT_OPENED', 'CARD_ISSUED'] });
    expect(await waiting(contractId)).toEqual([]);
  });

  it('a card: none is issued and nobody is told; history says who asked, then who approved', async () => {
    const { contractId } = await opened();
    const before = await cardsOf(contractId);
    let actId = '';
    const asked = await told(sql, contractId, async () => {
      ({ actId } = await askFor(clerk(asker), 'issueCard', { contractId, reference: 'B-2' }));
    });
    expect(asked).toMatchObject({
      entries: [
        {
          operation: 'issueCard',
          actor: { subject: asker },
          event: { type: 'DESK_ACT_ASKED', operation: 'issueCard', desk: { reference: 'B-2' } },
        },
      ],
      mails: {},
    });
    expect(await cardsOf(contractId)).toEqual(before);

    const approved = await told(sql, contractId, async () => {
      expect(
        await ask(clerk(approver), 'approveDeskAct', { actId, reference: 'C-3' }),
      ).toMatchObject({ __typename: 'DeskActApproved', registrationPin: null });
    });
    expect(approved).toMatchObject({
      entries: [
        {
          actor: { subject: approver },
          event: {
            type: 'DESK_ACT_APPROVED',
            askedBy: `core-banking/${asker}`,
            desk: { reference: 'C-3' },
          },
        },
        { event: { type: 'CARD_ISSUED', desk: { reference: 'B-2' } } },
      ],
      mails: { 'office@yamada.example': ['CARD_ISSUED'] },
    });
    expect(await cardsOf(contractId)).toHaveLength(before.length + 1);
  });

  it('an administrator begun anew, a card put in force, a closing: each waits, and is done by who approves; a closing is taken back by one', async () => {
    const { contractId, registrationPin } = await opened();
    const { card } = await ask(clerk(third), 'showCard', { contractId });
    const asked = await challenge(connect(server.url), contractId);
    const registered = await ask(connect(server.url), 'registerAdministrator', {
      contractId,
      registrationPin,
      oneTimePassword: readCard(card?.digits.join('') ?? '', asked),
      contractPin: pins.contract,
      contractConfirmationPin: pins.contractConfirmation,
    });
    expect(registered).toMatchObject({ __typename: 'LoggedOn' });
    const issued = await askFor(clerk(asker), 'issueCard', { contractId });
    await approve(clerk(approver), issued.actId);
    const standing = async () => {
      const [row] = await sql<{ reset: boolean; closing: boolean; cards: string[] }[]>`
        select registration_hash is not null as reset, closed_at is not null as closing,
          (select array_agg(status order by status) from cards where contract_id = ${contractId}) as cards
        from persons join contracts using (contract_id)
        where contract_id = ${contractId} and person_key = '@administrator'`;
      return row;
    };
    const before = { reset: false, closing: false, cards: ['IN_FORCE', 'SENT'] };
    for (const [operation, after] of [
      ['putCardInForce', { ...before, cards: ['IN_FORCE', 'REPLACED'] }],
      ['resetAdministrator', { ...before, cards: ['IN_FORCE', 'REPLACED'], reset: true }],
      ['closeContract', { cards: ['IN_FORCE', 'REPLACED'], reset: true, closing: true }],
    ] as const) {
      const unchanged = await standing();
      const { actId } = await askFor(clerk(asker), operation, { contractId });
      expect(await standing()).toEqual(unchanged);
      const answer = await approve(clerk(approver), actId);
      expect(answer).toMatchObject({ __typename: 'DeskActApproved' });
      // The new registration PIN is for who approved, and for nobody else.
      expect(answer.registrationPin == null).toBe(operation !== 'resetAdministrator');
      expect(await standing()).toEqual(after);
    }
    expect(await ask(clerk(asker), 'keepContract', { contractId })).toMatchObject({
      __typename: 'ContractKept',
    });
    // Who has seen a card is given no registration PIN, of whichever year.
    const again = await askFor(clerk(asker), 'resetAdministrator', { contractId });
    expect(await approve(clerk(third), again.actId)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it.each(['openContract', 'issueCard'] as const)(
    '%s: who asked does not approve, through another of the bank’s systems neither: one human is one',
    async (operation) => {
      const contractId = operation === 'issueCard' ? (await opened()).contractId : null;
      const { actId, contractId: own } = await askFor(
        clerk(asker),
        operation,
        contractId === null ? company : { contractId },
      );
      const { entries } = await told(sql, own, async () => {
        for (const client of ['core-banking', 'branch-front-end'])
          expect(await approve(clerk(asker, client), actId)).toMatchObject({
            code: 'NOT_ALLOWED_NOW',
            message: expect.stringContaining('another person') as unknown,
          });
      });
      // An opening has no history to be refused in yet.
      expect(entries).toMatchObject(
        contractId === null
          ? []
          : [
              {
                operation: 'approveDeskAct',
                actor: { subject: asker },
                event: { type: 'ACT_REFUSED', code: 'NOT_ALLOWED_NOW' },
              },
            ],
      );
      expect((await waiting(own)).map((each) => each.actId)).toEqual([actId]);
      expect((await approve(clerk(approver), actId)).__typename).toBe('DeskActApproved');
    },
  );

  it('ten humans approve at once, over two servers: one does, and the act is done once', async () => {
    const other = await startHere(ground, { now: () => now });
    const { contractId } = await opened();
    const acts = [
      await askFor(clerk(asker), 'openContract', company),
      await askFor(clerk(asker), 'issueCard', { contractId }),
    ];
    for (const { actId } of acts) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, each) =>
          approve(
            clerk(`clerk${each}`, 'core-banking', each % 2 === 0 ? server.url : other.url),
            actId,
          ),
        ),
      );
      const done = answers.filter(({ __typename }) => __typename === 'DeskActApproved');
      const refused = answers.filter(({ code }) => code === 'NOT_ALLOWED_NOW');
      figure('two persons', `10 approvals at once: ${done.length} done, ${refused.length} refused`);
      expect([done.length, refused.length]).toEqual([1, 9]);
    }
    await other.close();
    expect(await cardsOf(contractId)).toHaveLength(2);
  });

  it('entries are read when it is asked for: what is wrong with them is said at once, and nothing waits', async () => {
    const before = await waiting(null);
    const answer = await ask(clerk(asker), 'openContract', { ...company, name: '', services: [] });
    expect(answer.problems?.map(({ path }) => path)).toEqual(['name', 'services']);
    const { contractId } = await opened();
    expect(await ask(clerk(asker), 'openContract', { ...company, contractId })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await ask(clerk(asker), 'issueCard', { contractId: '00000000000' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await waiting(null)).toEqual(before);
  });

  it('what changed meanwhile is refused when it is approved: a contract ID that was taken, a contract that was closed', async () => {
    const { contractId } = await opened();
    const card = await askFor(clerk(asker), 'issueCard', { contractId });
    await sql`update contracts set closed_at = ${new Date(now).toISOString()} where contract_id = ${contractId}`;
    expect(await approve(clerk(approver), card.actId)).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('closed') as unknown,
    });
    expect(await cardsOf(contractId)).toHaveLength(1);

    const wanted = { ...company, contractId: '12345678901' };
    const first = await askFor(clerk(asker), 'openContract', wanted);
    const second = await askFor(clerk(asker), 'openContract', { ...wanted, name: 'Another' });
    await approve(clerk(approver), first.actId);
    expect(await approve(clerk(approver), second.actId)).toMatchObject({ code: 'CONFLICT' });
    expect(await nameOf('12345678901')).toBe(company.name);
  });

  it.each([
    ['withdrawn by who asked', asker],
    ['declined by somebody else', third],
  ])('%s: nobody can approve it any more, and the company hears nothing', async (_what, who) => {
    const { contractId } = await opened();
    const card = await askFor(clerk(asker), 'issueCard', { contractId });
    const opening = await askFor(clerk(asker), 'openContract', company);
    const { entries, mails } = await told(sql, contractId, async () => {
      for (const { actId } of [card, opening])
        expect(await ask(clerk(who), 'declineDeskAct', { actId })).toMatchObject({
          __typename: 'DeskActDeclined',
          act: { actId },
        });
    });
    expect(entries).toMatchObject([
      {
        actor: { subject: who },
        event: { type: 'DESK_ACT_DECLINED', askedBy: `core-banking/${asker}` },
      },
    ]);
    expect(mails).toEqual({});
    for (const { actId } of [card, opening])
      for (const operation of ['approveDeskAct', 'declineDeskAct'] as const)
        expect(await ask(clerk(approver), operation, { actId })).toMatchObject({
          code: 'NOT_ALLOWED_NOW',
        });
    expect(await nameOf(opening.contractId)).toBe(null);
  });

  it('after seven days it waits for nobody: neither approved nor listed, a moment before it is both', async () => {
    const { contractId } = await opened();
    const [one, other] = [
      await askFor(clerk(asker), 'issueCard', { contractId }),
      await askFor(clerk(asker), 'openContract', company),
    ];
    now += 7 * 86_400_000 - 1;
    expect(await waiting(contractId)).toHaveLength(1);
    expect(await approve(clerk(approver), one.actId)).toMatchObject({
      __typename: 'DeskActApproved',
    });
    now += 1;
    expect(await waiting(other.contractId)).toEqual([]);
    for (const operation of ['approveDeskAct', 'declineDeskAct'] as const)
      expect(await ask(clerk(approver), operation, { actId: other.actId })).toMatchObject({
        code: 'NOT_ALLOWED_NOW',
        message: expect.stringContaining('too long') as unknown,
      });
  });

  it.each(['', 'kanari', '00000000000-00000000', "12345678901-'; drop table desk_acts"])(
    'an act that there is not (%j) is not found',
    async (actId) => {
      for (const operation of ['approveDeskAct', 'declineDeskAct'] as const) {
        const answer = await ask(clerk(approver), operation, { actId });
        expect([answer.code, answer.message?.includes('kanari')]).toEqual(['NOT_FOUND', false]);
      }
    },
  );
});

describe('what takes protection away waits, what adds some does not', () => {
  const ceilings = (perTransaction: number, perDay: number) => ({
    services: [
      { service: 'BALANCE_INQUIRY' },
      { service: 'FUNDS_TRANSFER', ceiling: { perTransaction, perDay } },
    ],
  });
  async function opens(): Promise<string> {
    const input = { ...company, ...ceilings(100, 500) };
    const { actId, contractId } = await askFor(clerk(asker), 'openContract', input);
    await approve(clerk(approver), actId);
    return contractId;
  }

  it.each([
    ['a ceiling a transaction raised, the one a day lowered', ceilings(101, 400)],
    ['a ceiling a day raised', ceilings(100, 501)],
    [
      'a service that moves money comes',
      {
        services: [
          ...ceilings(100, 500).services,
          { service: 'PAYROLL', ceiling: { perTransaction: 1, perDay: 1 } },
        ],
      },
    ],
  ])('%s: waits, and comes into force when it is approved', async (_what, services) => {
    const contractId = await opens();
    const { actId } = await askFor(clerk(asker), 'setContractServices', {
      contractId,
      ...services,
    });
    const find = () =>
      sql`select ceiling_per_day from contract_services where contract_id = ${contractId}`;
    const before = await find();
    const { mails } = await told(sql, contractId, async () => {
      await approve(clerk(approver), actId);
    });
    expect(Object.values(mails)).toEqual([['CONTRACT_SERVICES_SET']]);
    expect(await find()).not.toEqual(before);
  });

  it.each([
    ['ceilings lowered', ceilings(99, 499)],
    ['ceilings as they are', ceilings(100, 500)],
    ['a service that goes', { services: [{ service: 'BALANCE_INQUIRY' }] }],
    [
      'a service that comes and moves no money',
      { services: [...ceilings(1, 1).services, { service: 'DIRECT_DEBIT' }] },
    ],
  ])('%s: done at once', async (_what, services) => {
    const contractId = await opens();
    expect(
      await ask(clerk(asker), 'setContractServices', { contractId, ...services }),
    ).toMatchObject({ __typename: 'ContractServicesSet' });
  });

  it('raised against what stands when it is asked for, and set against what stands when it is approved', async () => {
    const contractId = await opens();
    const { actId } = await askFor(clerk(asker), 'setContractServices', {
      contractId,
      ...ceilings(200, 1_000),
    });
    await ask(clerk(third), 'setContractServices', { contractId, ...ceilings(10, 50) });
    const { entries } = await told(sql, contractId, async () => {
      await approve(clerk(approver), actId);
    });
    expect(entries[1]?.event).toMatchObject({
      type: 'CONTRACT_SERVICES_SET',
      from: [{}, { ceiling: { perTransaction: 10, perDay: 50 } }],
      to: [{}, { ceiling: { perTransaction: 200, perDay: 1_000 } }],
    });
  });

  it('certificates are asked for at once, and given up by two', async () => {
    const contractId = await opens();
    const set = (authenticationMethod: string) =>
      ask(clerk(asker), 'setAuthenticationMethod', { contractId, authenticationMethod });
    expect((await set('CERTIFICATE')).__typename).toBe('AuthenticationMethodSet');
    const { __typename, act } = await set('ID_PIN');
    expect(__typename).toBe('DeskActWaiting');
    expect(await approve(clerk(approver), act?.actId ?? '')).toMatchObject({
      __typename: 'DeskActApproved',
    });
  });
});

describe('registration PIN and card never come to the same human', () => {
  it('who approved has the PIN and never sees a card; the card is shown once; together they register the company', async () => {
    const { contractId, registrationPin } = await opened();
    expect(await show(clerk(approver, 'branch-front-end'), contractId)).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('registration PIN') as unknown,
    });
    const { entries, mails } = await told(sql, contractId, async () => {
      const shown = await Promise.all(
        Array.from({ length: 5 }, () => show(clerk(asker), contractId)),
      );
      const cards = shown.flatMap(({ card }) => (card == null ? [] : [card]));
      expect(cards).toHaveLength(1);
      const digits = cards[0]?.digits.join('') ?? '';
      const administrator = connect(server.url);
      const asked = await challenge(administrator, contractId);
      expect(
        await ask(administrator, 'registerAdministrator', {
          contractId,
          registrationPin,
          oneTimePassword: readCard(digits, asked),
          challengeId: asked.id,
          contractPin: pins.contract,
          contractConfirmationPin: pins.contractConfirmation,
        }),
      ).toMatchObject({ __typename: 'LoggedOn' });
    });
    expect(entries[0]).toMatchObject({ actor: { subject: asker }, event: { type: 'CARD_SHOWN' } });
    expect(Object.values(mails).flat()).not.toContain('CARD_SHOWN');
    for (const who of [asker, approver, third])
      expect(await show(clerk(who), contractId)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it('a card issued later: whoever ever had the registration PIN does not see it, everybody else may', async () => {
    const { contractId } = await opened();
    await show(clerk(asker), contractId);
    const { actId } = await askFor(clerk(approver), 'issueCard', { contractId });
    await approve(clerk(asker), actId);
    expect(await show(clerk(approver), contractId)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await show(clerk(third), contractId)).toMatchObject({ __typename: 'CardShown' });
  });

  it('what somebody saw while one person was enough counts, too', async () => {
    const env = { ...ground.env, MONBAN_TWO_PERSONS: 'off' };
    const alone = await startHere({ ...ground, env }, { now: () => now });
    const answer = await ask(clerk(asker, 'core-banking', alone.url), 'openContract', company);
    expect(answer).toMatchObject({ __typename: 'ContractOpened', card: {} });
    await alone.close();
    const contractId = String((answer.contract as { contractId?: string }).contractId);
    const { actId } = await askFor(clerk(asker), 'issueCard', { contractId });
    await approve(clerk(approver), actId);
    expect(await show(clerk(asker), contractId)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await show(clerk(approver), contractId)).toMatchObject({ __typename: 'CardShown' });
  });
});
