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
  register,
  show,
  third,
} from './harness/careful-desk.ts';
import { connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
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

/** One human who wants both, and whether they got it: others have asked for what there is to have. */
const tries: Readonly<Record<string, (contractId: string) => Promise<boolean>>> = {
  PIN: async (contractId) => {
    const { actId } = await askFor(desk.clerk('ito'), 'resetAdministrator', { contractId });
    return (await approve(desk.clerk('greedy'), actId)).registrationPin != null;
  },
  CARD: async (contractId) => {
    await desk.issue(contractId);
    return (await show(desk.clerk('greedy'), contractId)).card != null;
  },
};

describe('registration PIN and card never come to the same human', () => {
  it('who approved has the PIN and never sees a card; the card is shown once; together they register the company', async () => {
    const { contractId, registrationPin } = await desk.opened();
    expect(await show(desk.clerk(approver, 'branch-front-end'), contractId)).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('registration PIN') as unknown,
    });
    const { entries, mails } = await told(sql, contractId, async () => {
      const shown = await Promise.all(
        Array.from({ length: 5 }, () => show(desk.clerk(asker), contractId)),
      );
      const cards = shown.flatMap(({ card }) => (card == null ? [] : [card]));
      expect(cards).toHaveLength(1);
      const digits = cards[0]?.digits.join('') ?? '';
      await register(connect(server.url), contractId, registrationPin, digits);
    });
    expect(entries[0]).toMatchObject({ actor: { subject: asker }, event: { type: 'CARD_SHOWN' } });
    expect(Object.values(mails).flat()).not.toContain('CARD_SHOWN');
    for (const who of [asker, approver, third])
      expect(await show(desk.clerk(who), contractId)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it('a card issued later: whoever ever had the registration PIN does not see it, everybody else may', async () => {
    const { contractId } = await desk.opened();
    await show(desk.clerk(asker), contractId);
    const { actId } = await askFor(desk.clerk(approver), 'issueCard', { contractId });
    await approve(desk.clerk(asker), actId);
    expect(await show(desk.clerk(approver), contractId)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await show(desk.clerk(third), contractId)).toMatchObject({ __typename: 'CardShown' });
  });

  it('who has seen a card is given no registration PIN: neither of it nor of any later one; another human is', async () => {
    const { contractId } = await desk.registered();
    const { actId } = await askFor(desk.clerk(third), 'resetAdministrator', { contractId });
    const refused = await approve(desk.clerk(asker, 'branch-front-end'), actId);
    expect(refused).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('card') as unknown,
    });
    expect(JSON.stringify(refused)).not.toMatch(/([0-9A-Z]{4}-){2}[0-9A-Z]{4}/);
    expect(await approve(desk.clerk('ueda'), actId)).toMatchObject({
      registrationPin: expect.stringMatching(/^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/) as unknown,
    });
    await desk.issue(contractId);
    expect(await show(desk.clerk('ueda'), contractId)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await show(desk.clerk(asker), contractId)).toMatchObject({ __typename: 'CardShown' });
  });

  it('in whatever order one human tries for both, they get one kind alone', async () => {
    const orders = Array.from({ length: 16 }, (_, bits) =>
      [0, 1, 2, 3].map((place) => ((bits >> place) % 2 === 0 ? 'PIN' : 'CARD')),
    );
    for (const order of orders) {
      const { contractId } = await desk.registered();
      const got: string[] = [];
      for (const wanted of order) if (await tries[wanted]?.(contractId)) got.push(wanted);
      expect([order, got]).toEqual([order, order.filter((each) => each === order[0])]);
    }
    figure('two persons', `${orders.length} orders of 4 tries: never both`);
  });

  it('nor both at once', async () => {
    const got = { PIN: 0, CARD: 0 };
    for (let round = 0; round < 20; round += 1) {
      const { contractId } = await desk.registered();
      await desk.issue(contractId);
      const { actId } = await askFor(desk.clerk(third), 'resetAdministrator', { contractId });
      const [card, pin] = await Promise.all([
        show(desk.clerk('greedy'), contractId),
        approve(desk.clerk('greedy'), actId),
      ]);
      const has = [card.card != null, pin.registrationPin != null];
      expect(has.filter(Boolean)).toHaveLength(1);
      got[has[0] === true ? 'CARD' : 'PIN'] += 1;
    }
    figure('two persons', `card and PIN at once, 20 times: ${JSON.stringify(got)}`);
  });

  it('what somebody saw while one person was enough counts, too', async () => {
    const env = { ...ground.env, MONBAN_TWO_PERSONS: 'off' };
    const alone = await startHere({ ...ground, env });
    const answer = await ask(desk.clerk(asker, 'core-banking', alone.url), 'openContract', company);
    expect(answer).toMatchObject({ __typename: 'ContractOpened', card: {} });
    await alone.close();
    const contractId = String((answer.contract as { contractId?: string }).contractId);
    const { actId } = await askFor(desk.clerk(asker), 'issueCard', { contractId });
    await approve(desk.clerk(approver), actId);
    expect(await show(desk.clerk(asker), contractId)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await show(desk.clerk(approver), contractId)).toMatchObject({ __typename: 'CardShown' });
  });
});
