import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCommand } from '../src/cli/run-command.ts';
import { withdrawCards } from '../src/modules/cards/withdraw-cards.ts';
import { readSettings } from '../src/settings.ts';
import { signingRequest } from './harness/certificates.ts';
import { fetchCertificate, grantToUser } from './harness/certified.ts';
import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import {
  ask,
  bank,
  challenge,
  logOnAdministrator,
  logOnUser,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import {
  type Ground,
  layGround,
  type OwnServer,
  startHere,
  startProcess,
} from './harness/server.ts';
import { told } from './harness/told.ts';

interface Set {
  readonly current: string;
  readonly next?: string;
  readonly keys: Readonly<Record<string, unknown>>;
}
type Ring = Readonly<Record<string, Set>>;

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
beforeEach(async () => {
  ground = await layGround();
  server = await startHere(ground);
  sql = asSuperuser(ground);
});
afterEach(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});

const file = () => join(ground.dataDir, 'keys.json');
const ring = () => JSON.parse(readFileSync(file(), 'utf8')) as Ring;
const current = (purpose: string) => ring()[purpose]?.current ?? '';

/** `monban keys …` */
async function keys(...words: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const terminal = {
    print: (text: string) => void out.push(text),
    complain: (text: string) => void error.push(text),
  };
  const code = await runCommand(['keys', ...words], terminal, () => readSettings(ground.env));
  return { code, out: out.join('\n'), error: error.join('\n') };
}

const published = async (url: string) => {
  const response = await fetch(`${url}/.well-known/jwks.json`);
  const { keys: listed } = (await response.json()) as { keys: { kid: string }[] };
  return listed.map(({ kid }) => kid);
};

const isIn = async (client: Client) =>
  !(await client.raw('{ contract { version } }')).body.includes('UNAUTHENTICATED');

const hashesOf = async ({ contractId }: SeededContract) => {
  const rows = await sql<{ hash: string }[]>`
    select unnest(array[logon_hash, confirmation_hash]) as hash from persons where contract_id = ${contractId}`;
  return rows.map(({ hash }) => hash.split('$')[0]);
};

describe('monban keys rotate', () => {
  it('gives each purpose a new current key, keeps the old ones and all else, for the owner alone, and leaves nothing beside the ring', async () => {
    const before = ring();
    const { code, out } = await keys('rotate');
    expect([code, out]).toEqual([0, expect.stringContaining('SIGHUP')]);
    const after = ring();
    for (const purpose of ['pepper', 'card', 'seal', 'decoy', 'signing']) {
      const [old, now] = [before[purpose], after[purpose]];
      expect(now?.current).not.toBe(old?.current);
      expect(Object.keys(now?.keys ?? {})).toEqual([old?.current, now?.current]);
      expect(now?.keys).toMatchObject(old?.keys ?? {});
      expect(out).toContain(now?.current);
    }
    // Twice exchanged, three are kept.
    await keys('rotate', '--purpose', 'card');
    expect(Object.keys(ring()['card']?.keys ?? {})).toEqual([
      before['card']?.current,
      after['card']?.current,
      current('card'),
    ]);
    expect(after['bankDevelopment']).toEqual(before['bankDevelopment']);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(ground.dataDir).filter((name) => name.startsWith('keys'))).toEqual([
      'keys.json',
    ]);
    // Of a key itself the command says nothing.
    for (const purpose of ['pepper', 'card', 'seal', 'decoy'])
      for (const key of Object.values(after[purpose]?.keys ?? {})) expect(out).not.toContain(key);
  });

  it('of one purpose, of that alone', async () => {
    const before = ring();
    const { out } = await keys('rotate', '--purpose', 'card', '--purpose', 'seal', '--json');
    const { exchanged } = JSON.parse(out) as { exchanged: { purpose: string; to: string }[] };
    expect(exchanged.map(({ purpose }) => purpose)).toEqual(['card', 'seal']);
    expect([current('card'), current('seal')]).toEqual(exchanged.map(({ to }) => to));
    expect(current('pepper')).toBe(before['pepper']?.current);
  });

  it('--prepare has the new keys known everywhere before any makes with them: the next exchange takes them', async () => {
    const before = ring();
    await keys('rotate', '--prepare');
    const prepared = ring();
    expect(prepared['card']?.current).toBe(before['card']?.current);
    const next = prepared['card']?.next ?? '';
    expect(Object.keys(prepared['card']?.keys ?? {})).toEqual([before['card']?.current, next]);
    // Twice prepared is prepared.
    await keys('rotate', '--prepare');
    expect(ring()).toEqual(prepared);
    const other = await startHere(ground);
    await keys('rotate');
    expect(ring()['card']).toEqual({ current: next, keys: prepared['card']?.keys });
    // One server has switched, the other knows the keys only.
    server.services.rereadKeys();
    const contract = await seedContract(server.url, ground);
    expect(await logOnAdministrator(connect(other.url), contract)).toMatchObject({
      __typename: 'LoggedOn',
    });
    await other.close();
  });

  it('never takes an old key back into use, wherever it stands: in a ring whose current key comes first, either', async () => {
    const before = current('card');
    await keys('rotate', '--purpose', 'card');
    const { card, ...rest } = ring();
    const kept = card?.keys ?? {};
    const now = current('card');
    const turned = { current: now, keys: { [now]: kept[now], ...kept } };
    expect(Object.keys(turned.keys)).toEqual([now, before]);
    const write = () => writeFileSync(file(), JSON.stringify({ ...rest, card: turned }));
    write();
    await keys('rotate', '--purpose', 'card');
    expect(Object.keys(kept)).not.toContain(current('card'));
    write();
    await keys('rotate', '--prepare', '--purpose', 'card');
    const next = ring()['card']?.next;
    expect(Object.keys(kept)).not.toContain(next);
    await keys('rotate', '--purpose', 'card');
    expect(current('card')).toBe(next);
    // A key that was prepared and then taken back is forgotten.
    await keys('rotate', '--prepare', '--purpose', 'card');
    expect((await keys('revoke', ring()['card']?.next ?? '')).code).toBe(0);
    expect(ring()['card']?.next).toBeUndefined();
  });

  it.each([
    ['a purpose that there is not', ['rotate', '--purpose', 'kanari'], 2, 'expected: keys rotate'],
    ['an ID to rotate', ['rotate', 'kanari'], 2, 'expected: keys rotate'],
    ['no ID to revoke', ['revoke'], 2, 'expected: keys rotate'],
    ['an ID that no key has', ['revoke', 'kanari'], 1, 'no such key'],
  ])('says in one line what is wrong: %s', async (_what, words, code, reason) => {
    const before = ring();
    const ended = await keys(...words);
    expect([ended.code, ended.out, ended.error.split('\n').length]).toEqual([code, '', 1]);
    expect(ended.error).toContain(reason);
    expect(ring()).toEqual(before);
  });

  it('does nothing where a draft lies beside the ring: two at once would lose a key', async () => {
    const before = ring();
    writeFileSync(`${file()}.new`, '');
    const { code, error } = await keys('rotate');
    expect([code, error]).toEqual([1, expect.stringContaining('exchanged already')]);
    expect(ring()).toEqual(before);
  });
});

describe('keys that were exchanged', () => {
  it('go on opening what they made: PINs, which are hashed anew at the next success, cards and sessions; the keys of older tokens are still published', async () => {
    const contract = await seedContract(server.url, ground);
    const user = await seedUser(contract, 'Sato');
    const old = ring();
    const pepper = old['pepper']?.current;
    expect(new Set(await hashesOf(contract))).toEqual(new Set([pepper]));
    await keys('rotate');
    server.services.rereadKeys();

    expect([await isIn(contract.administrator), await isIn(user)]).toEqual([true, true]);
    expect(
      await ask(contract.administrator, 'lockUser', {
        userId: 'Sato',
        confirmationPin: pins.contractConfirmation,
      }),
    ).toMatchObject({ __typename: 'UserLocked' });
    expect(
      await ask(contract.administrator, 'unlockUser', {
        userId: 'Sato',
        confirmationPin: pins.contractConfirmation,
      }),
    ).toMatchObject({ __typename: 'UserUnlocked' });
    // PIN and card of the old keys.
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      __typename: 'LoggedOn',
    });
    expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    const hashes = await hashesOf(contract);
    expect(hashes.filter((each) => each === current('pepper'))).toHaveLength(3);
    // The confirmation PIN that nobody has entered since.
    expect(hashes.filter((each) => each === pepper)).toHaveLength(1);
    expect(await published(server.url)).toEqual([current('signing'), old['signing']?.current]);
    // A contract that nobody has is asked as before.
    expect((await challenge(connect(server.url), '00000000000')).cells).toHaveLength(4);
    const later = await seedContract(server.url, ground);
    const [card] = await sql`select key_id from cards where contract_id = ${later.contractId}`;
    expect(card?.['key_id']).toBe(current('card'));
  });

  it('SIGHUP: a running server takes the new ring up, and keeps the old one where the new one is no good', async () => {
    const running = await startProcess(ground, { LOG_LEVEL: 'info' });
    const before = await published(running.url);
    await keys('rotate', '--purpose', 'signing');
    const heard = (line: string) => expect.poll(() => running.output()).toContain(line);
    running.process.kill('SIGHUP');
    await heard('the key ring was read anew');
    expect(await published(running.url)).toEqual([current('signing'), ...before]);
    const good = readFileSync(file());
    writeFileSync(file(), '{ "format": 1 }');
    running.process.kill('SIGHUP');
    await heard('the new key ring is no good');
    expect(await published(running.url)).toHaveLength(2);
    writeFileSync(file(), good);
    await running.stop();
  });
});

describe('monban keys revoke', () => {
  it('a card key: every card of it ends, in all contracts, each told by mail and in the history; the administrators are out; other cards stay', async () => {
    const address = 'soumu@yamada.example';
    const leaked = current('card');
    const contracts: SeededContract[] = [];
    for (let each = 0; each < 3; each += 1)
      contracts.push(await seedContract(server.url, ground, { notificationAddress: address }));
    const [first, second, third] = contracts;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three');
    const user = await seedUser(first, 'Sato');
    const desk = bank(server.url, ground, ['desk']);
    // The second has another card on its way that comes from the leaked key as well.
    await ask(desk, 'issueCard', { contractId: second.contractId });
    const refused = await keys('revoke', leaked);
    expect(refused.error).toContain('it is the current key of card: first exchange it');

    await keys('rotate', '--purpose', 'card');
    server.services.rereadKeys();
    // The third has put one of the new key in force in time.
    const { card } = await ask(desk, 'issueCard', { contractId: third.contractId });
    await ask(desk, 'putCardInForce', { contractId: third.contractId });
    const ofNewKey = { ...third, digits: card?.digits.join('') ?? '' };

    const left = await told(sql, second.contractId, async () => {
      const { code, out } = await keys('revoke', leaked);
      expect([code, out]).toEqual([
        0,
        expect.stringContaining('the companies are told: 2 contracts'),
      ]);
    });
    expect(left.entries).toMatchObject([
      { operation: 'revokeKey', actor: { kind: 'SYSTEM' }, event: { type: 'CARD_WITHDRAWN' } },
      { event: { type: 'CARD_WITHDRAWN' } },
    ]);
    expect(left.mails).toEqual({ [address]: ['CARD_WITHDRAWN', 'CARD_WITHDRAWN'] });
    server.services.rereadKeys();
    expect(Object.keys(ring()['card']?.keys ?? {})).toEqual([current('card')]);

    for (const { administrator } of [first, second]) expect(await isIn(administrator)).toBe(false);
    expect([await isIn(user), await isIn(third.administrator)]).toEqual([true, true]);
    for (const contract of [first, second, third])
      expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
        code: 'LOGON_REFUSED',
      });
    expect(await logOnAdministrator(connect(server.url), ofNewKey)).toMatchObject({
      __typename: 'LoggedOn',
    });
    const rows = await sql<{ status: string }[]>`
      select status from cards where key_id = ${leaked} order by status`;
    figure('R18', `a leaked card key: ${rows.map(({ status }) => status).join(', ')}`);
    expect(rows.map(({ status }) => status)).toEqual([
      'REPLACED',
      'WITHDRAWN',
      'WITHDRAWN',
      'WITHDRAWN',
    ]);

    // What the home page says to whoever is let in again: nothing is missing once a new card is in force.
    const issued = await ask(desk, 'issueCard', { contractId: first.contractId });
    await ask(desk, 'putCardInForce', { contractId: first.contractId });
    expect(
      await logOnAdministrator(first.administrator, {
        ...first,
        digits: issued.card?.digits.join('') ?? '',
      }),
    ).toMatchObject({ __typename: 'LoggedOn' });
    expect((await keys('revoke', leaked)).error).toContain('no such key');
  });

  it('broken off in the middle, it goes on where it was: no card is told of twice', async () => {
    const leaked = current('card');
    const [first, second] = [
      await seedContract(server.url, ground),
      await seedContract(server.url, ground),
    ];
    await keys('rotate', '--purpose', 'card');
    // One contract's row can't be written: the act faults, and all behind it waits for the next run.
    const [last = ''] = [first.contractId, second.contractId].toSorted().toReversed();
    await sql.unsafe(
      `create function refuse() returns trigger language plpgsql as $$ begin if new.contract_id = '${last}' then raise exception 'no'; end if; return new; end $$; create trigger refuse before update on cards for each row execute function refuse()`,
    );
    expect((await keys('revoke', leaked)).code).toBe(1);
    expect(Object.keys(ring()['card']?.keys ?? {})).toContain(leaked);
    await sql`drop trigger refuse on cards`;
    expect((await keys('revoke', leaked)).out).toContain('1 contracts');
    const events =
      await sql`select contract_id from history_entries where event ->> 'type' = 'CARD_WITHDRAWN'`;
    expect(events).toHaveLength(2);
    expect(await withdrawCards(server.services.database, leaked, Date.now)).toBe(0);
  });

  it('a pepper: refused with the number of people as long as a PIN is hashed with it; gone once none is', async () => {
    const contract = await seedContract(server.url, ground);
    const old = current('pepper');
    await keys('rotate', '--purpose', 'pepper');
    server.services.rereadKeys();
    const refused = await keys('revoke', old);
    expect([refused.code, refused.error]).toEqual([
      1,
      expect.stringContaining('PINs of 1 people are hashed with it, and would be lost'),
    ]);
    await logOnAdministrator(contract.administrator, contract);
    await seedUser(contract, 'Sato');
    expect((await keys('revoke', old)).code).toBe(0);
    server.services.rereadKeys();
    expect(await logOnAdministrator(contract.administrator, contract)).toMatchObject({
      __typename: 'LoggedOn',
    });
    // Strangers, too, are compared with hashes of a pepper that is there.
    expect(await logOnUser(connect(server.url), '00000000000', 'Nobody')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
  });

  it('a signing key leaves the published set at once; a seal’s sessions are over, its retrieval codes open nothing, and that is said; a decoy’s changes nothing', async () => {
    const contract = await seedContract(server.url, ground);
    await seedUser(contract, 'Sato');
    await seedUser(contract, 'Suzuki');
    const codes = [await grantToUser(contract, 'Sato'), await grantToUser(contract, 'Suzuki')];
    const [first = '', second = ''] = codes;
    const old = ring();
    await keys('rotate');
    server.services.rereadKeys();
    expect(await isIn(contract.administrator)).toBe(true);
    const stranger = connect(server.url);
    await fetchCertificate(stranger, first);
    for (const purpose of ['signing', 'seal', 'decoy']) {
      const { code, out } = await keys('revoke', old[purpose]?.current ?? '');
      expect([purpose, code, out.includes('retrieval codes')]).toEqual([
        purpose,
        0,
        purpose === 'seal',
      ]);
    }
    server.services.rereadKeys();
    expect(await published(server.url)).toEqual([current('signing')]);
    expect(await isIn(contract.administrator)).toBe(false);
    const { pem: certificateRequest } = await signingRequest();
    expect(
      await ask(stranger, 'requestCertificate', { retrievalCode: second, certificateRequest }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await logOnAdministrator(contract.administrator, contract)).toMatchObject({
      __typename: 'LoggedOn',
    });
  });
});
