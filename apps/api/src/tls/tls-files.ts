import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

import { readPrivateFile, readTextFile } from '../private-file.ts';

/** Where the PEM files of `TLS_CERT`, `TLS_KEY` and `TLS_CLIENT_CA` are; absolute. */
export interface TlsPaths {
  readonly cert: string;
  readonly key: string;
  /** `null`: no certificates of clients are asked for, unless for those of our own authority. */
  readonly clientCa: string | null;
}

/** What the files hold, checked. */
export interface TlsFiles {
  /** The server's certificate, and behind it the chain to show with it. */
  readonly cert: string;
  readonly key: string;
  /** When the server's certificate ends. */
  readonly endsAt: number;
  /** One PEM each. */
  readonly clientCas: readonly string[];
}

type TlsSetting = 'TLS_CERT' | 'TLS_KEY' | 'TLS_CLIENT_CA';

/** A file can't be used; the message says which, why, and what to do, and nothing of what is in it. */
export class TlsFilesError extends Error {
  override readonly name = 'TlsFilesError';

  constructor(setting: TlsSetting, what: string) {
    super(`${setting}: ${what}.`);
  }
}

const faultOf = (setting: TlsSetting) => (what: string) => new TlsFilesError(setting, what);

const certificates = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Reads the files, and throws for the first that HTTPS could not be served with at `now`. */
export function readTlsFiles({ cert, key, clientCa }: TlsPaths, now: number): TlsFiles {
  const certText = readTextFile(cert, faultOf('TLS_CERT'));
  const [own] = readCertificates('TLS_CERT', certText);
  if (own === undefined) throw new TlsFilesError('TLS_CERT', 'it holds no certificate in PEM form');
  const keyText = readPrivateFile(key, faultOf('TLS_KEY'));
  if (!own.checkPrivateKey(readKey(keyText))) {
    throw new TlsFilesError('TLS_KEY', 'it is not the key of the first certificate in TLS_CERT');
  }
  if (own.validFromDate.getTime() > now) {
    throw new TlsFilesError(
      'TLS_CERT',
      'the certificate is not valid yet; look at its dates and at the clock',
    );
  }
  if (own.validToDate.getTime() <= now) {
    throw new TlsFilesError('TLS_CERT', 'the certificate has expired; put a new one in its place');
  }
  return {
    cert: certText,
    key: keyText,
    endsAt: own.validToDate.getTime(),
    clientCas: clientCa === null ? [] : readClientCas(clientCa),
  };
}

function readClientCas(path: string): readonly string[] {
  const read = readCertificates('TLS_CLIENT_CA', readTextFile(path, faultOf('TLS_CLIENT_CA')));
  if (read.length === 0)
    throw new TlsFilesError('TLS_CLIENT_CA', 'it holds no certificate in PEM form');
  return read.map((one) => one.toString());
}

function readCertificates(
  setting: 'TLS_CERT' | 'TLS_CLIENT_CA',
  text: string,
): readonly X509Certificate[] {
  try {
    return (text.match(certificates) ?? []).map((pem) => new X509Certificate(pem));
  } catch {
    throw new TlsFilesError(setting, 'a certificate in it can’t be read');
  }
}

function readKey(text: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw new TlsFilesError(
      'TLS_KEY',
      'it holds no private key in PEM form that opens without a passphrase',
    );
  }
}
