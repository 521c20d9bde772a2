import { constants } from 'node:crypto';
import { createSecureContext, type SecureContextOptions, type TlsOptions } from 'node:tls';
import { type TlsFiles, TlsFilesError } from './tls-files.ts';

/** R9: forward secrecy and authenticated encryption of 128 bits and more; nothing older. */
const suites = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
] as const;

/** By elliptic curves of 128 bits and more, the first of them with a part that a quantum computer can't undo. */
const groups = ['X25519MLKEM768', 'X25519', 'prime256v1', 'secp384r1'] as const;

/**
 * No tickets and no renegotiation: each connection proves its client's key anew, once, and what it proved holds for
 * all of it. A ticket would also be as good as the key that it is sealed with, for as long as the process runs.
 */
const oneHandshake = constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION;

/** How long a client may take to come to terms, in milliseconds; tests don't wait that long. */
const usualHandshake = 10_000;

/**
 * What HTTPS is served with. Certificates of clients are asked for where there is an authority to name, and never
 * verified against it: which certificate counts for whom is decided by its thumbprint, so one that vouches for itself
 * (RFC 8705) proves as much. The authorities' names tell a browser which of its certificates to offer.
 * @param asksClients also while the names of our own authorities can't be told
 */
export function tlsOptions(
  files: TlsFiles,
  ownAuthorities: readonly string[],
  asksClients: boolean,
  handshakeTimeout = usualHandshake,
): TlsOptions {
  const authorities = [...files.clientCas, ...ownAuthorities];
  return {
    ...contextOptions(files, authorities),
    requestCert: asksClients || authorities.length > 0,
    rejectUnauthorized: false,
    handshakeTimeout,
    ALPNProtocols: ['http/1.1'],
  };
}

function contextOptions(
  { cert, key }: TlsFiles,
  authorities: readonly string[],
): SecureContextOptions {
  const options: SecureContextOptions = {
    cert,
    key,
    ...(authorities.length > 0 && { ca: [...authorities] }),
    minVersion: 'TLSv1.2',
    ciphers: suites.join(':'),
    ecdhCurve: groups.join(':'),
    honorCipherOrder: true,
    secureOptions: oneHandshake,
  };
  try {
    createSecureContext(options);
  } catch {
    // A key that is too short, say: its own text is OpenSSL's.
    throw new TlsFilesError(
      'TLS_CERT',
      'OpenSSL takes neither it nor its key; make them anew, RSA from 2048 bits or P-256',
    );
  }
  return options;
}
