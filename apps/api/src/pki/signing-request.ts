// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { createHash } from 'node:crypto';

import { type InputProblem, problem } from '@monban/domain/problem';
import { err, ok, type Result } from '@monban/domain/result';
import { Pkcs10CertificateRequest } from '@peculiar/x509';

import { hasStrongKey, isStrongHash } from './key-strength.ts';

/** A signing request (PKCS#10) that its own key has signed. */
export interface SigningRequest {
  readonly request: Pkcs10CertificateRequest;
  /** Whom it names; mostly nobody. */
  readonly commonNames: readonly string[];
  /** SHA-256 of its DER. */
  readonly hash: Buffer;
}

const pem = /-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----/;

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
  if (!pem.test(text)) return null;
  try {
    return new Pkcs10CertificateRequest(
      text.replace('BEGIN NEW ', 'BEGIN ').replace('END NEW ', 'END '),
    );
  } catch {
    return null;
  }
}

function hashNameOf({ signatureAlgorithm }: Pkcs10CertificateRequest): string | undefined {
  // Signatures of a kind that the library doesn't know have none.
  const { hash }: { readonly hash?: { readonly name: string } } = signatureAlgorithm;
  return hash?.name;
}
