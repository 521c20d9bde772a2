import { afterAll, beforeAll, expect, it } from 'vitest';

import { makeAuthority, selfSigned, type TestAuthority } from '../harness/certificates.ts';
import {
  type Certified,
  certifyUser,
  comingWith,
  requireCertificates,
} from '../harness/certified.ts';
import { type Client, connect } from '../harness/client.ts';
import { figure } from '../harness/figure.ts';
import {
  clerkClaims,
  type IdentityProvider,
  newKey,
  signToken,
  startIdentityProvider,
} from '../harness/identity-provider.ts';
import { bank, logOnUser, pins, seedContract, seedUser } from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';
import { type Connection, sendOver } from '../harness/tls-client.ts';
import { placeTls, type PlacedTls } from '../harness/tls-files.ts';

let provider: IdentityProvider;
let ground: Ground;
let files: PlacedTls;
/** Where we are the trusted proxy, and where there is none and TLS. */
let behindProxy: OwnServer;
let secure: OwnServer;
let contractId: string;
let own: Certified;
let others: Certified;
let revoked: Certified;
let authority: TestAuthority;

beforeAll(async () => {
  ground = await layGround();
  authority = await makeAuthority();
  files = placeTls(await authority.issue('banking', { hosts: ['127.0.0.1'] }));
  const start = (env: Readonly<Record<string, string>>): Promise<OwnServer> =>
    startHere({ ...ground, env: { ...ground.env, ...env } });
  behindProxy = await start({
    TRUSTED_PROXY: '127.0.0.1',
    MONBAN_ORIGIN: 'https://banking.example',
  });
  secure = await start(files.env);
  const contract = await seedContract(behindProxy.url, ground);
  await seedUser(contract, 'Sato');
  await seedUser(contract, 'Suzuki');
  ({ contractId } = contract);
  revoked = await certifyUser(contract, 'Sato');
  own = await certifyUser(contract, 'Sato');
  others = await certifyUser(contract, 'Suzuki');
  const desk = bank(behindProxy.url, ground, ['desk']);
  await desk.send(
    'mutation ($input: RevokeCertificateInput!) { revokeCertificate(input: $input) { __typename } }',
    { input: { contractId, thumbprint: revoked.thumbprint } },
  );
  await requireCertificates(desk, contractId);
});
afterAll(async () => {
  await Promise.all([behindProxy.close(), secure.close()]);
  await ground.clear();
  files.clear();
});

const overTls = (
  connection: Connection = {},
  headers: Readonly<Record<string, string>> = {},
): Client => connect(secure.url, headers, sendOver({ ca: authority.pem, ...connection }));
const throughProxy = (headers: Readonly<Record<string, string>> = {}): Client =>
  connect(behindProxy.url, headers);

/** A certificate of ours as the TLS client takes it. */
const showing = ({ pem, keyPem }: Pick<Certified, 'pem' | 'keyPem'>): Connection => ({
  certificate: { pem, keyPem },
});

/** Which of these get in with the right PIN, and which with a stolen cookie. */
async function whoGetsIn(variants: Readonly<Record<string, Client>>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, client] of Object.entries(variants)) {
    const { __typename } = await logOnUser(client, contractId, 'Sato', pins.user);
    if (__typename === 'LoggedOn') found.push(name);
  }
  return found;
}

it('A16: right PINs get in with the one true certificate, on the TLS connection or from the trusted proxy, and with 17 others nowhere', async () => {
  const self = await selfSigned('Sato');
  const namesake = await authority.issue('Sato');
  const header = comingWith(own.pem);
  const variants = {
    'TLS: the true one': overTls(showing(own)),
    'TLS: none': overTls(),
    'TLS: none, the true one in a header': overTls({}, header),
    'TLS: another’s': overTls(showing(others)),
    'TLS: another’s, the true one in a header': overTls(showing(others), header),
    'TLS: revoked': overTls(showing(revoked)),
    'TLS: of the same name, signed by itself': overTls(showing(self)),
    'TLS: of the same name, by another authority': overTls(showing(namesake)),
    'TLS: the true one in X-SSL-Client-Cert': overTls(
      {},
      {
        'x-ssl-client-cert': encodeURIComponent(own.pem),
      },
    ),
    'proxy: the true one': throughProxy(header),
    'proxy: none': throughProxy(),
    'proxy: another’s': throughProxy(comingWith(others.pem)),
    'proxy: revoked': throughProxy(comingWith(revoked.pem)),
    'proxy: of the same name': throughProxy(comingWith(namesake.pem)),
    'proxy: the true one in Client-Cert-Chain': throughProxy({
      'client-cert-chain': header['client-cert'] ?? '',
    }),
    'proxy: the true one in X-Forwarded-Client-Cert': throughProxy({
      'x-forwarded-client-cert': `Hash=${own.thumbprint}`,
    }),
    'proxy: its hash in place of it': throughProxy({ 'client-cert': own.thumbprint }),
    'proxy: the true one twice': throughProxy({
      'client-cert': `${header['client-cert'] ?? ''}, ${header['client-cert'] ?? ''}`,
    }),
    'proxy: the true one as PEM': throughProxy({ 'client-cert': own.pem.replaceAll('\n', ' ') }),
  };
  const found: string[] = [];
  for (const [name, client] of Object.entries(variants)) {
    const came = await whoGetsIn({ [name]: client }).catch(() => []);
    found.push(...came);
  }
  figure(
    'A16',
    `a logon's certificate: ${Object.keys(variants).length} variants, ${found.length} accepted`,
  );
  expect(found).toEqual(['TLS: the true one', 'proxy: the true one']);
});

it('A16: a session’s cookie is worth nothing beside another certificate, whichever way it comes', async () => {
  const client = overTls(showing(own));
  await logOnUser(client, contractId, 'Sato');
  const cookie = { cookie: client.cookie ?? '' };
  const header = comingWith(own.pem);
  const variants = {
    'the true one': overTls(showing(own), cookie),
    none: overTls({}, cookie),
    'another’s': overTls(showing(others), cookie),
    'another’s, the true one in a header': overTls(showing(others), { ...cookie, ...header }),
    'none, the true one in a header': overTls({}, { ...cookie, ...header }),
  };
  const found: string[] = [];
  for (const [name, each] of Object.entries(variants)) {
    const answer = await each.raw('{ contract { version } }');
    if (answer.body.includes('version')) found.push(name);
  }
  figure(
    'A16',
    `a session's certificate: ${Object.keys(variants).length} variants, ${found.length} accepted`,
  );
  expect(found).toEqual(['the true one']);
});

it('A16: a bank system passes its user’s certificate on only beside a token bound to its own, over a connection made with that', async () => {
  const key = newKey('first');
  provider = await startIdentityProvider([key]);
  const system = await authority.issue('core-banking');
  const bankServer = await startHere({
    ...ground,
    env: { ...ground.env, ...provider.env, ...files.env },
  });
  const claims = { ...clerkClaims(), scope: 'transactions' };
  const bound = await signToken(key, { ...claims, cnf: { 'x5t#S256': system.confirmation } });
  const unbound = await signToken(key, claims);
  const header = comingWith(own.pem);
  const at = (token: string, connection: Connection, more: Readonly<Record<string, string>> = {}) =>
    connect(
      bankServer.url,
      { authorization: `Bearer ${token}`, ...more },
      sendOver({ ca: authority.pem, ...connection }),
    );
  const variants = {
    'bound, passed on': at(bound, { certificate: system }, header),
    'bound, nothing passed on': at(bound, { certificate: system }),
    'bound, another’s passed on': at(bound, { certificate: system }, comingWith(others.pem)),
    'unbound, passed on': at(unbound, { certificate: system }, header),
    'unbound, passed on without a connection’s own': at(unbound, {}, header),
    'unbound, the user’s on the connection': at(unbound, showing(own)),
  };
  const found = await whoGetsIn(variants);
  await bankServer.close();
  await provider.close();
  figure(
    'A16',
    `passed on by a bank system: ${Object.keys(variants).length} variants, ${found.length} accepted`,
  );
  expect(found).toEqual(['bound, passed on']);
});
