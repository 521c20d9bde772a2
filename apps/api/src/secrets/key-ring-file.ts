import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';

import { readPrivateFile } from '../private-file.ts';
import { type KeyRing, type KeySet, keySet, type SecretKey, type SigningKey } from './key-set.ts';

/** The ring can't be used; the message says what is wrong with it, and never a key. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}

const format = 1;
const keyBytes = 32;
const idPattern = /^[a-z][a-z0-9-]{0,31}$/;

type Json = Readonly<Record<string, unknown>>;

/** Reads a ring and checks its shape before anything is started with it. */
export function loadKeyRing(path: string): KeyRing {
  const ring = readJson(path);
  if (ring['format'] !== format) throw fault(path, `"format" must be ${format}`);
  return Object.freeze({
    pepper: readSet(path, ring, 'pepper', secretKey),
    card: readSet(path, ring, 'card', secretKey),
    seal: readSet(path, ring, 'seal', secretKey),
    decoy: readSet(path, ring, 'decoy', secretKey),
    signing: readSet(path, ring, 'signing', signingKey),
    bankDevelopment:
      ring['bankDevelopment'] === undefined
        ? null
        : readSet(path, ring, 'bankDevelopment', signingKey),
  });
}

/** A new ring as the text of its file. */
export function drawKeyRing(): string {
  const ring = {
    format,
    pepper: drawSet('pepper'),
    card: drawSet('card'),
    seal: drawSet('seal'),
    decoy: drawSet('decoy'),
    signing: drawSet('signing'),
    bankDevelopment: drawSet('bankDevelopment'),
  };
  return `${JSON.stringify(ring, null, 2)}\n`;
}

const drawn = {
  pepper: { letter: 'p', draw: drawSecretKey },
  card: { letter: 'c', draw: drawSecretKey },
  seal: { letter: 's', draw: drawSecretKey },
  decoy: { letter: 'd', draw: drawSecretKey },
  signing: { letter: 'k', draw: drawSigningKey },
  bankDevelopment: { letter: 'b', draw: drawSigningKey },
} as const;

function drawSet(purpose: keyof typeof drawn): Json {
  const { id, key } = drawKey(purpose);
  return { current: id, keys: { [id]: key } };
}

/** A new key as it stands in the file. IDs are drawn, so that a key of another ring is unknown rather than taken for this one's. */
export function drawKey(purpose: keyof typeof drawn): {
  readonly id: string;
  readonly key: unknown;
} {
  const { draw, letter } = drawn[purpose];
  return { id: `${letter}${randomBytes(4).toString('hex')}`, key: draw() };
}

function drawSecretKey(): unknown {
  return randomBytes(keyBytes).toString('base64');
}

function drawSigningKey(): unknown {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
}

function readJson(path: string): Json {
  const text = readPrivateFile(path, (what) => fault(path, what));
  let ring: unknown;
  try {
    ring = JSON.parse(text);
  } catch {
    // The parser's own message would show part of the file.
    throw fault(path, 'it is not JSON');
  }
  if (!isObject(ring)) throw fault(path, 'it must hold one JSON object');
  return ring;
}

function readSet<Key extends { readonly id: string }>(
  path: string,
  ring: Json,
  purpose: string,
  read: (id: string, value: unknown) => Key | null,
): KeySet<Key> {
  const set = ring[purpose];
  if (!isObject(set) || !isObject(set['keys'])) {
    throw fault(path, `"${purpose}" must be { "current": "<id>", "keys": { "<id>": … } }`);
  }
  const keys = Object.entries(set['keys']).map(([id, value]) => {
    if (!idPattern.test(id)) {
      throw fault(path, `a key of "${purpose}" needs an ID of lower-case letters and digits`);
    }
    const key = read(id, value);
    if (key === null) throw fault(path, `the key "${id}" of "${purpose}" can't be used`);
    return key;
  });
  const current = keys.find((key) => key.id === set['current']);
  if (current === undefined) {
    throw fault(path, `"current" of "${purpose}" must be the ID of one of its keys`);
  }
  const next = set['next'];
  if (next !== undefined && !keys.some((key) => key.id === next && key !== current)) {
    throw fault(path, `"next" of "${purpose}" must be the ID of one of its keys but the current`);
  }
  return keySet(
    current,
    keys.filter((key) => key !== current),
  );
}

function secretKey(id: string, value: unknown): SecretKey | null {
  if (typeof value !== 'string') return null;
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === keyBytes ? { id, key: createSecretKey(bytes) } : null;
}

function signingKey(id: string, value: unknown): SigningKey | null {
  if (!isObject(value)) return null;
  try {
    const privateKey = createPrivateKey({ key: value, format: 'jwk' });
    if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return null;
    return { id, privateKey, publicKey: createPublicKey(privateKey) };
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(path: string, what: string): KeyRingError {
  return new KeyRingError(`The key ring at ${path}: ${what}.`);
}
