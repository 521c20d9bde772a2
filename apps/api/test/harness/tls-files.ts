import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TlsPaths } from '../../src/tls/tls-files.ts';
import type { TestCertificate } from './certificates.ts';

/** The files that an operator puts down for HTTPS. */
export interface PlacedTls {
  readonly paths: TlsPaths;
  /** The same as settings. */
  readonly env: Readonly<Record<string, string>>;
  /** Puts another certificate in its place. */
  place(certificate: TestCertificate): void;
  clear(): void;
}

/** @param clientCa whose clients' certificates are asked for */
export function placeTls(certificate: TestCertificate, clientCa: string | null = null): PlacedTls {
  const folder = mkdtempSync(join(tmpdir(), 'monban-tls-'));
  const [cert, key, ca] = ['cert.pem', 'key.pem', 'ca.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const place = (placed: TestCertificate): void => {
    writeFileSync(cert, placed.pem);
    writeFileSync(key, placed.keyPem, { mode: 0o600 });
  };
  place(certificate);
  if (clientCa !== null) writeFileSync(ca, clientCa);
  return {
    paths: { cert, key, clientCa: clientCa === null ? null : ca },
    env: { TLS_CERT: cert, TLS_KEY: key, ...(clientCa !== null && { TLS_CLIENT_CA: ca }) },
    place,
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
