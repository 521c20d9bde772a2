import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DistributionPointName, GeneralName, Reason } from '@peculiar/asn1-x509';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import {
  type ListOptions,
  makeAuthority,
  type TestAuthority,
  type TestCertificate,
} from './harness/certificates.ts';
import { comingWith, requireCertificates, trustsProxy } from './harness/certified.ts';
import { connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import {
  ask,
  bank,
  logOnUser,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { told } from './harness/told.ts';
import { sweep } from '../src/sweep.ts';

const hour = 3_600_000;
const day = 24 * hour;

let ground: Ground;
let server: OwnServer;
let authority: TestAuthority;
let company: SeededContract;
let sato: TestCertificate;
let files: { readonly ca: string; readonly crl: string };
let moved = 0;

const start = () =>
  startHere(
    {
      ...ground,
      env: {
        ...ground.env,
        LOG_LEVEL: 'warn',
        TLS_CLIENT_CA: files.ca,
        TLS_CLIENT_CRL: files.crl,
      },
    },
    { now: () => Date.now() + moved },
  );

beforeAll(async () => {
  ground = await layGround(trustsProxy);
  files = { ca: join(ground.dataDir, 'bank-ca.pem'), crl: join(ground.dataDir, 'bank-crl.pem') };
  authority = await makeAuthority('Bank authority');
  sato = await authority.issue('Sato');
  writeFileSync(files.ca, authority.pem);
  writeFileSync(files.crl, await authority.revocationList([], 2 * day));
  server = await start();
  company = await seedContract(server.url, ground);
  for (const userId of ['Sato', 'Endo', 'Kato']) await seedUser(company, userId);
  const desk = bank(server.url, ground, ['desk']);
  const { contractId } = company;
  const registered = await ask(desk, 'registerCertificate', {
    contractId,
    userId: 'Sato',
    certificate: sato.pem,
  });
  if (registered.__typename !== 'CertificateRegistered')
    throw new Error(`not registered: ${JSON.stringify(registered)}`);
  await requireCertificates(desk, contractId);
});
afterEach(() => void (moved = 0));
afterAll(async () => {
  await server.close();
  await ground.clear();
});

const refresh = (at = server) => at.services.bankAuthorities?.refresh();

/** What the log says of the bank's authorities once the lists are these. */
async function publish(lists: string): Promise<string> {
  const { length } = server.logged;
  writeFileSync(files.crl, lists);
  await refresh();
  return server.logged.slice(length).join('');
}

/** As if the server had never had a list of the authority's. */
async function forget(): Promise<void> {
  writeFileSync(files.ca, (await makeAuthority('Somebody')).pem);
  await refresh();
  writeFileSync(files.ca, authority.pem);
}

async function satoGetsIn({ url } = server): Promise<boolean> {
  const client = connect(url, comingWith(sato.pem));
  const answer = await logOnUser(client, company.contractId, 'Sato');
  return answer.__typename === 'LoggedOn';
}

const before = 'the one of before stays';
const nobody = 'its certificates let nobody in';

it('R12: a list that is just being written, or is lost, locks nobody out: the one before it goes on until its end, and the log says so', async () => {
  const whole = await authority.revocationList([], 2 * day);
  expect(await publish(whole)).toBe('');
  const over = await authority.revocationList([], -1000);
  const foreign = await (await makeAuthority('Bank authority')).revocationList([], 2 * day);
  const junk = '-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n';
  for (const lists of [whole.slice(0, whole.length / 2), '', junk, over, foreign]) {
    expect(await publish(lists)).toContain(before);
    expect(await satoGetsIn()).toBe(true);
  }
  rmSync(files.crl);
  await refresh();
  expect(server.logged.at(-2)).toContain('TLS_CLIENT_CRL (ENOENT)');
  expect(await satoGetsIn()).toBe(true);
  moved = 2 * day + 1000;
  await refresh();
  expect(server.logged.at(-1)).toContain(nobody);
  expect(await satoGetsIn()).toBe(false);
  moved = 0;
  expect(await publish(await authority.revocationList([sato.serial], 2 * day))).toBe('');
  expect(await satoGetsIn()).toBe(false);
});

it('R12: an authority’s certificate that is just being written keeps nobody out, and nobody in whom its new list names', async () => {
  await publish(await authority.revocationList([], 2 * day));
  for (const half of ['', authority.pem.slice(0, authority.pem.length / 2)]) {
    writeFileSync(files.ca, half);
    await refresh();
    expect(server.logged.at(-1)).toContain('no whole certificate of an authority');
    expect(await satoGetsIn()).toBe(true);
  }
  await publish(await authority.revocationList([sato.serial], 2 * day));
  expect(await satoGetsIn()).toBe(false);
  writeFileSync(files.ca, authority.pem);
});

it('R12: at the start the bank’s files are missing: its certificates let nobody in until they are there, and everybody else works', async () => {
  rmSync(files.ca);
  rmSync(files.crl);
  const blind = await start();
  const client = connect(blind.url);
  const other = await seedContract(blind.url, ground);
  await seedUser(other, 'Kato');
  expect(await logOnUser(client, other.contractId, 'Kato')).toMatchObject({
    __typename: 'LoggedOn',
  });
  expect(await satoGetsIn(blind)).toBe(false);
  expect(blind.logged.join('')).toContain('TLS_CLIENT_CA (ENOENT)');
  writeFileSync(files.ca, authority.pem);
  writeFileSync(files.crl, await authority.revocationList([], 2 * day));
  await refresh(blind);
  expect(await satoGetsIn(blind)).toBe(true);
  await blind.close();
});

const point = new DistributionPointName({
  fullName: [new GeneralName({ uniformResourceIdentifier: 'http://bank.example/1.crl' })],
});
const lists: readonly (readonly [string, ListOptions, string | null])[] = [
  ['of users’ certificates alone', { scope: { onlyContainsUserCerts: true } }, null],
  ['whose scope leaves nothing out', { scope: {} }, null],
  ['of a clock that is ahead of ours', { thisUpdate: new Date(Date.now() + hour) }, null],
  ['for one point alone', { scope: { distributionPoint: point } }, 'one distribution point alone'],
  ['for some reasons alone', { scope: { onlySomeReasons: new Reason(2) } }, 'some reasons alone'],
  ['of authorities alone', { scope: { onlyContainsCACerts: true } }, 'of authorities alone'],
  [
    'of attribute certificates alone',
    { scope: { onlyContainsAttributeCerts: true } },
    'attribute certificates alone',
  ],
  ['of others’ certificates', { scope: { indirectCRL: true } }, 'other authorities’'],
  ['of changes alone', { delta: true }, 'critical extension'],
];

it.each(lists)(
  'R12: a list %s clears exactly whom it speaks of, and the log says which doesn’t and why',
  async (_, options, refused) => {
    await forget();
    const log = await publish(await authority.revocationList([], 2 * day, options));
    expect(await satoGetsIn()).toBe(refused === null);
    if (refused === null) expect(log).toBe('');
    else for (const part of [nobody, refused, 'CN=Bank authority']) expect(log).toContain(part);
    await forget();
    await publish(await authority.revocationList([sato.serial], 2 * day, options));
    expect(await satoGetsIn()).toBe(false);
  },
);

it('R12: the end of a list is told six hours before, once, so that the next one is in its place by then', async () => {
  expect(await publish(await authority.revocationList([], 7 * hour))).toBe('');
  const { length } = server.logged;
  moved = 2 * hour;
  await refresh();
  await refresh();
  expect(server.logged.slice(length)).toEqual([expect.stringContaining('ends soon')]);
  moved = 7 * hour;
  await refresh();
  expect(server.logged.at(-1)).toContain(nobody);
});

it('R12: no authority’s own certificate is bound to a person: a list of users’ certificates would always clear it', async () => {
  await publish(
    await authority.revocationList([], 2 * day, { scope: { onlyContainsUserCerts: true } }),
  );
  const answer = await ask(bank(server.url, ground, ['desk']), 'registerCertificate', {
    contractId: company.contractId,
    userId: 'Sato',
    certificate: authority.pem,
  });
  expect(answer).toMatchObject({ problems: [{ code: 'CERTIFICATE_NOT_VALID' }] });
});

it('R12: what the bank’s authority revokes is told to the company, once, and stays revoked, since when its list says; what is on hold comes back', async () => {
  const desk = bank(server.url, ground, ['desk']);
  const sql = asSuperuser(ground);
  const mine = await seedContract(server.url, ground);
  const { contractId } = mine;
  await seedUser(mine, 'Mori');
  await sql`update persons set email = 'mori@example.jp' where contract_id = ${contractId} and user_id = 'Mori'`;
  const mori = await authority.issue('Mori');
  await publish(await authority.revocationList([], 2 * day));
  await ask(desk, 'registerCertificate', { contractId, userId: 'Mori', certificate: mori.pem });
  await requireCertificates(desk, contractId);
  const client = connect(server.url, comingWith(mori.pem));
  const getsIn = async () => (await logOnUser(client, contractId, 'Mori')).__typename;
  const shown = () =>
    desk.send(
      'query ($id: ContractId!) { contract(contractId: $id) { certificates { person status revokedAt } } }',
      { id: contractId },
    );
  const revokedAt = new Date(Math.floor(Date.now() / 1000 - 7200) * 1000);
  const revoked = {
    contract: {
      certificates: [{ person: 'Mori', status: 'REVOKED', revokedAt: revokedAt.toISOString() }],
    },
  };
  const list = (onHold: boolean) =>
    authority.revocationList([mori.serial], 2 * day, { revokedAt, onHold });
  const other = await start();
  await refresh(other);

  await publish(await list(true));
  await sweep(server.services);
  expect(await getsIn()).toBe('SimpleRefusal');
  await publish(await authority.revocationList([], 2 * day));
  expect(await getsIn()).toBe('LoggedOn');
  await publish(await list(false));
  await refresh(other);
  expect(await shown()).toEqual(revoked);
  const { entries, mails } = await told(sql, contractId, async () => {
    await Promise.all([server, other, server].map(({ services }) => sweep(services)));
    await sweep(other.services);
  });
  const event = {
    type: 'CERTIFICATE_REVOKED',
    person: { kind: 'USER', userId: 'Mori' },
    serial: mori.serial,
    because: 'BY_ITS_AUTHORITY',
    desk: null,
  };
  expect(entries.map((each) => [each.actor, each.event])).toEqual([[{ kind: 'SYSTEM' }, event]]);
  expect(mails).toEqual({ 'mori@example.jp': ['CERTIFICATE_REVOKED'] });
  const [person] = await sql`select current_session from persons
    where contract_id = ${contractId} and user_id = 'Mori'`;
  expect(person).toEqual({ current_session: null });
  // Its authority leaves out of later lists what has ended, or is wrong.
  await publish(await authority.revocationList([], 2 * day));
  expect(await shown()).toEqual(revoked);
  expect(await getsIn()).toBe('SimpleRefusal');
  await other.close();
  await sql.end();
});

it('R12: a certificate that was bound to the wrong user by mistake is bound to the right one once it was taken back; it never comes back to anybody whom it was taken from, the last one or one before', async () => {
  await publish(await authority.revocationList([], 2 * day));
  const sql = asSuperuser(ground);
  const desk = bank(server.url, ground, ['desk']);
  const { contractId } = company;
  const kato = await authority.issue('Kato');
  const register = (userId: string) =>
    ask(desk, 'registerCertificate', { contractId, userId, certificate: kato.pem });
  const revoke = () => ask(desk, 'revokeCertificate', { contractId, thumbprint: kato.thumbprint });
  const logOn = (userId: string) =>
    logOnUser(connect(server.url, comingWith(kato.pem)), contractId, userId);
  const { entries } = await told(sql, contractId, async () => {
    expect(await register('Endo')).toMatchObject({ __typename: 'CertificateRegistered' });
    expect(await register('Kato')).toMatchObject({ code: 'CONFLICT' });
    expect(await revoke()).toMatchObject({ __typename: 'CertificateRevoked' });
    expect(await register('Endo')).toMatchObject({ code: 'CONFLICT' });
    expect(await register('Kato')).toMatchObject({
      __typename: 'CertificateRegistered',
      certificate: { person: 'Kato', status: 'VALID' },
    });
  });
  const issued = entries.filter(({ event }) => event['type'] !== 'ACT_REFUSED');
  expect(issued.map(({ event }) => [event['type'], event['person']])).toEqual([
    ['CERTIFICATE_ISSUED', { kind: 'USER', userId: 'Endo' }],
    ['CERTIFICATE_REVOKED', { kind: 'USER', userId: 'Endo' }],
    ['CERTIFICATE_ISSUED', { kind: 'USER', userId: 'Kato' }],
  ]);
  expect(await logOn('Endo')).toMatchObject({ code: 'LOGON_REFUSED' });
  expect(await logOn('Kato')).toMatchObject({ __typename: 'LoggedOn' });
  expect(await revoke()).toMatchObject({ __typename: 'CertificateRevoked' });
  for (const userId of ['Endo', 'Kato'])
    expect(await register(userId)).toMatchObject({ code: 'CONFLICT' });
  expect(await register('Sato')).toMatchObject({ __typename: 'CertificateRegistered' });
  await sql.end();
});
