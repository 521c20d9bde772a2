import { words } from '@monban/domain/wording/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openKeyRing } from '../../src/secrets/key-ring.ts';
import { createHasher } from '../../src/secrets/hasher.ts';
import { Pin } from '../../src/secrets/pin.ts';
import { signingRequest } from '../harness/certificates.ts';
import { type Client, connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  type Answered,
  ask,
  challenge,
  logOnUser,
  openContract,
  pins,
  readCard,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { type Ground, layGround, startProcess } from '../harness/server.ts';

let ground: Ground;
let servers: readonly [ServerProcess, ServerProcess];
let contract: SeededContract;

beforeAll(async () => {
  ground = await layGround();
  servers = await Promise.all([startProcess(ground), startProcess(ground)]);
  contract = await seedContract(servers[0].url, ground);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await ground.clear();
});

interface Pair {
  readonly logon: string;
  readonly confirmation: string;
}

/** Which of these PINs are the stored ones of a person: told by the hashes themselves, not by the API. */
async function stored(
  personKey: string,
  candidates: readonly string[],
  contractId = contract.contractId,
): Promise<{
  readonly logon: readonly string[];
  readonly confirmation: readonly string[];
  readonly wrong: number;
}> {
  const sql = asSuperuser(ground);
  const [row] = await sql<{ logon_hash: string; confirmation_hash: string; wrong: number }[]>`
    select logon_hash, confirmation_hash, wrong_logon + wrong_confirmation + jsonb_array_length(attempts) as wrong
    from persons where contract_id = ${contractId} and person_key = ${personKey}`;
  await sql.end();
  const hasher = createHasher(openKeyRing({ keysFile: null, dataDir: ground.dataDir }).pepper, {
    memoryKiB: 8,
    time: 1,
    parallelism: 1,
  });
  const fitting = async (hash: string | undefined) => {
    const fits = await Promise.all(
      candidates.map((pin) => hasher.verify(hash ?? hasher.decoyHash, Pin.of(pin))),
    );
    return candidates.filter((_, index) => fits[index]);
  };
  return {
    logon: await fitting(row?.logon_hash),
    confirmation: await fitting(row?.confirmation_hash),
    wrong: row?.wrong ?? -1,
  };
}

/** The same session over the other process. */
function through(server: ServerProcess, client: Client): Client {
  return connect(server.url, { cookie: client.cookie ?? '' });
}

function change(
  client: Client,
  kind: 'LOGON' | 'CONFIRMATION',
  newPin: string,
  { logon, confirmation }: Pair,
): Promise<Answered> {
  return ask(client, 'changePin', {
    kind,
    newPin,
    currentPin: logon,
    currentConfirmationPin: confirmation,
  });
}

const people = {
  'a user': async (): Promise<{ client: Client; personKey: string; pair: Pair }> => ({
    client: await seedUser(contract, 'Sato'),
    personKey: 'sato',
    pair: { logon: pins.user, confirmation: pins.userConfirmation },
  }),
  'the administrator': () =>
    Promise.resolve({
      client: contract.administrator,
      personKey: '@administrator',
      pair: { logon: pins.contract, confirmation: pins.contractConfirmation },
    }),
} as const;

describe.each(Object.entries(people))('A24, R22: %s never has one PIN for both', (_whose, seed) => {
  let client: Client;
  let personKey: string;
  let pair: Pair;
  beforeAll(async () => {
    ({ client, personKey, pair } = await seed());
  });

  it('in either order: the one made equal to the other is refused, counts nothing and changes nothing', async () => {
    for (const [kind, newPin] of [
      ['LOGON', pair.confirmation],
      ['CONFIRMATION', pair.logon],
    ] as const) {
      expect(await change(client, kind, newPin, pair)).toMatchObject({
        code: 'PIN_POLICY',
        problems: [{ pin: 'newPin', code: 'SAME_AS_PARTNER' }],
      });
    }
    expect(await stored(personKey, Object.values(pair))).toEqual({
      logon: [pair.logon],
      confirmation: [pair.confirmation],
      wrong: 0,
    });
  });

  it('one after the other: what the one was changed to, the other can no longer be', async () => {
    const next = `harbour-light-${personKey.length}`;
    expect(await change(client, 'LOGON', next, pair)).toMatchObject({ __typename: 'PinChanged' });
    pair = { ...pair, logon: next };
    expect(await change(client, 'CONFIRMATION', next, pair)).toMatchObject({ code: 'PIN_POLICY' });
    // With the PIN from before it is no longer proven, either.
    expect(
      await change(client, 'CONFIRMATION', next, { ...pair, logon: pins.wrong }),
    ).toMatchObject({ code: 'WRONG_PIN' });
    expect((await stored(personKey, [next, pair.confirmation])).confirmation).toEqual([
      pair.confirmation,
    ]);
  });

  it('both at once to the same new one, over two processes: one is changed at most, every time', async () => {
    const elsewhere = through(servers[1], client);
    let both = 0;
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 20; round += 1) {
      const next = `lantern-${personKey.slice(1, 4)}-${round * 7 + 10}-night`;
      const answers = await Promise.all([
        change(client, 'LOGON', next, pair),
        change(elsewhere, 'CONFIRMATION', next, pair),
      ]);
      const outcome = answers
        .map(({ code, __typename }) => code ?? __typename)
        .sort()
        .join(' ');
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const now = await stored(personKey, [next, pair.logon, pair.confirmation]);
      if (now.logon.includes(next) && now.confirmation.includes(next)) both += 1;
      // Who comes after the other's commit has entered a PIN that was the current one.
      expect([round, now.wrong <= 1, now.logon.length, now.confirmation.length]).toEqual([
        round,
        true,
        1,
        1,
      ]);
      pair = { logon: now.logon[0] ?? '', confirmation: now.confirmation[0] ?? '' };
    }
    figure(
      'A24',
      `${personKey}: 20 times both PINs at once to the same one: ${both} times both (${[...outcomes].map(([what, times]) => `${times} × ${what}`).join(', ')})`,
    );
    expect(both).toBe(0);
  });
});

describe('A24, R22: at the beginning', () => {
  it('a registration with one PIN for both is refused before anything is compared, and can be made again', async () => {
    const opened = await openContract(servers[0].url, ground);
    const client = connect(servers[0].url);
    const given = await challenge(client, opened.contractId);
    const entries = {
      contractId: opened.contractId,
      registrationPin: opened.registrationPin,
      oneTimePassword: readCard(opened.digits, given),
      challengeId: given.id,
      contractPin: pins.contract,
    };
    const refused = await ask(client, 'registerAdministrator', {
      ...entries,
      contractConfirmationPin: pins.contract,
    });
    expect(refused).toMatchObject({
      code: 'PIN_POLICY',
      problems: [{ pin: 'contractConfirmationPin', code: 'SAME_AS_PARTNER' }],
    });
    expect(await challenge(client, opened.contractId)).toEqual(given);
    const registered = await ask(client, 'registerAdministrator', {
      ...entries,
      contractConfirmationPin: pins.contractConfirmation,
    });
    expect(registered).toMatchObject({ __typename: 'LoggedOn' });
  });

  it('of two registrations at once with crossed PINs one is made, whole', async () => {
    const opened = await openContract(servers[0].url, ground);
    const given = await challenge(connect(servers[0].url), opened.contractId);
    const [one, two] = [pins.contract, pins.contractConfirmation];
    const answers = await Promise.all(
      (
        [
          [one, two],
          [two, one],
        ] as const
      ).map(([contractPin, contractConfirmationPin], each) =>
        ask(connect(servers[each === 0 ? 0 : 1].url), 'registerAdministrator', {
          contractId: opened.contractId,
          registrationPin: opened.registrationPin,
          oneTimePassword: readCard(opened.digits, given),
          challengeId: given.id,
          contractPin,
          contractConfirmationPin,
        }),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'LoggedOn')).toHaveLength(1);
    const now = await stored('@administrator', [one, two], opened.contractId);
    expect([now.logon.length, now.confirmation.length, now.wrong]).toEqual([1, 1, 0]);
    expect(now.logon).not.toEqual(now.confirmation);
  });

  describe('a user’s first logon', () => {
    let temporary: { readonly pin: string; readonly confirmationPin: string };
    let user: Client;
    const userId = 'Tanaka';

    beforeAll(async () => {
      contract = await seedContract(servers[0].url, ground);
      const added = await ask(contract.administrator, 'addUser', {
        userId,
        name: 'Tanaka',
        permissions: [],
        limits: [],
        confirmationPin: pins.contractConfirmation,
      });
      if (added.temporaryPins === undefined) throw new Error('not added');
      temporary = added.temporaryPins;
      user = connect(servers[0].url);
      await logOnUser(user, contract.contractId, userId, temporary.pin);
    });

    function replace(
      client: Client,
      newPin: string,
      newConfirmationPin: string,
    ): Promise<Answered> {
      return ask(client, 'replaceTemporaryPins', {
        temporaryConfirmationPin: temporary.confirmationPin,
        newPin,
        newConfirmationPin,
      });
    }

    it('does not take one PIN for both', async () => {
      expect(await replace(user, pins.user, pins.user)).toMatchObject({
        code: 'PIN_POLICY',
        problems: [{ code: 'SAME_AS_PARTNER' }],
      });
    });

    it('does not take a temporary PIN for one’s own, in whichever place: the administrator has seen both', async () => {
      const { pin, confirmationPin: confirmation } = temporary;
      const tries = [
        [pin, pins.userConfirmation],
        [confirmation, pins.userConfirmation],
        [pins.user, pin],
        [pins.user, confirmation],
        [confirmation, pin],
        [pin, confirmation],
      ] as const;
      const answers = [];
      for (const [newPin, newConfirmationPin] of tries)
        answers.push((await replace(user, newPin, newConfirmationPin)).code ?? 'PinChanged');
      expect(answers).toEqual(tries.map(() => 'PIN_POLICY'));
    });

    it('comes before everything else that they do for themselves: until then the administrator could as well', async () => {
      const { confirmationPin, pin } = temporary;
      const { pem } = await signingRequest();
      const answers = [
        await change(user, 'LOGON', pins.user, { logon: pin, confirmation: confirmationPin }),
        await ask(user, 'setLogonNotices', { on: false, confirmationPin }),
        await ask(user, 'renewCertificate', { certificateRequest: pem, confirmationPin }),
      ];
      const refused = { code: 'NOT_ALLOWED_NOW', message: words('en').obstacle('TEMPORARY_PINS') };
      expect(answers).toMatchObject([refused, refused, refused]);
    });

    it('twice at once with crossed PINs: one pair stands, whole', async () => {
      const [one, two] = [pins.user, pins.userConfirmation];
      const answers = await Promise.all([
        replace(user, one, two),
        replace(through(servers[1], user), two, one),
      ]);
      expect(answers.filter(({ __typename }) => __typename === 'PinChanged')).toHaveLength(1);
      const now = await stored('tanaka', [one, two]);
      expect([now.logon.length, now.confirmation.length]).toEqual([1, 1]);
      expect(now.logon).not.toEqual(now.confirmation);
    });
  });
});
