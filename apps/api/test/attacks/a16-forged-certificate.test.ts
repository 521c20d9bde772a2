import { afterAll, beforeAll, expect, it } from 'vitest';

import {
  makeAuthority,
  selfSigned,
  type TestAuthority,
  type TestCertificate,
} from '../harness/certificates.ts';
import { connect } from '../harness/client.ts';
import { figure } from '../harness/figure.ts';
import {
  clerkClaims,
  type IdentityProvider,
  newKey,
  signToken,
  startIdentityProvider,
} from '../harness/identity-provider.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';
import { type Connection, type HeaderLines, sendLines, sendOver } from '../harness/tls-client.ts';
import { placeTls, type PlacedTls } from '../harness/tls-files.ts';

const query = 'query { contracts(first: 1) { nodes { contractId } } }';
const proxies = { TRUSTED_PROXY: '127.0.0.1', MONBAN_ORIGIN: 'https://banking.example' };
const elsewhere = { ...proxies, TRUSTED_PROXY: '192.0.2.1' };

let provider: IdentityProvider;
let ground: Ground;
let files: PlacedTls;
/** Where we are the proxy; where the proxy is another machine; where there is TLS, and no proxy either. */
let behindProxy: OwnServer;
let open: OwnServer;
let secure: OwnServer;
let authority: TestAuthority;
/** The bank system's own, which its token is bound to; and those of others. */
let own: TestCertificate;
let renewed: TestCertificate;
let namesake: TestCertificate;
let clerk: TestCertificate;
/** What a thief has: the token, without the key of its certificate. */
let token: string;

beforeAll(async () => {
  const key = newKey('first');
  provider = await startIdentityProvider([key]);
  authority = await makeAuthority('Authority of the bank');
  // Where base64 is padded, four or sixteen spellings mean the same bytes.
  do own = await authority.issue('core-banking');
  while (!own.clientCert.endsWith('=:'));
  renewed = await authority.issue('core-banking', { keyOf: own });
  namesake = await selfSigned('core-banking');
  clerk = await authority.issue('clerk');
  token = await signToken(key, {
    ...clerkClaims(),
    scope: 'read',
    cnf: { 'x5t#S256': own.confirmation },
  });
  files = placeTls(await authority.issue('banking', { hosts: ['127.0.0.1'] }), authority.pem);
  ground = await layGround(provider.env);
  const start = (env: Readonly<Record<string, string>>): Promise<OwnServer> =>
    startHere({ ...ground, env: { ...ground.env, ...env } });
  behindProxy = await start(proxies);
  open = await start(elsewhere);
  secure = await start({ ...elsewhere, ...files.env });
});
afterAll(async () => {
  await Promise.all([behindProxy.close(), open.close(), secure.close()]);
  await ground.clear();
  await provider.close();
  files.clear();
});

/** What comes of the stolen token: `200` where it is believed, else the status. */
async function status(
  at: OwnServer,
  lines: HeaderLines,
  connection: Connection = {},
): Promise<number> {
  const answer = await sendLines(
    `${at.url}/graphql`,
    [['content-type', 'application/json'], ['Authorization', `Bearer ${token}`], ...lines],
    { body: JSON.stringify({ query }) },
    { ca: authority.pem, ...connection },
  );
  const text = await answer.text();
  expect(text.includes('nodes')).toBe(answer.status === 200);
  // Nothing that was sent is repeated.
  for (const [, value] of lines)
    if (value.length > 8) expect(text).not.toContain(value.slice(1, 60));
  return answer.status;
}

/** @param variants headers, each by what is wrong with them */
async function accepted(
  at: OwnServer,
  variants: Readonly<Record<string, HeaderLines>>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, lines] of Object.entries(variants))
    if ((await status(at, lines)) === 200) found.push(name);
  return found;
}

/** Headers in which something else than RFC 9440 hands a certificate on. */
function otherHeaders(): Readonly<Record<string, HeaderLines>> {
  const pem = own.pem.replaceAll('\n', ' ').trim();
  const escaped = encodeURIComponent(own.pem);
  return {
    'Client-Cert-Chain alone': [['Client-Cert-Chain', own.clientCert]],
    'X-SSL-Client-Cert': [['X-SSL-Client-Cert', escaped]],
    'X-Client-Cert': [['X-Client-Cert', own.clientCert]],
    'SSL-Client-Cert': [['SSL-Client-Cert', pem]],
    'X-Forwarded-Client-Cert of Envoy': [
      ['X-Forwarded-Client-Cert', `Hash=${own.thumbprint};Cert="${escaped}"`],
    ],
    'the name with an underscore': [['Client_Cert', own.clientCert]],
    'X-Forwarded-For of the proxy beside it, in Forwarded': [
      ['Forwarded', 'for=192.0.2.1;by=192.0.2.1'],
      ['X-SSL-Client-Cert', escaped],
    ],
  };
}

/** The last letter before the padding has bits that mean nothing. */
function otherSpelling(base64: string): string {
  const body = base64.replace(/=+$/, '');
  const other = String.fromCharCode(body.charCodeAt(body.length - 1) + 1);
  const spelling = `${body.slice(0, -1)}${other}${base64.slice(body.length)}`;
  expect(Buffer.from(spelling, 'base64')).toEqual(Buffer.from(base64, 'base64'));
  return spelling;
}

it('A16: whoever holds a stolen token gets past its binding by no header that a proxy could be made to send', async () => {
  const base64 = own.clientCert.slice(1, -1);
  const body = base64.replace(/=+$/, '');
  const pem = own.pem.replaceAll('\n', ' ').trim();
  const inSequence = (bytes: Buffer): string => `:${bytes.toString('base64')}:`;
  const one = (value: string): HeaderLines => [['Client-Cert', value]];
  const variants: Readonly<Record<string, HeaderLines>> = {
    'the true one': one(own.clientCert),
    none: [],
    'twice the true one': [...one(own.clientCert), ...one(own.clientCert)],
    'the true one behind another': [...one(clerk.clientCert), ...one(own.clientCert)],
    'the true one in front of another': [...one(own.clientCert), ['CLIENT-CERT', clerk.clientCert]],
    'two in one line': one(`${own.clientCert}, ${own.clientCert}`),
    PEM: one(pem),
    'PEM within the byte sequence': one(inSequence(Buffer.from(own.pem))),
    'without colons': one(base64),
    'as a string': one(`"${base64}"`),
    'in base64url': one(`:${own.der.toString('base64url')}:`),
    'with spaces within': one(`:${base64.slice(0, 64)} ${base64.slice(64)}:`),
    'with padding too much': one(`:${body}====:`),
    'with padding in the middle': one(`:${base64.slice(0, 64)}==${base64.slice(64)}:`),
    'in another spelling of the same bytes': one(`:${otherSpelling(base64)}:`),
    'cut off': one(`:${body.slice(0, -1)}:`),
    'with a parameter behind it': one(`${own.clientCert};a=1`),
    'with a byte behind its end': one(inSequence(Buffer.concat([own.der, Buffer.from([0])]))),
    'two certificates in one sequence': one(inSequence(Buffer.concat([own.der, own.der]))),
    'its hash': one(`:${Buffer.from(own.thumbprint, 'hex').toString('base64')}:`),
    empty: one(''),
    'an empty sequence': one('::'),
    'too large': one(`:${'A'.repeat(12_000)}:`),
    giant: one(`:${'A'.repeat(40_000)}:`),
    'another client’s': one(clerk.clientCert),
    'a namesake’s': one(namesake.clientCert),
    'the next one of the same key': one(renewed.clientCert),
    ...otherHeaders(),
  };
  const found = await accepted(behindProxy, variants);
  figure(
    'A16',
    `from the trusted proxy: ${Object.keys(variants).length} variants, ${found.length} accepted`,
  );
  expect(found).toEqual(['the true one']);
});

it('A16: past the proxy nobody is believed, not with the true certificate either', async () => {
  const variants: Readonly<Record<string, HeaderLines>> = {
    'the true one': [['Client-Cert', own.clientCert]],
    'in another spelling': [['cLIENT-cERT', own.clientCert]],
    twice: [
      ['Client-Cert', own.clientCert],
      ['Client-Cert', own.clientCert],
    ],
    'with the proxy’s address': [
      ['Client-Cert', own.clientCert],
      ['X-Forwarded-For', '192.0.2.1'],
      ['X-Real-IP', '192.0.2.1'],
      ['Monban-Client-Address', '192.0.2.1'],
    ],
    ...otherHeaders(),
  };
  const found = await accepted(open, variants);
  figure(
    'A16',
    `from anybody else: ${Object.keys(variants).length} variants, ${found.length} accepted`,
  );
  expect(found).toEqual([]);
});

it('A16: on a TLS connection the certificate is the one whose key was proven there', async () => {
  const header: HeaderLines = [['Client-Cert', own.clientCert]];
  const variants: readonly (readonly [string, HeaderLines, Connection])[] = [
    ['the true one', [], { certificate: own }],
    ['none', [], {}],
    ['none, and the true one in a header', header, {}],
    ['another client’s', [], { certificate: clerk }],
    ['another client’s, and the true one in a header', header, { certificate: clerk }],
    ['a namesake’s, which vouches for itself', [], { certificate: namesake }],
    ['a namesake’s, and the true one in a header', header, { certificate: namesake }],
    ['the next one of the same key', [], { certificate: renewed }],
    ...Object.entries(otherHeaders()).map(
      ([name, lines]) => [name, lines, { certificate: clerk }] as const,
    ),
  ];
  const found: string[] = [];
  for (const [name, lines, connection] of variants)
    if ((await status(secure, lines, connection)) === 200) found.push(name);
  figure('A16', `over TLS: ${variants.length} variants, ${found.length} accepted`);
  expect(found).toEqual(['the true one']);
});

it('RFC 8705: a bank system that shows its certificate works as one without binding does', async () => {
  const authorization = `Bearer ${token}`;
  const system = connect(
    secure.url,
    { authorization },
    sendOver({ ca: authority.pem, certificate: own }),
  );
  expect(await system.send(query)).toEqual({ contracts: { nodes: [] } });
});
