import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  type Certified,
  certifyAdministrator,
  certifyUser,
  requireCertificates,
  trustsProxy,
} from './harness/certified.ts';
import { signingRequest } from './harness/certificates.ts';
import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import {
  ask,
  bank,
  challenge,
  logOnAdministrator,
  logOnUser,
  pins,
  readCard,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const day = 86_400_000;

let ground: Ground;
let server: OwnServer;
let clock = 0;
let contract: SeededContract;
let sato: Certified;

beforeAll(async () => {
  ground = await layGround(trustsProxy);
  server = await startHere(ground, { now: () => Date.now() + clock });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

const desk = () => bank(server.url, ground, ['desk']);
const stranger = (headers: Readonly<Record<string, string>> = {}) => connect(server.url, headers);
const own = '{ contract { version } }';
const unauthenticated = { code: 'UNAUTHENTICATED' };

beforeEach(async () => {
  clock = 0;
  contract = await seedContract(server.url, ground);
  await seedUser(contract, 'Sato');
  await seedUser(contract, 'Suzuki');
  sato = await certifyUser(contract, 'Sato');
});

/** Sato, logged on with their certificate in a contract that asks for it. */
async function satoInside(): Promise<Client> {
  await requireCertificates(desk(), contract.contractId);
  const client = stranger(sato.headers);
  expect(await logOnUser(client, contract.contractId, 'Sato')).toMatchObject({
    __typename: 'LoggedOn',
  });
  return client;
}

/** Wrong entries that stand in the database, over all people of the contract. */
async function counted(): Promise<number> {
  const sql = asSuperuser(ground);
  const [row] = await sql<{ sum: number }[]>`
    select sum(wrong_logon + wrong_one_time_password + wrong_confirmation)::int as sum
    from persons where contract_id = ${contract.contractId}`;
  await sql.end();
  return row?.sum ?? -1;
}

/** The true reasons of what was refused, as the history has them, the newest first. */
async function reasons(): Promise<readonly unknown[]> {
  const sql = asSuperuser(ground);
  const rows = await sql<{ because: string }[]>`
    select event ->> 'because' as because from history_entries
    where contract_id = ${contract.contractId} and event ->> 'type' = 'ATTEMPT_REFUSED'
    order by number desc`;
  await sql.end();
  return rows.map(({ because }) => because);
}

describe('R12: a contract that asks for certificates', () => {
  it('lets its people in with PIN and their own certificate, the administrator with the card as well', async () => {
    const administrator = await certifyAdministrator(ground, contract);
    await satoInside();
    const client = stranger(administrator.headers);
    expect(await logOnAdministrator(client, contract)).toMatchObject({ __typename: 'LoggedOn' });
    expect(
      await client.send(
        '{ viewer { ... on Administrator { session { certificateThumbprint } } } }',
      ),
    ).toEqual({
      viewer: { session: { certificateThumbprint: administrator.thumbprint } },
    });
  });

  it('refuses right PINs without one, with somebody else’s, or one that nobody knows, all alike; the history says which', async () => {
    const suzuki = await certifyUser(contract, 'Suzuki');
    const elsewhere = await seedContract(server.url, ground);
    await seedUser(elsewhere, 'Sato');
    const foreign = await certifyUser(elsewhere, 'Sato');
    await requireCertificates(desk(), contract.contractId);
    const bodies = [];
    for (const headers of [{}, suzuki.headers, foreign.headers]) {
      const answer = await logOnUser(stranger(headers), contract.contractId, 'Sato');
      bodies.push(JSON.stringify(answer));
    }
    const unknown = await logOnUser(stranger(sato.headers), contract.contractId, 'Nobody');
    expect(new Set([...bodies, JSON.stringify(unknown)]).size).toBe(1);
    expect(unknown).toMatchObject({ code: 'LOGON_REFUSED' });
    expect(new Set(await reasons())).toEqual(
      new Set(['NO_CERTIFICATE', 'WRONG_CERTIFICATE', 'UNKNOWN_USER']),
    );
  });

  it('counts wrong entries of whoever comes with the certificate, and of nobody else', async () => {
    await requireCertificates(desk(), contract.contractId);
    for (let each = 0; each < 9; each += 1)
      await logOnUser(stranger(), contract.contractId, 'Sato', pins.wrong);
    expect(await counted()).toBe(0);
    await logOnUser(stranger(sato.headers), contract.contractId, 'Sato', pins.wrong);
    expect(await counted()).toBe(1);
  });

  it('is refused an expired certificate, to the second', async () => {
    await requireCertificates(desk(), contract.contractId);
    clock = 365 * day - 60_000;
    expect(await logOnUser(stranger(sato.headers), contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    clock = 365 * day + 1000;
    expect(await logOnUser(stranger(sato.headers), contract.contractId, 'Sato')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    expect((await reasons())[0]).toBe('CERTIFICATE_EXPIRED');
  });

  it('shows the same cells to whoever has no certificate: that one is needed can’t be seen from them', async () => {
    const cells = async (client: Client) =>
      JSON.stringify(
        await client.send(
          'query ($id: ContractId!) { cardChallenge(contractId: $id) { id cells { column row } } }',
          { id: contract.contractId },
        ),
      );
    const administrator = await certifyAdministrator(ground, contract);
    const before = await cells(stranger());
    await requireCertificates(desk(), contract.contractId);
    expect(await cells(stranger())).toBe(before);
    expect(await cells(stranger(administrator.headers))).toBe(before);
  });
});

describe('R12: every request of a session comes with its certificate', () => {
  it('a stolen cookie is worth nothing without it, or with another', async () => {
    const suzuki = await certifyUser(contract, 'Suzuki');
    const client = await satoInside();
    expect(await client.send(own)).toBeDefined();
    const cookie = { cookie: client.cookie ?? '' };
    for (const headers of [cookie, { ...cookie, ...suzuki.headers }])
      await expect(stranger(headers).send(own)).rejects.toMatchObject(unauthenticated);
    expect(await stranger({ ...cookie, ...sato.headers }).send(own)).toBeDefined();
  });

  it('A12: whoever’s certificate is revoked, by themselves, the administrator or the desk, is out with the next request', async () => {
    const by: Readonly<
      Record<string, (client: Client, certificate: Certified) => Promise<unknown>>
    > = {
      themselves: (client, { thumbprint }) =>
        ask(client, 'revokeCertificate', { thumbprint, confirmationPin: pins.userConfirmation }),
      desk: (_client, { thumbprint }) =>
        ask(desk(), 'revokeCertificate', { contractId: contract.contractId, thumbprint }),
    };
    let certificate = sato;
    for (const revoke of Object.values(by)) {
      const client = stranger(certificate.headers);
      await requireCertificates(desk(), contract.contractId);
      await logOnUser(client, contract.contractId, 'Sato');
      expect(await revoke(client, certificate)).toMatchObject({
        __typename: 'CertificateRevoked',
        certificate: { status: 'REVOKED' },
      });
      await expect(client.send(own)).rejects.toMatchObject(unauthenticated);
      expect(await logOnUser(client, contract.contractId, 'Sato')).toMatchObject({
        code: 'LOGON_REFUSED',
      });
      expect((await reasons())[0]).toBe('CERTIFICATE_REVOKED');
      await ask(desk(), 'setAuthenticationMethod', {
        contractId: contract.contractId,
        authenticationMethod: 'ID_PIN',
      });
      await logOnAdministrator(contract.administrator, contract);
      certificate = await certifyUser(contract, 'Sato');
    }
  });

  it('A12: also a session that began with a registration, whatever sessions were there before', async () => {
    const first = await certifyAdministrator(ground, contract);
    await requireCertificates(desk(), contract.contractId);
    await logOnAdministrator(stranger(first.headers), contract);
    const reset = await ask(desk(), 'resetAdministrator', {
      contractId: contract.contractId,
      administratorName: 'Somebody Else',
    });
    const successor = await certifyAdministrator(ground, contract);
    const client = stranger(successor.headers);
    const asked = await challenge(client, contract.contractId);
    const registered = await ask(client, 'registerAdministrator', {
      contractId: contract.contractId,
      registrationPin: reset.registrationPin,
      oneTimePassword: readCard(contract.digits, asked),
      contractPin: 'another-river-42',
      contractConfirmationPin: 'another-crane-77',
    });
    expect(registered).toMatchObject({ __typename: 'LoggedOn' });
    expect(await client.send(own)).toBeDefined();
    await ask(desk(), 'revokeCertificate', {
      contractId: contract.contractId,
      thumbprint: successor.thumbprint,
    });
    await expect(client.send(own)).rejects.toMatchObject(unauthenticated);
  });

  it('the administrator revokes any of the contract’s; a user no other’s, and nobody one of another contract', async () => {
    const suzuki = await certifyUser(contract, 'Suzuki');
    const elsewhere = await seedContract(server.url, ground);
    await seedUser(elsewhere, 'Sato');
    const foreign = await certifyUser(elsewhere, 'Sato');
    const user = stranger();
    await logOnUser(user, contract.contractId, 'Sato');
    for (const { thumbprint } of [suzuki, foreign]) {
      expect(
        await ask(user, 'revokeCertificate', {
          thumbprint,
          confirmationPin: pins.userConfirmation,
        }),
      ).toMatchObject({ code: 'NOT_FOUND' });
    }
    const confirmed = { confirmationPin: pins.contractConfirmation };
    const revoke = (thumbprint: string) =>
      ask(contract.administrator, 'revokeCertificate', { thumbprint, ...confirmed });
    expect(await revoke(foreign.thumbprint)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await revoke(suzuki.thumbprint)).toMatchObject({ __typename: 'CertificateRevoked' });
    expect(await revoke(suzuki.thumbprint)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await revoke('not a thumbprint')).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('R12: who needs a certificate', () => {
  it('from a day on, everybody; before it those who have one: their session without it is over', async () => {
    const [user, other] = [stranger(), stranger()];
    await logOnUser(user, contract.contractId, 'Sato');
    await logOnUser(other, contract.contractId, 'Suzuki');
    const from = new Date(Date.now() + 5 * day);
    await requireCertificates(desk(), contract.contractId, from.toISOString());
    await expect(user.send(own)).rejects.toMatchObject(unauthenticated);
    expect(await other.send(own)).toBeDefined();
    expect(await logOnUser(stranger(), contract.contractId, 'Sato')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    expect(await logOnUser(other, contract.contractId, 'Suzuki')).toMatchObject({
      __typename: 'LoggedOn',
    });
    clock = 5 * day - 60_000;
    expect(await logOnUser(other, contract.contractId, 'Suzuki')).toMatchObject({
      __typename: 'LoggedOn',
    });
    clock = 5 * day + 1000;
    await expect(other.send(own)).rejects.toMatchObject(unauthenticated);
    expect(await logOnUser(other, contract.contractId, 'Suzuki')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
  });

  it('before the day the administrator sees who will not get in from it on, and the desk how many have none', async () => {
    const from = new Date(Date.now() + day).toISOString();
    await requireCertificates(desk(), contract.contractId, from);
    const seen = () =>
      desk().send<{
        contract: { peopleWithoutCertificate: number; attention: readonly { kind: string }[] };
      }>(
        `{ contract(contractId: "${contract.contractId}") { peopleWithoutCertificate attention { kind users { userId } } } }`,
      );
    const soon = { kind: 'CERTIFICATE_NEEDED_SOON', users: [{ userId: 'Suzuki' }] };
    const { contract: before } = await seen();
    expect(before.peopleWithoutCertificate).toBe(2);
    expect(before.attention).toEqual(
      expect.arrayContaining([{ kind: 'OWN_CERTIFICATE_NEEDED_SOON', users: [] }, soon]),
    );
    await certifyAdministrator(ground, contract);
    const { contract: after } = await seen();
    expect(after.peopleWithoutCertificate).toBe(1);
    expect(after.attention.filter(({ kind }) => kind.endsWith('NEEDED_SOON'))).toEqual([soon]);
  });

  it('the administrator sees who can’t get in for want of one, and the abilities say so', async () => {
    await requireCertificates(
      desk(),
      contract.contractId,
      new Date(Date.now() + day).toISOString(),
    );
    const administrator = await certifyAdministrator(ground, contract);
    clock = 2 * day;
    const client = stranger(administrator.headers);
    await logOnAdministrator(client, contract);
    const { contract: seen } = await client.send<{
      contract: {
        attention: readonly { kind: string; users: readonly { userId: string }[] }[];
        user: { ability: readonly { reasons: readonly string[] }[] };
      };
    }>(
      '{ contract { attention { kind users { userId } } user(userId: "Suzuki") { ability { reasons } } } }',
    );
    expect(seen.attention).toContainEqual({
      kind: 'NO_CERTIFICATE',
      users: [{ userId: 'Suzuki' }],
    });
    expect(seen.user.ability.every(({ reasons: why }) => why.includes('NO_CERTIFICATE'))).toBe(
      true,
    );
  });
});

describe('R12: the next certificate', () => {
  const renew = async (client: Client, confirmationPin: string = pins.userConfirmation) =>
    ask(client, 'renewCertificate', {
      certificateRequest: (await signingRequest()).pem,
      confirmationPin,
    });

  it('is given from 30 days before the end on to whoever is logged on with the old one, which goes on beside it', async () => {
    await requireCertificates(desk(), contract.contractId);
    clock = 335 * day - 60_000;
    const early = stranger(sato.headers);
    await logOnUser(early, contract.contractId, 'Sato');
    expect(await renew(early)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    clock = 335 * day + 1000;
    const client = stranger(sato.headers);
    await logOnUser(client, contract.contractId, 'Sato');
    expect(await renew(client, pins.wrong)).toMatchObject({ __typename: 'WrongPin' });
    const answer = await renew(client);
    expect(answer).toMatchObject({ __typename: 'CertificateIssued' });
    expect(await client.send(own)).toBeDefined();
    const renewed = stranger({ 'client-cert': headerOf(answer.pem ?? '') });
    expect(await logOnUser(renewed, contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    // Of two that are good, the session is bound to the one it began with.
    await expect(client.send(own)).rejects.toMatchObject(unauthenticated);
  });

  it('is given to nobody who came without one, or whose time is over', async () => {
    const user = stranger();
    await logOnUser(user, contract.contractId, 'Sato');
    expect(await renew(user)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });
});

function headerOf(pem: string): string {
  return `:${pem.replaceAll(/-----.*?-----|\s/g, '')}:`;
}
