import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { KeySet, SecretKey } from './key-set.ts';

/** What a sealed token is for; a token of one purpose can't be opened for another. */
export type SealPurpose = 'SESSION' | 'AUTHORIZATION' | 'RETRIEVAL_CODE';

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
 * contract first and row-level security has its scope (api.md, "Field-level authorization").
 */
export interface Seal {
  sealToken(contractId: string, purpose?: SealPurpose): SealedToken;
  /** `null` for whatever this ring did not seal. */
  openToken(token: string, purpose?: SealPurpose): OpenedToken | null;
}

const nonceBytes = 12;
const contractIdBytes = 11;
const tagBytes = 16;
const randomPartBytes = 32;
const tokenBytes = nonceBytes + contractIdBytes + tagBytes + randomPartBytes;
const tokenPattern = new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((tokenBytes * 4) / 3)}}$`);

export function createSeal(keys: KeySet<SecretKey>): Seal {
  return {
    sealToken(contractId, purpose = 'SESSION') {
      const nonce = randomBytes(nonceBytes);
      const random = randomBytes(randomPartBytes);
      const cipher = createCipheriv('aes-256-gcm', keys.current.key, nonce);
      // The drawn part belongs to what is sealed: halves of two tokens don't make a third.
      cipher.setAAD(boundTo(purpose, random));
      const sealed = Buffer.concat([cipher.update(contractId, 'ascii'), cipher.final()]);
      if (sealed.length !== contractIdBytes) throw new Error('A contract ID has 11 digits.');
      const token = Buffer.concat([nonce, sealed, cipher.getAuthTag(), random]);
      const text = token.toString('base64url');
      return { token: text, hash: hashOf(text) };
    },

    openToken(token, purpose = 'SESSION') {
      if (!tokenPattern.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      // Unused bits of the last letter would give one token several spellings.
      if (bytes.toString('base64url') !== token) return null;
      for (const { key } of keys.all) {
        const contractId = open(key, bytes, purpose);
        if (contractId !== null) return { contractId, hash: hashOf(token) };
      }
      return null;
    },
  };
}

function open(key: SecretKey['key'], token: Buffer, purpose: SealPurpose): string | null {
  const sealedEnd = nonceBytes + contractIdBytes;
  const tagEnd = sealedEnd + tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, token.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo(purpose, token.subarray(tagEnd)));
  decipher.setAuthTag(token.subarray(sealedEnd, tagEnd));
  const opened = decipher.update(token.subarray(nonceBytes, sealedEnd));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return opened.toString('ascii');
}

function boundTo(purpose: SealPurpose, random: Buffer): Buffer {
  return Buffer.concat([Buffer.from(purpose), random]);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
