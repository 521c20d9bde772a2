import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  approve,
  approver,
  asker,
  askFor,
  carefulDesk,
  type CarefulDesk,
  company,
  third,
} from './harness/careful-desk.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { ask } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { told } from './harness/told.ts';

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let desk: CarefulDesk;
let now = Date.now();

beforeAll(async () => {
  ground = await layGround({ MONBAN_TWO_PERSONS: 'on' });
  server = await startHere(ground, { now: () => now });
  sql = asSuperuser(ground);
  desk = carefulDesk(ground, server);
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});

async function nameOf(contractId: string): Promise<string | null> {
  const { contract } = await desk
    .clerk(third)
    .send<{ contract: { name: string } | null }>(
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
  const { deskActs } = await desk.clerk(third).send<{
    deskActs: { nodes: readonly Waiting[]; totalCount: number };
  }>('query ($contractId: ContractId) { deskActs(first: 100, contractId: $contractId) { totalCount nodes { actId operation input askedBy } } }', { contractId });
  expect(deskActs.totalCount).toBe(deskActs.nodes.length);
  return deskActs.nodes;
}

const cardsOf = (contractId: string) =>
  sql`select serial, status from cards where contract_id = ${contractId} order by serial`;

describe('two persons: what one asks for does nothing until another human approves it (ASVS 2.3.5)', () => {
  it('an opening: nobody finds a contract, the ID is told, and what was asked for can be read before it is approved', async () => {
    const { actId, contractId } = await askFor(desk.clerk(asker), 'openContract', company);
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
      expect(await approve(desk.clerk(approver), actId)).toMatchObject({
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
    const { contractId } = await desk.opened();
    const before = await cardsOf(contractId);
    let actId = '';
    const asked = await told(sql, contractId, async () => {
      ({ actId } = await askFor(desk.clerk(asker), 'issueCard', { contractId, reference: 'B-2' }));
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
        await ask(desk.clerk(approver), 'approveDeskAct', { actId, reference: 'C-3' }),
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

  it.each(['openContract', 'issueCard'] as const)(
    '%s: who asked does not approve, through another of the bank’s systems neither: one human is one',
    async (operation) => {
      const contractId = operation === 'issueCard' ? (await desk.opened()).contractId : null;
      const { actId, contractId: own } = await askFor(
        desk.clerk(asker),
        operation,
        contractId === null ? company : { contractId },
      );
      const { entries } = await told(sql, own, async () => {
        for (const client of ['core-banking', 'branch-front-end'])
          expect(await approve(desk.clerk(asker, client), actId)).toMatchObject({
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
      expect((await approve(desk.clerk(approver), actId)).__typename).toBe('DeskActApproved');
    },
  );

  it('ten humans approve at once, over two servers: one does, and the act is done once', async () => {
    const other = await startHere(ground, { now: () => now });
    const { contractId } = await desk.opened();
    const acts = [
      await askFor(desk.clerk(asker), 'openContract', company),
      await askFor(desk.clerk(asker), 'issueCard', { contractId }),
    ];
    for (const { actId } of acts) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, each) =>
          approve(
            desk.clerk(`clerk${each}`, 'core-banking', each % 2 === 0 ? server.url : other.url),
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

  it('approved by two and declined by one at once, twenty times: one of them decides', async () => {
    const { contractId } = await desk.opened();
    const counted = { DeskActApproved: 0, DeskActDeclined: 0, SimpleRefusal: 0 };
    for (let round = 0; round < 20; round += 1) {
      const { actId, contractId: own } = await (round % 2 === 0
        ? askFor(desk.clerk(asker), 'openContract', company)
        : askFor(desk.clerk(asker), 'issueCard', { contractId }));
      const answers = await Promise.all([
        ask(desk.clerk(third), 'declineDeskAct', { actId }),
        approve(desk.clerk(approver), actId),
        approve(desk.clerk('kato'), actId),
      ]);
      const names = answers.map(({ __typename }) => __typename as keyof typeof counted);
      expect(names.toSorted().slice(-2)).toEqual(['SimpleRefusal', 'SimpleRefusal']);
      for (const name of names) counted[name] += 1;
      const done = names.includes('DeskActApproved');
      if (own !== contractId) expect(await nameOf(own)).toBe(done ? company.name : null);
    }
    figure('two persons', `3 decisions at once, 20 times: ${JSON.stringify(counted)}`);
  });

  it('entries are read when it is asked for: what is wrong with them is said at once, and nothing waits', async () => {
    const before = await waiting(null);
    const answer = await ask(desk.clerk(asker), 'openContract', {
      ...company,
      name: '',
      services: [],
    });
    expect(answer.problems?.map(({ path }) => path)).toEqual(['name', 'services']);
    const { contractId } = await desk.opened();
    expect(await ask(desk.clerk(asker), 'openContract', { ...company, contractId })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await ask(desk.clerk(asker), 'issueCard', { contractId: '00000000000' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await waiting(null)).toEqual(before);
  });

  it('what changed meanwhile is refused when it is approved: a contract ID that was taken, a contract that was closed', async () => {
    const { contractId } = await desk.opened();
    const card = await askFor(desk.clerk(asker), 'issueCard', { contractId });
    await sql`update contracts set closed_at = ${new Date(now).toISOString()} where contract_id = ${contractId}`;
    expect(await approve(desk.clerk(approver), card.actId)).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('closed') as unknown,
    });
    expect(await cardsOf(contractId)).toHaveLength(1);

    const wanted = { ...company, contractId: '12345678901' };
    const first = await askFor(desk.clerk(asker), 'openContract', wanted);
    const second = await askFor(desk.clerk(asker), 'openContract', { ...wanted, name: 'Another' });
    await approve(desk.clerk(approver), first.actId);
    expect(await approve(desk.clerk(approver), second.actId)).toMatchObject({ code: 'CONFLICT' });
    expect(await nameOf('12345678901')).toBe(company.name);
  });

  it.each([
    ['withdrawn by who asked', asker],
    ['declined by somebody else', third],
  ])('%s: nobody can approve it any more, and the company hears nothing', async (_what, who) => {
    const { contractId } = await desk.opened();
    const card = await askFor(desk.clerk(asker), 'issueCard', { contractId });
    const opening = await askFor(desk.clerk(asker), 'openContract', company);
    const { entries, mails } = await told(sql, contractId, async () => {
      for (const { actId } of [card, opening])
        expect(await ask(desk.clerk(who), 'declineDeskAct', { actId })).toMatchObject({
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
        expect(await ask(desk.clerk(approver), operation, { actId })).toMatchObject({
          code: 'NOT_ALLOWED_NOW',
        });
    expect(await nameOf(opening.contractId)).toBe(null);
  });

  it('after seven days it waits for nobody: neither approved nor listed, a moment before it is both', async () => {
    const { contractId } = await desk.opened();
    const [one, other] = [
      await askFor(desk.clerk(asker), 'issueCard', { contractId }),
      await askFor(desk.clerk(asker), 'openContract', company),
    ];
    now += 7 * 86_400_000 - 1;
    expect(await waiting(contractId)).toHaveLength(1);
    expect(await approve(desk.clerk(approver), one.actId)).toMatchObject({
      __typename: 'DeskActApproved',
    });
    now += 1;
    expect(await waiting(other.contractId)).toEqual([]);
    for (const operation of ['approveDeskAct', 'declineDeskAct'] as const)
      expect(await ask(desk.clerk(approver), operation, { actId: other.actId })).toMatchObject({
        code: 'NOT_ALLOWED_NOW',
        message: expect.stringContaining('too long') as unknown,
      });
  });

  it.each(['', 'kanari', '00000000000-00000000', "12345678901-'; drop table desk_acts"])(
    'an act that there is not (%j) is not found',
    async (actId) => {
      for (const operation of ['approveDeskAct', 'declineDeskAct'] as const) {
        const answer = await ask(desk.clerk(approver), operation, { actId });
        expect([answer.code, answer.message?.includes('kanari')]).toEqual(['NOT_FOUND', false]);
      }
    },
  );
});
