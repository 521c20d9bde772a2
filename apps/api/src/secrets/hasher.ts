import { randomBytes } from 'node:crypto';
import { argon2id, hash as argon2Hash, verify as argon2Verify } from 'argon2';
import type { KeySet, SecretKey } from './key-set.ts';
import { openPin, type Pin } from './open-pin.ts';

/** What one argon2id computation costs (RFC 9106). */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly time: number;
  readonly parallelism: number;
}

/** The least that production accepts: OWASP's 19 MiB, 2 passes, 1 lane. */
export const leastArgon2Cost: Argon2Cost = { memoryKiB: 19_456, time: 2, parallelism: 1 };

/** Turns PINs into what the database keeps, and compares. The caller holds a permit meanwhile. */
export interface Hasher {
  /** `<pepper id>$argon2id$v=19$m=…,t=…,p=…$<salt>$<digest>` */
  hash(pin: Pin): Promise<string>;
  /** Whether `pin` is the one that `hash` was made of. Throws if the hash's pepper is not in the ring. */
  verify(hash: string, pin: Pin): Promise<boolean>;
  /** Whether `hash` was made with another pepper or another cost than a new one would be. */
  needsRehash(hash: string): boolean;
  /** A hash of today's cost that no PIN fits: for whoever doesn't exist (A8). */
  readonly decoyHash: string;
}

const saltBytes = 16;
const digestBytes = 32;

/** @param pepper the key ring's; the current one goes into every new hash */
export function createHasher(pepper: KeySet<SecretKey>, cost: Argon2Cost): Hasher {
  // Asked each time: a ring can get another current pepper while this lives.
  const prefix = () =>
    `${pepper.current.id}$argon2id$v=19$m=${cost.memoryKiB},t=${cost.time},p=${cost.parallelism}$`;
  const drawn = `${base64(saltBytes)}$${base64(digestBytes)}`;

  return {
    async hash(pin) {
      const { id, key } = pepper.current;
      const phc = await argon2Hash(openPin(pin), {
        type: argon2id,
        memoryCost: cost.memoryKiB,
        timeCost: cost.time,
        parallelism: cost.parallelism,
        hashLength: digestBytes,
        secret: key.export(),
        // Drawn synchronously: the package's own draw would wait behind other people's hashes.
        salt: randomBytes(saltBytes),
      });
      return `${id}${phc}`;
    },

    async verify(hash, pin) {
      const split = hash.indexOf('$');
      const secret = secretOf(pepper, hash.slice(0, Math.max(split, 0)));
      return argon2Verify(hash.slice(split), openPin(pin), { secret });
    },

    needsRehash: (hash) => !hash.startsWith(prefix()),

    get decoyHash() {
      return `${prefix()}${drawn}`;
    },
  };
}

function secretOf(pepper: KeySet<SecretKey>, id: string): Buffer {
  const secret = pepper.byId(id);
  if (secret === null) throw new Error('A stored hash names a pepper that the key ring lacks.');
  return secret.key.export();
}

/** Drawn bytes as PHC strings write them: base64 without padding. */
function base64(bytes: number): string {
  return randomBytes(bytes).toString('base64').replaceAll('=', '');
}
