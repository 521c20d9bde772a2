// @peculiar/x509 asks for it.
import 'reflect-metadata';

import type { CertificateThumbprint } from '@monban/domain/certificate';
import type { Instant } from '@monban/domain/instant';
import { type InputProblem, problem } from '@monban/domain/problem';
import { err, ok, type Result } from '@monban/domain/result';
import { BasicConstraintsExtension, X509Certificate } from '@peculiar/x509';

import type { BankAuthorities } from './bank-authorities.ts';
import { hasStrongKey } from './key-strength.ts';
import { derOf } from './pem.ts';
import { thumbprintOf } from './thumbprint.ts';

/** A certificate that one of the bank's own authorities has signed. */
export interface BankCertificate {
  readonly thumbprint: CertificateThumbprint;
  readonly issuer: string;
  /** Lower-case hex. */
  readonly serial: string;
  readonly der: Buffer;
  readonly from: Instant;
  readonly until: Instant;
}

/** Reads a certificate in PEM. */
export async function readBankCertificate(
  text: string,
  path: string,
  authorities: BankAuthorities | null,
): Promise<Result<BankCertificate, InputProblem>> {
  if (text.trim() === '') return err(problem(path, 'REQUIRED'));
  const certificate = parse(text);
  if (certificate === null) return err(problem(path, 'NOT_A_CERTIFICATE'));
  if ((await authorities?.haveIssued(certificate)) !== true)
    return err(problem(path, 'UNKNOWN_AUTHORITY'));
  if (!hasStrongKey(certificate)) return err(problem(path, 'WEAK_KEY'));
  // Lists of users' certificates alone don't say whether an authority's was revoked.
  if (certificate.getExtension(BasicConstraintsExtension)?.ca === true)
    return err(problem(path, 'CERTIFICATE_NOT_VALID'));
  const der = Buffer.from(certificate.rawData);
  return ok({
    thumbprint: thumbprintOf(der),
    issuer: certificate.issuer,
    serial: certificate.serialNumber.toLowerCase(),
    der,
    from: certificate.notBefore.getTime(),
    until: certificate.notAfter.getTime(),
  });
}

function parse(text: string): X509Certificate | null {
  const [der, ...more] = derOf(text, 'CERTIFICATE');
  if (der === undefined || more.length > 0) return null;
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}
