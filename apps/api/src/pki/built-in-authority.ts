// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { randomBytes, type KeyObject, webcrypto } from 'node:crypto';

import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';

import type { CertificateSubject } from '@monban/domain/certificate';
import { after, type Instant } from '@monban/domain/instant';

import { type AuthorityKey, type AuthorityPlace, loadAuthority } from './authority-file.ts';
import type { SigningRequest } from './signing-request.ts';

/** What the built-in authority puts its name to. */
export interface CertificateOrder {
  readonly request: SigningRequest;
  /** Whose it is; the subject that a request names is not copied. */
  readonly subject: CertificateSubject;
  readonly from: Instant;
  readonly until: Instant;
}

export interface IssuedCertificate {
  readonly der: Buffer;
  readonly issuer: string;
  /** Lower-case hex. */
  readonly serial: string;
}

/** A revoked certificate, as its list names it. */
export interface RevokedCertificate {
  readonly serial: string;
  readonly revokedAt: Instant;
}

/** The authority that issues certificates for a bank that has none (R12). All of it throws while its key can't be read. */
export interface BuiltInAuthority {
  /** Its own certificate's DER. */
  certificate(): Promise<Buffer>;
  issue(order: CertificateOrder): Promise<IssuedCertificate>;
  /** RFC 5280, DER: what it takes back. */
  revocationList(revoked: readonly RevokedCertificate[], now: Instant): Promise<Buffer>;
}

/** How long a list is good: whoever trusts it asks again before. */
const listHours = 24;
const secondsAnHour = 3600;
/** Where its list is published. */
export const listPath = '/pki/crl';
const crlNumber = '2.5.29.20';

/**
 * Null: none is set. Its key is read when it is first asked for, and again as long as it can't be.
 * @param origin under which everybody reaches this server, and so its list; null: certificates don't say where it is
 */
export function openBuiltInAuthority(
  place: AuthorityPlace | null,
  origin: string | null,
): BuiltInAuthority | null {
  if (place === null) return null;
  let opened: Promise<Opened> | null = null;
  const open = async (): Promise<Opened> => {
    opened ??= loadAuthority(place).then(openKey);
    try {
      return await opened;
    } catch (fault) {
      opened = null;
      throw fault;
    }
  };
  return {
    certificate: async () => Buffer.from((await open()).certificate.rawData),
    issue: async (order) => issueWith(await open(), order, origin),
    revocationList: async (revoked, now) => listWith(await open(), revoked, now),
  };
}

interface Opened {
  readonly certificate: X509Certificate;
  readonly signingKey: webcrypto.CryptoKey;
  readonly algorithm: { readonly name: string; readonly hash: string };
}

async function openKey({ key, certificate }: AuthorityKey): Promise<Opened> {
  const algorithm = algorithmOf(key);
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
  const signingKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  return { certificate: new X509Certificate(certificate.raw), signingKey, algorithm };
}

const webCurves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Only strong keys get here (`isStrongKey`). */
function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  if (asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const namedCurve = webCurves[asymmetricKeyDetails?.namedCurve ?? ''] ?? '';
  return { name: 'ECDSA', hash: namedCurve === 'P-256' ? 'SHA-256' : 'SHA-384', namedCurve };
}

async function issueWith(
  { certificate: authority, signingKey, algorithm }: Opened,
  { request: { request }, subject, from, until }: CertificateOrder,
  origin: string | null,
): Promise<IssuedCertificate> {
  // 20 octets at most, positive, of which 120 bits are drawn (RFC 5280, 4.1.2.2).
  const serial = `40${randomBytes(15).toString('hex')}`;
  const issued = await X509CertificateGenerator.create({
    serialNumber: serial,
    subject: [{ OU: [subject.unit] }, { CN: [subject.commonName] }],
    issuer: authority.subjectName,
    notBefore: new Date(from),
    notAfter: new Date(until),
    publicKey: request.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      await SubjectKeyIdentifierExtension.create(request.publicKey),
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
      ...(origin === null ? [] : [new CRLDistributionPointsExtension([`${origin}${listPath}`])]),
    ],
  });
  return { der: Buffer.from(issued.rawData), issuer: authority.subject, serial };
}

async function listWith(
  { certificate: authority, signingKey, algorithm }: Opened,
  revoked: readonly RevokedCertificate[],
  now: Instant,
): Promise<Buffer> {
  const list = await X509CrlGenerator.create({
    issuer: authority.subjectName,
    thisUpdate: new Date(now),
    nextUpdate: new Date(after(now, listHours * secondsAnHour)),
    signingKey,
    signingAlgorithm: algorithm,
    entries: revoked.map(({ serial, revokedAt }) => ({
      serialNumber: serial,
      revocationDate: new Date(revokedAt),
    })),
    extensions: [
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
      // Raised with every list, since time is.
      new Extension(crlNumber, false, derInteger(BigInt(now))),
    ],
  });
  return Buffer.from(list.rawData);
}

/** A positive INTEGER in DER. */
function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  // A leading zero keeps the sign bit clear.
  const bytes = Buffer.from(`00${hex.length % 2 === 0 ? '' : '0'}${hex}`, 'hex');
  const [, second = 0] = bytes;
  const shortest = second < 0x80 ? bytes.subarray(1) : bytes;
  return Buffer.concat([Buffer.from([0x02, shortest.length]), shortest]);
}
