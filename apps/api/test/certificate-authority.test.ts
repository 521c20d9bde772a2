import 'reflect-metadata';

import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { X509Certificate, X509Crl } from '@peculiar/x509';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { watchAuthority } from '../src/pki/authority-end.ts';
import { sweep } from '../src/sweep.ts';
import { drawSerials, makeAuthority, type TestAuthority } from './harness/certificates.ts';
import {
  certifyUser,
  comingWith,
  grantToUser,
  requireCertificates,
  trustsProxy,
} from './harness/certified.ts';
import { signingRequest } from './harness/certificates.ts';
import { connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import {
  ask,
  bank,
  logOnAdministrator,
  logOnUser,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { sendOver } from './harness/tls-client.ts';
import { placeTls } from './harness/tls-files.ts';
import { told } from './harness/told.ts';

const day = 86_400_000;
/** How far clocks may be behind. */
const slow = 300_000;

let ground: Ground;
let server: OwnServer;
let clock = 0;
let contract: SeededContract;

beforeAll(async () => {
  ground = await layGround(trustsProxy);
  server = await startHere(ground, { now: () => Date.now() + clock });
  contract = await seedContract(server.url, ground, {
    notificationAddress: 'office@yamada.example',
  });
  await seedUser(contract, 'Sato', { email: 'sato@yamada.example' });
});
afterEach(() => void (clock = 0));
afterAll(async () => {
  await server.close();
  await ground.clear();
});

const bytesOf = async (path: string) =>
  Buffer.from(await (await fetch(`${server.url}${path}`)).arrayBuffer());

describe('R12: what the built-in authority takes back', () => {
  it('is a list that it has signed, in which a certificate stands once it was revoked, and of a contract that is closed every one', async () => {
    const sato = await certifyUser(contract, 'Sato');
    const closing = await seedContract(server.url, ground);
    await seedUser(closing, 'Kato');
    const kato = await certifyUser(closing, 'Kato');
    const desk = bank(server.url, ground, ['desk']);
    await ask(desk, 'closeContract', { contractId: closing.contractId });
    const listed = async () => {
      const list = new X509Crl(await bytesOf('/pki/crl'));
      const authority = new X509Certificate(await bytesOf('/pki/ca.crt'));
      expect(await list.verify({ publicKey: authority.publicKey })).toBe(true);
      return list.entries.map(({ serialNumber }) => serialNumber);
    };
    expect(await listed()).toEqual([]);
    await ask(contract.administrator, 'revokeCertificate', {
      thumbprint: sato.thumbprint,
      confirmationPin: pins.contractConfirmation,
    });
    clock = 301_000;
    expect(await listed()).toEqual([sato.serial]);
    clock = 2 * day;
    expect(await listed()).toEqual([sato.serial, kato.serial].toSorted());
    // What has expired is over by itself.
    clock = 366 * day;
    expect(await listed()).toEqual([]);
  });

  it('is good for a day, and for whoever’s clock is five minutes slow as well', async () => {
    const response = await fetch(`${server.url}/pki/crl`);
    expect(response.headers.get('content-type')).toBe('application/pkix-crl');
    const { thisUpdate, nextUpdate, entries } = new X509Crl(
      Buffer.from(await response.arrayBuffer()),
    );
    expect((nextUpdate?.getTime() ?? 0) - thisUpdate.getTime()).toBe(day + slow);
    expect(entries.filter(({ revocationDate }) => revocationDate > thisUpdate)).toEqual([]);
  });

  it('a PC whose clock is five minutes slow offers the certificate that its person has just fetched and needs', async () => {
    await seedUser(contract, 'Endo');
    const { pem, thumbprint } = await certifyUser(contract, 'Endo');
    const { contract: seen } = await bank(server.url, ground, ['read']).send<{
      contract: {
        certificates: readonly { thumbprint: string; issuedAt: string; until: string }[];
      };
    }>(
      'query ($id: ContractId!) { contract(contractId: $id) { certificates { thumbprint issuedAt until } } }',
      { id: contract.contractId },
    );
    const row = seen.certificates.find((each) => each.thumbprint === thumbprint);
    const { notBefore, notAfter } = new X509Certificate(pem);
    const second = (text = '') => Math.floor(Date.parse(text) / 1000) * 1000;
    expect(second(row?.issuedAt) - notBefore.getTime()).toBe(slow);
    expect(Date.parse(row?.until ?? '')).toBe(notAfter.getTime());
    expect(notAfter.getTime() - second(row?.issuedAt)).toBe(365 * day);
  });
});

describe('The authority’s key can’t be read', () => {
  it('nobody is shown an empty list, no code is spent, people go on logging on, and it mends by itself', async () => {
    const own = await layGround(trustsProxy);
    const file = join(own.dataDir, 'authority.pem');
    const first = await startHere(own);
    const company = await seedContract(first.url, own);
    await seedUser(company, 'Sato');
    const certificate = await certifyUser(company, 'Sato');
    await requireCertificates(bank(first.url, own, ['desk']), company.contractId);
    await first.close();
    const kept = readFileSync(file, 'utf8');
    writeFileSync(file, 'not a key', { mode: 0o600 });

    const blind = await startHere(own);
    const crl = await fetch(`${blind.url}/pki/crl`);
    expect([crl.status, crl.headers.get('retry-after')]).toEqual([503, '300']);
    expect(await crl.json()).toEqual({ status: 'unavailable' });
    expect(blind.logged.join('\n')).toContain('the built-in authority');
    expect(blind.logged.join('\n')).not.toContain('not a key');
    const sato = connect(blind.url, certificate.headers);
    expect(await logOnUser(sato, company.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    const desk = bank(blind.url, own, ['desk']);
    const { retrievalCode = '' } = await ask(desk, 'grantCertificate', {
      contractId: company.contractId,
    });
    const { pem: certificateRequest } = await signingRequest();
    const request = () =>
      ask(connect(blind.url), 'requestCertificate', { retrievalCode, certificateRequest });
    expect(await request()).toMatchObject({ because: 'AUTHORITY_AWAY', retryAfterSeconds: 60 });
    writeFileSync(file, kept);
    expect(await request()).toMatchObject({ __typename: 'CertificateIssued' });
    expect((await fetch(`${blind.url}/pki/crl`)).status).toBe(200);
    await blind.close();
    await own.clear();
  });

  it('R12: nothing that it signs outlasts it, its end is told from 30 days before, once a day, and past it no code is spent', async () => {
    const own = await layGround({ ...trustsProxy, LOG_LEVEL: 'warn' });
    const notAfter = new Date(Math.floor(Date.now() / 1000) * 1000 + 40 * day);
    const { pem, keyPem } = await makeAuthority('Short', { notAfter });
    writeFileSync(join(own.dataDir, 'authority.pem'), `${keyPem}\n${pem}\n`, { mode: 0o600 });
    const short = await startHere(own, { now: () => Date.now() + clock });
    const company = await seedContract(short.url, own);
    await seedUser(company, 'Sato');
    const sato = await certifyUser(company, 'Sato');
    expect(new X509Certificate(sato.pem).notAfter).toEqual(notAfter);
    const look = watchAuthority(short.services);
    const said = () => short.logged.filter((line) => line.includes('of the built-in authority '));
    await look();
    expect(said()).toEqual([]);
    const retrievalCode = await grantToUser(company, 'Sato');
    clock = 11 * day;
    await look();
    await look();
    expect(said()).toEqual([expect.stringMatching(/"count":28.*ends soon/)]);
    clock = 40 * day;
    await look();
    await look();
    expect(said().slice(1)).toEqual([expect.stringContaining('has ended')]);
    const { pem: certificateRequest } = await signingRequest();
    const request = { retrievalCode, certificateRequest };
    expect(await ask(connect(short.url), 'requestCertificate', request)).toMatchObject({
      because: 'AUTHORITY_AWAY',
    });
    clock = 12 * day;
    expect(await ask(connect(short.url), 'requestCertificate', request)).toMatchObject({
      __typename: 'CertificateIssued',
    });
    await short.close();
    await own.clear();
  });

  it('over TLS people are asked for their certificates all the same', async () => {
    const own = await layGround();
    const first = await startHere({ ...own, env: { ...own.env, ...trustsProxy } });
    const company = await seedContract(first.url, own);
    await seedUser(company, 'Sato');
    const certificate = await certifyUser(company, 'Sato');
    await requireCertificates(bank(first.url, own, ['desk']), company.contractId);
    await first.close();
    writeFileSync(join(own.dataDir, 'authority.pem'), 'not a key', { mode: 0o600 });
    const authority = await makeAuthority();
    const files = placeTls(await authority.issue('banking', { hosts: ['127.0.0.1'] }));
    const blind = await startHere({ ...own, env: { ...own.env, ...files.env } });
    const sato = connect(blind.url, {}, sendOver({ ca: authority.pem, certificate }));
    expect(await logOnUser(sato, company.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    await blind.close();
    await own.clear();
    files.clear();
  });

  it('everybody on the machine may read it: it is not used', async () => {
    const own = await layGround();
    const first = await startHere(own);
    await fetch(`${first.url}/pki/ca.crt`);
    chmodSync(join(own.dataDir, 'authority.pem'), 0o644);
    await first.close();
    const open = await startHere(own);
    expect((await fetch(`${open.url}/pki/ca.crt`)).status).toBe(503);
    expect(open.logged.join('\n')).toContain('chmod 600');
    await open.close();
    await own.clear();
  });
});

describe('R12: the end of a certificate is told 30 and 10 days before', () => {
  it('once each, to the company and to the person, and no more once there is another', async () => {
    const sql = asSuperuser(ground);
    const company = await seedContract(server.url, ground, {
      notificationAddress: 'office@mori.example',
    });
    await seedUser(company, 'Mori', { email: 'mori@mori.example' });
    await certifyUser(company, 'Mori');
    const visited: string[] = [];
    const { database } = server.services;
    const watched: typeof database = {
      ...database,
      acting: (contractId, work) => {
        visited.push(contractId);
        return database.acting(contractId, work);
      },
    };
    const swept = async (at: number) => {
      clock = at;
      const { entries, mails } = await told(sql, company.contractId, () =>
        sweep({ ...server.services, database: watched }),
      );
      return { days: entries.map(({ event }) => event['days']), told: Object.keys(mails) };
    };
    const everybody = ['mori@mori.example', 'office@mori.example'];
    expect(await swept(335 * day - 60_000)).toEqual({ days: [], told: [] });
    expect(await swept(335 * day + 1000)).toEqual({ days: [30], told: everybody });
    expect(await swept(340 * day)).toEqual({ days: [], told: [] });
    expect(await swept(355 * day + 1000)).toEqual({ days: [10], told: everybody });
    expect(await swept(356 * day)).toEqual({ days: [], told: [] });
    clock = 0;
    await logOnAdministrator(company.administrator, company);
    await seedUser(company, 'Hara');
    await certifyUser(company, 'Hara');
    clock = 334 * day;
    await logOnAdministrator(company.administrator, company);
    const code = await grantToUser(company, 'Hara');
    const { pem: certificateRequest } = await signingRequest();
    const longer = await ask(connect(server.url), 'requestCertificate', {
      retrievalCode: code,
      certificateRequest,
    });
    visited.length = 0;
    expect(await swept(336 * day)).toEqual({ days: [], told: [] });
    // Nor is anybody's contract held up every five minutes for a certificate that nothing is told of.
    expect(visited).not.toContain(company.contractId);
    // The longer one is taken back: the end of the shorter one is news again.
    await logOnAdministrator(company.administrator, company);
    await ask(company.administrator, 'revokeCertificate', {
      thumbprint: longer.certificate?.thumbprint,
      confirmationPin: pins.contractConfirmation,
    });
    expect(await swept(337 * day)).toEqual({ days: [30], told: ['office@mori.example'] });
    await sql.end();
  });
});

describe('R12: certificates of the bank’s own authority', () => {
  const files = (dir: string) => ({ ca: join(dir, 'bank-ca.pem'), crl: join(dir, 'bank-crl.pem') });

  it('are registered by the desk, and good as long as its list clears them and is in its time', async () => {
    const own = await layGround(trustsProxy);
    const { ca, crl } = files(own.dataDir);
    const authority: TestAuthority = await makeAuthority('Bank authority');
    writeFileSync(ca, authority.pem);
    writeFileSync(crl, await authority.revocationList([], 2 * day));
    let moved = 0;
    const bankServer = await startHere(
      { ...own, env: { ...own.env, TLS_CLIENT_CA: ca, TLS_CLIENT_CRL: crl } },
      { now: () => Date.now() + moved },
    );
    const company = await seedContract(bankServer.url, own);
    await seedUser(company, 'Sato');
    const desk = bank(bankServer.url, own, ['desk']);
    const sato = await authority.issue('Sato');
    const { contractId } = company;
    const register = (certificate: string, userId = 'Sato') =>
      ask(desk, 'registerCertificate', { contractId, userId, certificate });
    const stranger = await (await makeAuthority('Somebody')).issue('Sato');
    const cases: readonly (readonly [string, string])[] = [
      ['', 'REQUIRED'],
      ['junk', 'NOT_A_CERTIFICATE'],
      [stranger.pem, 'UNKNOWN_AUTHORITY'],
      [
        (await authority.issue('Sato', { notAfter: new Date(Date.now() - 1000) })).pem,
        'CERTIFICATE_NOT_VALID',
      ],
    ];
    for (const [pem, code] of cases)
      expect([code, await register(pem)]).toMatchObject([code, { problems: [{ code }] }]);
    expect(await register(sato.pem)).toMatchObject({
      __typename: 'CertificateRegistered',
      certificate: { person: 'Sato', status: 'VALID', authority: 'BANK' },
    });
    expect(await register(sato.pem)).toMatchObject({ code: 'CONFLICT' });
    expect(await register(sato.pem, 'Nobody')).toMatchObject({ code: 'CONFLICT' });
    await requireCertificates(desk, contractId);
    const logOn = () =>
      logOnUser(connect(bankServer.url, comingWith(sato.pem)), contractId, 'Sato');
    const client = connect(bankServer.url, comingWith(sato.pem));
    await logOnUser(client, contractId, 'Sato');
    expect(await client.send('{ contract { version } }')).toBeDefined();

    moved = 2 * day + 1000;
    expect(await logOn()).toMatchObject({ code: 'LOGON_REFUSED' });
    moved = 0;
    expect(await logOn()).toMatchObject({ __typename: 'LoggedOn' });
    await logOnUser(client, contractId, 'Sato');
    // Among thousands: a bank's list is longer than what the library reads of strangers.
    const revoked = [...drawSerials(4_000), sato.serial];
    writeFileSync(crl, await authority.revocationList(revoked, 2 * day));
    await bankServer.services.bankAuthorities?.refresh();
    await expect(client.send('{ contract { version } }')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await logOn()).toMatchObject({ code: 'LOGON_REFUSED' });
    const { contract: seen } = await bank(bankServer.url, own, ['read']).send<{
      contract: { certificates: readonly { status: string }[] };
    }>('query ($id: ContractId!) { contract(contractId: $id) { certificates { status } } }', {
      id: contractId,
    });
    expect(seen.certificates).toEqual([{ status: 'REVOKED' }]);
    // Of two authorities of one name both have to clear it.
    const namesake = await makeAuthority('Bank authority');
    writeFileSync(crl, await authority.revocationList([], 2 * day));
    writeFileSync(ca, `${authority.pem}${namesake.pem}`);
    await bankServer.services.bankAuthorities?.refresh();
    expect(await logOn()).toMatchObject({ code: 'LOGON_REFUSED' });
    writeFileSync(ca, authority.pem);
    await bankServer.services.bankAuthorities?.refresh();
    expect(await logOn()).toMatchObject({ __typename: 'LoggedOn' });
    await bankServer.close();
    await own.clear();
  });

  it('where none is set the desk is told so', async () => {
    const desk = bank(server.url, ground, ['desk']);
    expect(
      await ask(desk, 'registerCertificate', {
        contractId: contract.contractId,
        userId: 'Sato',
        certificate: 'x',
      }),
    ).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });
});
