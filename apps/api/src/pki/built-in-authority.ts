// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { randomBytes, type KeyObject, type webcrypto } from 'node:crypto';

import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

import type { CertificateSubject } from '@monban/domain/certificate-subject';
import type { Instant } from '@monban/domain/instant';

import { type AuthorityKey, type AuthorityPlace, loadAuthority } from './authority-file.ts';
import { inOwnThread } from './own-thread.ts';
import type { ListOrder, Revoked, SigningAlgorithm } from './sign-list.ts';
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

/** The authority that issues certificates for a bank that has none (R12). All of it throws while its key can't be read. */
export interface BuiltInAuthority {
  /** Its own certificate's DER. */
  certificate(): Promise<Buffer>;
  /** When its own certificate ends: what it has signed is good no longer. */
  endsAt(): Promise<Instant>;
  issue(order: CertificateOrder): Promise<IssuedCertificate>;
  /** RFC 5280, DER: what it takes back. */
  revocationList(revoked: readonly Revoked[], now: Instant): Promise<Buffer>;
}

const signThread = new URL('sign-list-thread.ts', import.meta.url);
/** Where its list is published. */
export const listPath = '/pki/crl';

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
    endsAt: async () => (await open()).certificate.notAfter.getTime(),
    issue: async (order) => issueWith(await open(), order, origin),
    revocationList: async (revoked, now) => {
      const { certificate, key, algorithm } = await open();
      const authority = { certificate: new Uint8Array(certificate.rawData), key, algorithm };
      const order: ListOrder = { authority, revoked, now };
      return Buffer.from(await inOwnThread<Uint8Array>(signThread, order));
    },
  };
}

interface Opened {
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
  readonly signingKey: webcrypto.CryptoKey;
  readonly algorithm: SigningAlgorithm;
}

function openKey({ key, certificate }: AuthorityKey): Opened {
  const algorithm = algorithmOf(key);
  const signingKey = key.toCryptoKey(algorithm, false, ['sign']);
  return { certificate: new X509Certificate(certificate.raw), key, signingKey, algorithm };
}

const webCurves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Only strong keys get here (`isStrongKey`). */
function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): SigningAlgorithm {
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
