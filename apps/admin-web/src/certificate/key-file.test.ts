import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { Integer, PrintableString } from 'asn1js';
import { AttributeTypeAndValue, Certificate, CertificationRequest, PFX } from 'pkijs';
import { beforeAll, expect, test } from 'vitest';
import { iterations, makeKey, makeKeyFile, type MadeKey } from './key-file.ts';
import { derOf, pemText } from './pem.ts';

const passphrase = 'river-stone-42';
let made: MadeKey;
let certificate: string;
let issuer: string;
let file: Buffer<ArrayBuffer>;

beforeAll(async () => {
  made = await makeKey();
  const request = requestOf(made);
  const authority = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const own = new Certificate();
  await own.subjectPublicKeyInfo.importKey(authority.publicKey);
  issuer = await signed(own, 'Authority', authority.privateKey);
  const theirs = new Certificate();
  theirs.subjectPublicKeyInfo = request.subjectPublicKeyInfo;
  certificate = await signed(theirs, 'Sato', authority.privateKey);
  file = Buffer.from(
    await makeKeyFile({
      privateKey: made.privateKey,
      certificate,
      chain: [issuer],
      friendlyName: 'Monban Sato',
      passphrase,
    }),
  );
});

test('A request names nobody, asks for nothing, and proves that whoever sends it has the key (R12)', async () => {
  const request = requestOf(made);
  expect(await request.verify()).toBe(true);
  // RFC 2986: version, an empty name, the key, no attributes. DER, so that its length says there is no more.
  const info = derOf('CERTIFICATE REQUEST', made.request).subarray(3);
  expect([...info.subarray(0, 7)]).toEqual([0x30, 2 + 3 + 91 + 2, 0x02, 1, 0, 0x30, 0]);
  expect([...info.subarray(2 + 3 + 2 + 91, 2 + 3 + 2 + 91 + 2)]).toEqual([0xa0, 0]);
});

test('OpenSSL opens the file with its passphrase alone, and finds the key that fits the certificate (R12)', () => {
  // OpenSSL checks that key and certificate belong together.
  createSecureContext({ pfx: file, passphrase });
  expect(() => createSecureContext({ pfx: file, passphrase: 'another-one' })).toThrow(/mac verify/);
  expect(() => createSecureContext({ pfx: file })).toThrow(/mac verify/);
});

test('The file holds the key encrypted, its certificate, and that of who issued it, under one name (R12)', async () => {
  const read = PFX.fromBER(file);
  const password = new TextEncoder().encode(passphrase).buffer;
  await read.parseInternalValues({ password, checkIntegrity: true });
  const safe = read.parsedValue?.authenticatedSafe;
  await safe?.parseInternalValues({ safeContents: [{ password }, { password }] });
  const contents: readonly { readonly value: { readonly safeBags: readonly Bag[] } }[] =
    safe?.parsedValue.safeContents ?? [];
  const [keys, certificates] = contents.map(({ value }) => value.safeBags);
  expect(keys).toHaveLength(1);
  expect(certificates).toHaveLength(2);
  const named = [...(keys ?? []), ...(certificates ?? [])].map(({ bagAttributes }) =>
    bagAttributes?.some(({ values }) => values[0]?.valueBlock.value === 'Monban Sato'),
  );
  expect(named).toEqual([true, true, undefined]);

  const text = file.toString('latin1');
  const { d = '' } = await crypto.subtle.exportKey('jwk', made.privateKey);
  const secret = Buffer.from(d, 'base64url');
  expect(secret).toHaveLength(32);
  expect(text).not.toContain(secret.toString('latin1'));
  expect(text).not.toContain(new X509Certificate(certificate).raw.toString('latin1'));
});

test('Each passphrase that somebody tries costs as many rounds, whichever part of the file they try it on', () => {
  const rounds = Buffer.from(new Integer({ value: iterations }).toBER()).toString('latin1');
  // Key, certificates, and what is stamped over both.
  expect(file.toString('latin1').split(rounds)).toHaveLength(1 + 3);
  expect(iterations).toBeGreaterThanOrEqual(100_000);
});

interface Bag {
  readonly bagAttributes?: readonly {
    readonly values: readonly { readonly valueBlock: { readonly value?: unknown } }[];
  }[];
}

function requestOf({ request }: MadeKey): CertificationRequest {
  return CertificationRequest.fromBER(derOf('CERTIFICATE REQUEST', request));
}

async function signed(
  unsigned: Certificate,
  subject: string,
  authority: CryptoKey,
): Promise<string> {
  const day = 86_400_000;
  unsigned.serialNumber = new Integer({ value: 5 });
  unsigned.notBefore.value = new Date();
  unsigned.notAfter.value = new Date(Date.now() + day);
  unsigned.subject.typesAndValues.push(commonName(subject));
  unsigned.issuer.typesAndValues.push(commonName('Authority'));
  await unsigned.sign(authority, 'SHA-256');
  return pemText('CERTIFICATE', unsigned.toSchema(true).toBER());
}

function commonName(value: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value }) });
}
