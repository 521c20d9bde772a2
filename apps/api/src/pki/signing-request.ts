// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { createHash } from 'node:crypto';

import { type InputProblem, problem } from '@monban/domain/problem';
import { err, ok, type Result } from '@monban/domain/result';
import { Pkcs10CertificateRequest } from '@peculiar/x509';

import { derOf } from './pem.ts';
import { hasStrongKey, isStrongHash } from './key-strength.ts';

/** A signing request (PKCS#10) that its own key has signed. */
export interface SigningRequest {
  readonly request: Pkcs10CertificateRequest;
  /** Whom it names; mostly nobody. */
  readonly commonNames: readonly string[];
  /** SHA-256 of its DER. */
  readonly hash: Buffer;
}

/** In bytes: RSA of 8,192 bits with a long subject has less. */
const longest = 4096;

/** Reads a signing request in PEM, and asks for the proof that whoever sends it has the key. */
export async function readSigningRequest(
  text: string,
  path: string,
): Promise<Result<SigningRequest, InputProblem>> {
  if (text.trim() === '') return err(problem(path, 'REQUIRED'));
  const request = parse(text);
  if (request === null) return err(problem(path, 'NOT_A_SIGNING_REQUEST'));
  const der = Buffer.from(request.rawData);
  if (!hasStrongKey(request) || !isStrongHash(hashNameOf(request)))
    return err(problem(path, 'WEAK_KEY'));
  const proven = await request.verify().catch(() => false);
  if (!proven) return err(problem(path, 'BROKEN_SIGNATURE'));
  return ok({
    request,
    commonNames: request.subjectName.getField('CN'),
    hash: createHash('sha256').update(der).digest(),
  });
}

function parse(text: string): Pkcs10CertificateRequest | null {
  const [der, ...more] = [
    ...derOf(text, 'CERTIFICATE REQUEST'),
    ...derOf(text, 'NEW CERTIFICATE REQUEST'),
  ];
  if (der === undefined || more.length > 0 || der.length > longest) return null;
  try {
    return new Pkcs10CertificateRequest(der);
  } catch {
    return null;
  }
}

function hashNameOf({ signatureAlgorithm }: Pkcs10CertificateRequest): string | undefined {
  // Signatures of a kind that the library doesn't know have none.
  const { hash }: { readonly hash?: { readonly name: string } } = signatureAlgorithm;
  return hash?.name;
}
