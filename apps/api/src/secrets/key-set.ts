import type { KeyObject } from 'node:crypto';

/** A key for hashing, sealing or drawing. */
export interface SecretKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** A key pair that signs (ES256). */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Several keys for one purpose, so that they can be exchanged: the current one makes, all open. */
export interface KeySet<Key extends { readonly id: string }> {
  readonly current: Key;
  /** The current one first. */
  readonly all: readonly Key[];
  byId(id: string): Key | null;
}

/** Every key that the server holds outside the database. */
export interface KeyRing {
  /** Goes into argon2 as its `secret`: a stolen database alone can't be guessed against. */
  readonly pepper: KeySet<SecretKey>;
  /** Derives the digits of customer cards (R8). */
  readonly card: KeySet<SecretKey>;
  /** Seals contract IDs into session tokens, authorisation IDs and retrieval codes. */
  readonly seal: KeySet<SecretKey>;
  /** Draws what stands in for persons and cards that don't exist. */
  readonly decoy: KeySet<SecretKey>;
  /** Signs authorisation tokens. */
  readonly signing: KeySet<SigningKey>;
  /** Signs bank tokens where no identity provider is configured; absent from a bank's own ring. */
  readonly bankDevelopment: KeySet<SigningKey> | null;
}

export function keySet<Key extends { readonly id: string }>(
  current: Key,
  others: readonly Key[],
): KeySet<Key> {
  const all = [current, ...others];
  const byId = new Map(all.map((key) => [key.id, key]));
  return Object.freeze({ current, all, byId: (id: string) => byId.get(id) ?? null });
}
