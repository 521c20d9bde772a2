import { waitingOperations } from '@monban/domain/history-event';
import { getNamedType, isUnionType } from 'graphql';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildMonbanSchema } from '../src/schema.ts';
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
import { ask } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { told } from './harness/told.ts';

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let desk: CarefulDesk;

beforeAll(async () => {
  ground = await layGround({ MONBAN_TWO_PERSONS: 'on' });
  server = await startHere(ground);
  sql = asSuperuser(ground);
  desk = carefulDesk(ground, server);
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
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
    const { actId, contractId } = await askFor(desk.clerk(asker), 'openContract', input);
    await approve(desk.clerk(approver), actId);
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
    const { actId } = await askFor(desk.clerk(asker), 'setContractServices', {
      contractId,
      ...services,
    });
    const find = () =>
      sql`select ceiling_per_day from contract_services where contract_id = ${contractId}`;
    const before = await find();
    const { mails } = await told(sql, contractId, async () => {
      await approve(desk.clerk(approver), actId);
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
      await ask(desk.clerk(asker), 'setContractServices', { contractId, ...services }),
    ).toMatchObject({ __typename: 'ContractServicesSet' });
  });

  it('raised against what stands when it is asked for, and set against what stands when it is approved', async () => {
    const contractId = await opens();
    const { actId } = await askFor(desk.clerk(asker), 'setContractServices', {
      contractId,
      ...ceilings(200, 1_000),
    });
    await ask(desk.clerk(third), 'setContractServices', { contractId, ...ceilings(10, 50) });
    const { entries } = await told(sql, contractId, async () => {
      await approve(desk.clerk(approver), actId);
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
      ask(desk.clerk(asker), 'setAuthenticationMethod', { contractId, authenticationMethod });
    expect((await set('CERTIFICATE')).__typename).toBe('AuthenticationMethodSet');
    const { __typename, act } = await set('ID_PIN');
    expect(__typename).toBe('DeskActWaiting');
    expect(await approve(desk.clerk(approver), act?.actId ?? '')).toMatchObject({
      __typename: 'DeskActApproved',
    });
  });
});

describe('all that can wait', () => {
  it('every act that can answer that it waits can be approved, and no other', () => {
    const mutations = Object.values(buildMonbanSchema().getMutationType()?.getFields() ?? {});
    const canWait = mutations.filter(({ type }) => {
      const answer = getNamedType(type);
      return isUnionType(answer) && answer.getTypes().some(({ name }) => name === 'DeskActWaiting');
    });
    expect(canWait.map(({ name }) => name).toSorted()).toEqual([...waitingOperations].toSorted());
  });

  it('an administrator begun anew, a card put in force, a closing: each waits, and is done by who approves; a closing is taken back by one', async () => {
    const { contractId } = await desk.registered();
    await desk.issue(contractId);
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
      const { actId } = await askFor(desk.clerk(asker), operation, { contractId });
      expect(await standing()).toEqual(unchanged);
      const answer = await approve(desk.clerk(approver), actId);
      expect(answer).toMatchObject({ __typename: 'DeskActApproved' });
      // The new registration PIN is for who approved, and for nobody else.
      expect(answer.registrationPin == null).toBe(operation !== 'resetAdministrator');
      expect(await standing()).toEqual(after);
    }
    expect(await ask(desk.clerk(asker), 'keepContract', { contractId })).toMatchObject({
      __typename: 'ContractKept',
    });
    // Who has seen a card is given no registration PIN, of whichever year.
    const again = await askFor(desk.clerk(third), 'resetAdministrator', { contractId });
    expect(await approve(desk.clerk(asker), again.actId)).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
  });

  it.each([
    ['resetAdministrator', 'ADMINISTRATOR_RESET'],
    ['issueCard', 'CARD_ISSUED'],
    ['putCardInForce', 'CARD_PUT_IN_FORCE'],
    ['closeContract', 'CONTRACT_CLOSED'],
  ] as const)(
    '%s: one clerk alone comes to nothing, two do it, and the company is told then',
    async (operation, event) => {
      const { contractId } = await desk.registered();
      if (operation === 'putCardInForce')
        await approve(
          desk.clerk(approver),
          (await askFor(desk.clerk(asker), 'issueCard', { contractId })).actId,
        );
      const stands = () => sql`
        select c.closed_at, c.version, p.registration_hash, p.logon_hash, p.current_session,
          (select array_agg(serial || status order by serial) from cards where contract_id = c.contract_id) as cards
        from contracts c join persons p using (contract_id) where contract_id = ${contractId}`;
      const before = await stands();
      let actId = '';
      const alone = await told(sql, contractId, async () => {
        ({ actId } = await askFor(desk.clerk(asker), operation, { contractId }));
        await approve(desk.clerk(asker), actId);
      });
      expect(await stands()).toEqual(before);
      expect(alone.mails).toEqual({});
      const { mails } = await told(sql, contractId, () => approve(desk.clerk(approver), actId));
      expect(mails).toEqual({ 'office@yamada.example': [event] });
      expect(await stands()).not.toEqual(before);
    },
  );
});
