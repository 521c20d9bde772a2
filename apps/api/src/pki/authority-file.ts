// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { createPrivateKey, type KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

import { readPrivateFile } from '../private-file.ts';
import { keepFirst } from '../secrets/keep-first.ts';
import { isStrongKey } from './key-strength.ts';

/** The built-in authority's key and certificate can't be used; the message says what is wrong, and never the key. */
export class AuthorityError extends Error {
  override readonly name = 'AuthorityError';
}

/** Where the built-in authority is. */
export interface AuthorityPlace {
  /** `MONBAN_AUTHORITY` */
  readonly authorityFile: string | null;
  /** `MONBAN_DATA_DIR` */
  readonly dataDir: string;
}

/** A key that signs certificates, and the certificate that says whose it is. */
export interface AuthorityKey {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
}

const yearsOfDevelopment = 10;

/** Reads the file that was named; in development one of our own is made at first use. */
export async function loadAuthority(place: AuthorityPlace): Promise<AuthorityKey> {
  if (place.authorityFile !== null) return readAuthority(place.authorityFile);
  const path = join(place.dataDir, 'authority.pem');
  if (!existsSync(path)) {
    mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
    keepFirst(path, await drawAuthority());
  }
  return readAuthority(path);
}

/** One file in PEM: the private key, and the certificate of the authority. */
function readAuthority(path: string): AuthorityKey {
  const text = readPrivateFile(path, (what) => fault(path, what));
  let authority: AuthorityKey;
  try {
    authority = { key: createPrivateKey(text), certificate: new X509Certificate(text) };
  } catch {
    // The library's own message may show part of the file.
    throw fault(path, 'it must hold a private key and a certificate, both in PEM');
  }
  const { key, certificate } = authority;
  if (!certificate.ca) throw fault(path, 'its certificate is not one of an authority');
  if (!isStrongKey(key)) throw fault(path, 'its key is too weak');
  if (!certificate.checkPrivateKey(key))
    throw fault(path, 'key and certificate do not belong together');
  return authority;
}

/** An authority for development, as the text of its file. */
async function drawAuthority(): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const end = new Date();
  end.setFullYear(end.getFullYear() + yearsOfDevelopment);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Monban development authority',
    notBefore: new Date(),
    notAfter: end,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return `${PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n${certificate.toString('pem')}\n`;
}

function fault(path: string, what: string): AuthorityError {
  return new AuthorityError(`The authority at ${path}: ${what}.`);
}
