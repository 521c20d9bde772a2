import { X509Certificate } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signingRequest } from './harness/certificates.ts';
import {
  certifyAdministrator,
  certifyUser,
  fetchCertificate,
  grantToAdministrator,
  grantToUser,
} from './harness/certified.ts';
import { connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { ask, bank, openContract, pins, seedContract, seedUser } from './harness/seed.ts';
import type { SeededContract } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { told } from './harness/told.ts';

const day = 86_400_000;

let ground: Ground;
let server: OwnServer;
let contract: SeededContract;
let clock = 0;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => Date.now() + clock });
  contract = await seedContract(server.url, ground, {
    notificationAddress: 'office@yamada.example',
  });
  await seedUser(contract, 'Sato', { email: 'sato@yamada.example' });
  await seedUser(contract, 'Suzuki');
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

const confirmed = { confirmationPin: pins.contractConfirmation };
const request = async (retrievalCode: string, certificateRequest: string) =>
  ask(connect(server.url), 'requestCertificate', { retrievalCode, certificateRequest });
const fresh = async () => (await signingRequest()).pem;

describe('R12: a certificate by a retrieval code', () => {
  it('a stranger who has the code gets the certificate of the person it was given out for, for a year, and the company is told', async () => {
    const sql = asSuperuser(ground);
    let code = '';
    const granted = await told(sql, contract.contractId, async () => {
      code = await grantToUser(contract, 'sato');
    });
    expect(granted.mails).toEqual({
      'office@yamada.example': ['CERTIFICATE_GRANTED'],
      'sato@yamada.example': ['CERTIFICATE_GRANTED'],
    });
    const { pem, keys } = await signingRequest();
    let answer = await request('', pem);
    const issued = await told(sql, contract.contractId, async () => {
      answer = await request(code, pem);
    });
    await sql.end();
    expect(issued.entries.map(({ event, actor }) => [event['type'], actor])).toEqual([
      ['CERTIFICATE_ISSUED', { kind: 'USER', userId: 'Sato' }],
    ]);
    expect(Object.keys(issued.mails)).toEqual(['office@yamada.example', 'sato@yamada.example']);
    expect(JSON.stringify([granted, issued])).not.toContain(code);
    expect(answer.certificate).toMatchObject({ person: 'Sato', status: 'VALID' });
    const certificate = new X509Certificate(answer.pem ?? '');
    expect(certificate.subject).toBe(`OU=contract ...${contract.contractId.slice(-3)}\nCN=Sato`);
    expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(
      answer.certificate?.thumbprint,
    );
    // And as from five minutes before, for a person's clock that is slow.
    const valid = certificate.validToDate.getTime() - certificate.validFromDate.getTime();
    expect(valid).toBe(365 * day + 5 * 60_000);
    const issuer = new X509Certificate(answer.chain?.[0] ?? '');
    expect(certificate.verify(issuer.publicKey)).toBe(true);
    expect(certificate.publicKey.export({ type: 'spki', format: 'der' })).toEqual(
      Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey)),
    );
  });

  it('a code gives one certificate: the same request again gets the same, whose answer was lost, another gets nothing', async () => {
    const code = await grantToUser(contract, 'Sato');
    const pem = await fresh();
    const first = await request(code, pem);
    expect(first.certificate?.thumbprint).toBeDefined();
    expect((await request(code, pem)).certificate?.thumbprint).toBe(first.certificate?.thumbprint);
    expect(await request(code, await fresh())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of twenty that come at once with one code one gets a certificate', async () => {
    const code = await grantToUser(contract, 'Sato');
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => request(code, await fresh())),
    );
    const issued = answers.filter(({ __typename }) => __typename === 'CertificateIssued');
    expect(issued).toHaveLength(1);
  });

  it('whoever asks again before the answer came gets the same certificate, however often at once', async () => {
    const code = await grantToUser(contract, 'Sato');
    const pem = await fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => request(code, pem)));
    expect(new Set(answers.map(({ certificate }) => certificate?.thumbprint)).size).toBe(1);
    expect(answers[0]?.certificate).toBeDefined();
  });

  it('people may type it in small letters, with blanks, and take 1 for l and 0 for O', async () => {
    const code = await grantToUser(contract, 'Sato');
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')} `;
    expect(await request(typed, await fresh())).toMatchObject({ __typename: 'CertificateIssued' });
  });

  it('a new code ends the one before it', async () => {
    const old = await grantToUser(contract, 'Sato');
    const code = await grantToUser(contract, 'Sato');
    expect(await request(old, await fresh())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await request(code, await fresh())).toMatchObject({ __typename: 'CertificateIssued' });
  });

  it('a code is good for 80 days, to the second', async () => {
    const code = await grantToUser(contract, 'Sato');
    const another = await grantToUser(contract, 'Suzuki');
    clock = 80 * day - 60_000;
    expect(await request(code, await fresh())).toMatchObject({ __typename: 'CertificateIssued' });
    clock = 80 * day + 1000;
    expect(await request(another, await fresh())).toMatchObject({ code: 'NOT_FOUND' });
    clock = 0;
  });

  it('unknown, used, over and of a user who was removed: one answer, from which a stranger learns nothing', async () => {
    const other = await seedContract(server.url, ground);
    await seedUser(other, 'Kato');
    const code = await grantToUser(other, 'Kato');
    await ask(other.administrator, 'removeUser', { userId: 'Kato', ...confirmed });
    const used = await grantToUser(contract, 'Sato');
    await request(used, await fresh());
    const invented = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345';
    const answers = await Promise.all(
      [code, used, invented].map(async (each) => request(each, await fresh())),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('the desk’s is the administrator’s, also before registration; the administrator’s are their users’', async () => {
    const opened = await openContract(server.url, ground);
    const code = await grantToAdministrator(connect(server.url), ground, opened.contractId);
    const { pem } = await fetchCertificate(connect(server.url), code);
    expect(new X509Certificate(pem).subject).toContain('CN=administrator');
    const desk = bank(server.url, ground, ['desk']);
    expect(
      await ask(desk, 'grantCertificate', { contractId: opened.contractId, userId: 'Sato' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(contract.administrator, 'grantCertificate', confirmed)).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ path: 'userId', code: 'REQUIRED' }],
    });
    expect(
      await ask(contract.administrator, 'grantCertificate', { userId: 'Nobody', ...confirmed }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a wrong confirmation PIN gives out nothing, and counts', async () => {
    expect(
      await ask(contract.administrator, 'grantCertificate', {
        userId: 'Sato',
        confirmationPin: pins.wrong,
      }),
    ).toMatchObject({ __typename: 'WrongPin', attemptsLeft: 6 });
  });
});

describe('A stranger’s text keeps nobody waiting', () => {
  it('a header that no pattern comes to the end of is answered at once, with a code and without', async () => {
    const code = await grantToUser(contract, 'Sato');
    const endless = `-----BEGIN CERTIFICATE REQUEST-----\n${'a: b\n b'.repeat(1300)}`;
    const answers = [await request(code, endless), await request(code.replace(/^./, '0'), endless)];
    expect(answers.map((answer) => answer.code)).toEqual(['INVALID_INPUT', 'NOT_FOUND']);
  });

  it('twenty requests in one operation are refused as a whole', async () => {
    const fields = Array.from(
      { length: 20 },
      (_, each) => `a${each}: requestCertificate(input: $input) { __typename }`,
    );
    const { status, body } = await connect(server.url).raw(
      `mutation ($input: RequestCertificateInput!) { ${fields.join(' ')} }`,
      { input: { retrievalCode: 'A', certificateRequest: 'B' } },
    );
    expect([status, body.includes('OPERATION_TOO_LARGE')]).toEqual([400, true]);
  });

  it('what they tried with a spent code is not written as the deed of its person', async () => {
    const sql = asSuperuser(ground);
    const code = await grantToUser(contract, 'Sato');
    await request(code, (await signingRequest('CN=Suzuki')).pem);
    const [row] = await sql<{ kind: string }[]>`
      select actor ->> 'kind' as kind from history_entries
      where contract_id = ${contract.contractId} and operation = 'requestCertificate'
      order by number desc limit 1`;
    await sql.end();
    expect(row).toEqual({ kind: 'STRANGER' });
  });
});

describe('A signing request that is wrong is refused with its reason, and costs the code nothing', () => {
  it('each with its own', async () => {
    const code = await grantToUser(contract, 'Sato');
    const good = await signingRequest();
    const broken = brokenSignature(good.pem);
    const cases: readonly (readonly [string, string])[] = [
      ['', 'REQUIRED'],
      ['not a request', 'NOT_A_SIGNING_REQUEST'],
      [
        '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----',
        'NOT_A_SIGNING_REQUEST',
      ],
      [good.pem.replaceAll('CERTIFICATE REQUEST', 'CERTIFICATE'), 'NOT_A_SIGNING_REQUEST'],
      [(await signingRequest('', 'WEAK_RSA')).pem, 'WEAK_KEY'],
      [(await signingRequest('', 'SHA1')).pem, 'WEAK_KEY'],
      [(await signingRequest('', 'ED25519')).pem, 'WEAK_KEY'],
      [broken, 'BROKEN_SIGNATURE'],
      [(await signingRequest('CN=Suzuki')).pem, 'ANOTHER_SUBJECT'],
      [(await signingRequest('CN=Sato, CN=administrator')).pem, 'ANOTHER_SUBJECT'],
    ];
    for (const [pem, problem] of cases) {
      expect([problem, await request(code, pem)]).toMatchObject([
        problem,
        { problems: [{ path: 'certificateRequest', code: problem }] },
      ]);
    }
    expect(await request(code, (await signingRequest('CN=SATO')).pem)).toMatchObject({
      __typename: 'CertificateIssued',
    });
  });

  it('a code that isn’t written as one is told apart from one that is not known', async () => {
    expect(await request('ABCD', await fresh())).toMatchObject({
      problems: [{ path: 'retrievalCode', code: 'NOT_A_RETRIEVAL_CODE' }],
    });
  });

  it('RSA from 2,048 bits is good', async () => {
    const code = await grantToUser(contract, 'Sato');
    const { pem } = await signingRequest('', 'RSA');
    expect(await request(code, pem)).toMatchObject({ __typename: 'CertificateIssued' });
  });
});

describe('R12: whoever is no longer who they were keeps no certificate', () => {
  const statuses = async (client = contract.administrator) => {
    const { contract: found } = await client.send<{
      contract: { certificates: readonly { thumbprint: string; status: string }[] };
    }>('{ contract { certificates { thumbprint status } } }');
    return Object.fromEntries(
      found.certificates.map(({ thumbprint, status }) => [thumbprint, status]),
    );
  };

  it('a user who is removed: revoked, with their code', async () => {
    await seedUser(contract, 'Mori');
    const { thumbprint } = await certifyUser(contract, 'Mori');
    const code = await grantToUser(contract, 'Mori');
    const sql = asSuperuser(ground);
    const { entries } = await told(sql, contract.contractId, () =>
      ask(contract.administrator, 'removeUser', { userId: 'Mori', ...confirmed }),
    );
    await sql.end();
    expect(entries.map(({ event }) => event['type'])).toEqual([
      'USER_REMOVED',
      'CERTIFICATE_REVOKED',
    ]);
    expect((await statuses())[thumbprint]).toBe('REVOKED');
    expect(await request(code, await fresh())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('the administrator’s, when somebody else becomes it; one who only forgot a PIN keeps theirs', async () => {
    const company = await seedContract(server.url, ground);
    const { thumbprint } = await certifyAdministrator(ground, company);
    const desk = bank(server.url, ground, ['desk']);
    const read = bank(server.url, ground, ['read']);
    const certificates = async () => {
      const { contract: found } = await read.send<{
        contract: { certificates: readonly { thumbprint: string; status: string }[] };
      }>(
        'query ($id: ContractId!) { contract(contractId: $id) { certificates { thumbprint status } } }',
        { id: company.contractId },
      );
      return found.certificates;
    };
    await ask(desk, 'resetAdministrator', { contractId: company.contractId });
    expect(await certificates()).toEqual([{ thumbprint, status: 'VALID' }]);
    await ask(desk, 'resetAdministrator', {
      contractId: company.contractId,
      administratorName: 'Somebody Else',
    });
    expect(await certificates()).toEqual([{ thumbprint, status: 'REVOKED' }]);
  });
});

/** The last byte of the signature is another. */
function brokenSignature(pem: string): string {
  const lines = pem.trim().split('\n');
  const der = Buffer.from(lines.slice(1, -1).join(''), 'base64');
  der.writeUInt8(der.readUInt8(der.length - 1) ^ 1, der.length - 1);
  return [lines[0], der.toString('base64'), lines.at(-1)].join('\n');
}
