import 'reflect-metadata';

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto';

import { AsnConvert } from '@peculiar/asn1-schema';
import {
  id_ce_deltaCRLIndicator,
  id_ce_issuingDistributionPoint,
  IssuingDistributionPoint,
} from '@peculiar/asn1-x509';
import {
  BasicConstraintsExtension,
  Extension,
  Pkcs10CertificateRequestGenerator,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  X509CrlGenerator,
  X509CrlReason,
} from '@peculiar/x509';

import { pemOf } from '../../src/pki/pem.ts';

/** A certificate with its key, as files and headers have them. */
export interface TestCertificate {
  readonly pem: string;
  readonly keyPem: string;
  readonly der: Buffer;
  /** SHA-256 of the DER: 64 lower-case hex digits. */
  readonly thumbprint: string;
  /** Hex. */
  readonly serial: string;
  /** `cnf.x5t#S256` of a token that is bound to it (RFC 8705). */
  readonly confirmation: string;
  /** How a proxy hands it on (RFC 9440). */
  readonly clientCert: string;
}

export interface CertificateOptions {
  readonly key?: 'EC' | 'RSA';
  /** Whose key it is to have; left out: one of its own. */
  readonly keyOf?: TestCertificate;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** The hosts that it is for; none: a client's. */
  readonly hosts?: readonly string[];
}

export interface ListOptions {
  /** What its issuing distribution point says; left out: it has none. */
  readonly scope?: Partial<IssuingDistributionPoint>;
  /** It says what came since another one. */
  readonly delta?: boolean;
  readonly thisUpdate?: Date;
  /** When it took back what it names; left out: now. */
  readonly revokedAt?: Date;
  /** What it names may come back. */
  readonly onHold?: boolean;
}

/** Somebody who signs certificates. */
export interface TestAuthority extends TestCertificate {
  issue(name: string, options?: CertificateOptions): Promise<TestCertificate>;
  /** A list of what it has taken back, in PEM, for so many milliseconds. */
  revocationList(
    serials: readonly string[],
    milliseconds: number,
    options?: ListOptions,
  ): Promise<string>;
}

const algorithms = {
  EC: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  RSA: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  },
} as const;

/** What nobody should sign requests with. */
const weakAlgorithms = {
  WEAK_RSA: { ...algorithms.RSA, modulusLength: 1024 },
  SHA1: { ...algorithms.RSA, hash: 'SHA-1' },
  ED25519: { name: 'Ed25519' },
} as const;
const requestAlgorithms = { ...algorithms, ...weakAlgorithms };

/** Made here, and not by the openssl command, which a machine may not have. */
export async function makeAuthority(
  name = 'Test authority',
  options: Pick<CertificateOptions, 'key' | 'notAfter'> = {},
): Promise<TestAuthority> {
  const { keys, subject, own } = await prepare(name, options, [
    new BasicConstraintsExtension(true, 0, true),
  ]);
  return {
    ...own(await X509CertificateGenerator.createSelfSigned({ ...subject, keys })),
    revocationList: async (serials, milliseconds, wanted = {}) => {
      const { scope, delta = false, thisUpdate = new Date(), revokedAt = new Date() } = wanted;
      const reason = wanted.onHold ? X509CrlReason.certificateHold : X509CrlReason.keyCompromise;
      const list = await X509CrlGenerator.create({
        issuer: `CN=${name}`,
        thisUpdate,
        nextUpdate: new Date(Date.now() + milliseconds),
        entries: serials.map((serialNumber) => ({
          serialNumber,
          revocationDate: revokedAt,
          reason,
        })),
        signingKey: keys.privateKey,
        signingAlgorithm: subject.signingAlgorithm,
        extensions: [
          ...(scope === undefined
            ? []
            : [
                new Extension(
                  id_ce_issuingDistributionPoint,
                  true,
                  AsnConvert.serialize(new IssuingDistributionPoint(scope)),
                ),
              ]),
          // The number of the list before it.
          ...(delta
            ? [new Extension(id_ce_deltaCRLIndicator, true, Buffer.from('020101', 'hex'))]
            : []),
        ],
      });
      return pemOf('X509 CRL', Buffer.from(list.rawData));
    },
    issue: async (whose, wanted = {}) => {
      const leaf = await prepare(whose, wanted, [new BasicConstraintsExtension(false)]);
      return leaf.own(
        await X509CertificateGenerator.create({
          ...leaf.subject,
          issuer: `CN=${name}`,
          subject: `CN=${whose}`,
          publicKey: leaf.keys.publicKey,
          signingKey: keys.privateKey,
          signingAlgorithm: subject.signingAlgorithm,
        }),
      );
    },
  };
}

/** Under this name browsers and Node have types of their own. */
type KeyPair = Parameters<typeof Pkcs10CertificateRequestGenerator.create>[0]['keys'];

/** A signing request with the key that it was made with. */
export interface TestRequest {
  readonly pem: string;
  readonly keys: KeyPair;
  readonly keyPem: string;
}

/** @param name the subject, in full; `''` names nobody */
export async function signingRequest(
  name = '',
  key: keyof typeof requestAlgorithms = 'EC',
): Promise<TestRequest> {
  const algorithm = requestAlgorithms[key];
  const made = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  // Keys that sign come in pairs.
  const keys = made as KeyPair;
  const request = await Pkcs10CertificateRequestGenerator.create({
    name,
    keys,
    signingAlgorithm: algorithm,
  });
  const keyPem = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { pem: request.toString('pem'), keys, keyPem: String(keyPem) };
}

/** Serial numbers as authorities draw them: hex, in their order. */
export function drawSerials(count: number): readonly string[] {
  return Array.from({ length: count }, () => `40${randomBytes(15).toString('hex')}`).toSorted();
}

/** A certificate that vouches for itself, as RFC 8705 lets bank systems have. */
export async function selfSigned(
  name: string,
  options: CertificateOptions = {},
): Promise<TestCertificate> {
  const { keys, subject, own } = await prepare(name, options, []);
  return own(await X509CertificateGenerator.createSelfSigned({ ...subject, keys }));
}

async function prepare(
  name: string,
  { key = 'EC', keyOf, notBefore, notAfter, hosts = [] }: CertificateOptions,
  extensions: readonly Extension[],
) {
  const algorithm = algorithms[key];
  const keys =
    keyOf === undefined
      ? await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
      : await keysOf(keyOf, algorithm);
  const names = hosts.map((value) => ({
    type: /^[\d.]+$/.test(value) ? ('ip' as const) : ('dns' as const),
    value,
  }));
  const subject = {
    name: `CN=${name}`,
    signingAlgorithm: algorithm,
    ...(notBefore && { notBefore }),
    ...(notAfter && { notAfter }),
    extensions: [
      ...extensions,
      ...(names.length > 0 ? [new SubjectAlternativeNameExtension(names)] : []),
    ],
  };
  const keyPem = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return {
    keys,
    subject,
    own: (made: { readonly rawData: ArrayBuffer; toString(format: 'pem'): string }) =>
      certificateOf(made, String(keyPem)),
  };
}

async function keysOf(
  { keyPem }: TestCertificate,
  algorithm: (typeof algorithms)[keyof typeof algorithms],
) {
  const [pkcs8, spki] = [
    createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'der' }),
    createPublicKey(keyPem).export({ type: 'spki', format: 'der' }),
  ].map((der) => new Uint8Array(der)) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']),
    publicKey: await crypto.subtle.importKey('spki', spki, algorithm, true, ['verify']),
  };
}

function certificateOf(
  made: { readonly rawData: ArrayBuffer; toString(format: 'pem'): string },
  keyPem: string,
): TestCertificate {
  const der = Buffer.from(made.rawData);
  const hash = createHash('sha256').update(der).digest();
  return {
    pem: `${made.toString('pem')}\n`,
    keyPem,
    der,
    thumbprint: hash.toString('hex'),
    serial: new X509Certificate(der).serialNumber.toLowerCase(),
    confirmation: hash.toString('base64url'),
    clientCert: `:${der.toString('base64')}:`,
  };
}
