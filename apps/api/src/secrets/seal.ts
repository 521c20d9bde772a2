import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { KeySet, SecretKey } from './key-set.ts';

/** What a sealed token is for; a token of one purpose can't be opened for another. */
export type SealPurpose = 'SESSION' | 'AUTHORIZATION' | 'TEMPORARY_PINS';

/** A token as its holder gets it, and what the database keeps of it. */
export interface SealedToken {
  readonly token: string;
  /** SHA-256 of the token's text. */
  readonly hash: Buffer;
}

/** Whose contract a token names. That it was ever given out, only the database knows. */
export interface OpenedToken {
  readonly contractId: string;
  readonly hash: Buffer;
}

/**
 * Makes and opens tokens that carry their contract in sealed form, so that every look-up knows its
 * contract first and row-level security has its scope (ADR 6).
 */
export interface Seal {
  sealToken(contractId: string, purpose?: SealPurpose): SealedToken;
  /** `null` for whatever this ring did not seal. */
  openToken(token: string, purpose?: SealPurpose): OpenedToken | null;
  /** Seals a text that its holder is not to read, bound to all that it is given out for. */
  sealText(text: string, purpose: SealPurpose, boundTo: readonly string[]): string;
  /** `null` for whatever this ring did not seal, or sealed for something else. */
  openText(sealed: string, purpose: SealPurpose, boundTo: readonly string[]): string | null;
}

const nonceBytes = 12;
const contractIdBytes = 11;
const tagBytes = 16;
const randomPartBytes = 32;
const tokenBytes = nonceBytes + contractIdBytes + tagBytes + randomPartBytes;

export function createSeal(keys: KeySet<SecretKey>): Seal {
  const openWithAny = (parts: Sealed): string | null => {
    for (const { key } of keys.all) {
      const opened = open(key, parts);
      if (opened !== null) return opened;
    }
    return null;
  };

  return {
    sealToken(contractId, purpose = 'SESSION') {
      const random = randomBytes(randomPartBytes);
      // The drawn part belongs to what is sealed: halves of two tokens don't make a third.
      const sealed = seal(
        keys.current.key,
        contractId,
        Buffer.concat([Buffer.from(purpose), random]),
      );
      if (sealed.length !== tokenBytes - randomPartBytes)
        throw new Error('A contract ID has 11 digits.');
      const text = Buffer.concat([sealed, random]).toString('base64url');
      return { token: text, hash: hashOf(text) };
    },

    openToken(token, purpose = 'SESSION') {
      const bytes = bytesOf(token);
      if (bytes === null || bytes.length !== tokenBytes) return null;
      const sealed = bytes.subarray(0, -randomPartBytes);
      const random = bytes.subarray(-randomPartBytes);
      const boundTo = Buffer.concat([Buffer.from(purpose), random]);
      const contractId = openWithAny({ sealed, boundTo });
      return contractId === null ? null : { contractId, hash: hashOf(token) };
    },

    sealText: (text, purpose, boundTo) =>
      seal(keys.current.key, text, listed(purpose, boundTo)).toString('base64url'),

    openText(text, purpose, boundTo) {
      const sealed = bytesOf(text);
      if (sealed === null || sealed.length < nonceBytes + tagBytes) return null;
      return openWithAny({ sealed, boundTo: listed(purpose, boundTo) });
    },
  };
}

/** Nonce, sealed text, tag; and what it is bound to, which is not in it. */
interface Sealed {
  readonly sealed: Buffer;
  readonly boundTo: Buffer;
}

function seal(key: SecretKey['key'], text: string, boundTo: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function open(key: SecretKey['key'], { sealed, boundTo }: Sealed): string | null {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const opened = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return opened.toString('utf8');
}

/** Unused bits of the last letter would give one text several spellings. */
function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** As a list in JSON: no two lists are the same bytes, nor one of them a token's. */
function listed(purpose: SealPurpose, boundTo: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([purpose, ...boundTo]));
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
