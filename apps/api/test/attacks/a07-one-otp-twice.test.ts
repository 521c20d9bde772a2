import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  type Answered,
  ask,
  challenge,
  pins,
  readCard,
  seedContract,
  type SeededContract,
} from '../harness/seed.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { type Ground, layGround, startProcess } from '../harness/server.ts';

let ground: Ground;
let servers: readonly [ServerProcess, ServerProcess];

beforeAll(async () => {
  ground = await layGround();
  servers = await Promise.all([startProcess(ground), startProcess(ground)]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await ground.clear();
});

/** The same right PIN and one-time password so many times at once, by turns over both processes. */
async function atOnce(
  contract: SeededContract,
  times: number,
  more: Readonly<Record<string, unknown>> = {},
): Promise<readonly Answered[]> {
  const given = await challenge(connect(servers[0].url), contract.contractId);
  return Promise.all(
    Array.from({ length: times }, (_, each) =>
      ask(connect(servers[each % 2 === 0 ? 0 : 1].url), 'logOnAdministrator', {
        contractId: contract.contractId,
        contractPin: pins.contract,
        oneTimePassword: readCard(contract.digits, given),
        challengeId: given.id,
        ...more,
      }),
    ),
  );
}

interface Standing {
  readonly wrong: number;
  readonly in_flight: number;
  readonly sessions: number;
  readonly logons: number;
}

async function standing({ contractId }: SeededContract): Promise<Standing | undefined> {
  const sql = asSuperuser(ground);
  const [row] = await sql<Standing[]>`
    select wrong_registration + wrong_logon + wrong_confirmation + wrong_one_time_password as wrong,
      jsonb_array_length(attempts) as in_flight,
      (select count(*)::int from sessions where contract_id = ${contractId}) as sessions,
      (select count(*)::int from history_entries where contract_id = ${contractId} and event ->> 'type' = 'ADMINISTRATOR_LOGGED_ON') as logons
    from persons where contract_id = ${contractId} and person_key = '@administrator'`;
  await sql.end();
  return row;
}

describe('A7: of one one-time password twice at once, over two processes', () => {
  it('one gets in, every time, and the other counts nowhere', async () => {
    const contract = await seedContract(servers[0].url, ground);
    let in_ = 0;
    const rounds = 20;
    for (let round = 1; round <= rounds; round += 1) {
      const answers = await atOnce(contract, 2);
      in_ += answers.filter(({ __typename }) => __typename === 'LoggedOn').length;
      expect(
        answers.filter(({ code }) => code === 'LOGON_REFUSED' || code === 'TRY_AGAIN'),
      ).toHaveLength(1);
      expect(await standing(contract)).toEqual({
        wrong: 0,
        in_flight: 0,
        sessions: 1,
        logons: round,
      });
    }
    figure('A7', `${rounds} times one one-time password twice at once: ${in_} sessions, 0 counted`);
    expect(in_).toBe(rounds);
  });

  it('of 40 at once one gets in, and none counts', async () => {
    const contract = await seedContract(servers[0].url, ground);
    const answers = await atOnce(contract, 40);
    const in_ = answers.filter(({ __typename }) => __typename === 'LoggedOn');
    figure(
      'A7',
      `one one-time password 40 times at once: ${in_.length} session, ${(await standing(contract))?.wrong} counted`,
    );
    expect(in_).toHaveLength(1);
    expect(await standing(contract)).toEqual({ wrong: 0, in_flight: 0, sessions: 1, logons: 1 });
  });

  it('the session of the one who got in is alive, and the only one', async () => {
    const contract = await seedContract(servers[0].url, ground);
    const clients = [connect(servers[0].url), connect(servers[1].url)] as const;
    const given = await challenge(clients[0], contract.contractId);
    await Promise.all(
      clients.map((client) =>
        ask(client, 'logOnAdministrator', {
          contractId: contract.contractId,
          contractPin: pins.contract,
          oneTimePassword: readCard(contract.digits, given),
          challengeId: given.id,
        }),
      ),
    );
    const seen = await Promise.all(
      clients.map((client) => client.send('{ viewer { __typename } }')),
    );
    expect(seen).toContainEqual({ viewer: { __typename: 'Administrator' } });
    expect(seen).toContainEqual({ viewer: null });
  });
});
