import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Loaded into a server process before anything else: writes down every hash that an entry is compared with, whatever
 * the server itself says about it. What was compared stands beside the program, so that no count of the program's own
 * is taken on trust.
 */
interface Comparing {
  verify(hash: string, entered: string | Buffer, options?: object): Promise<boolean>;
}

const file = process.env['COMPARISONS_FILE'];
const argon2: Comparing = createRequire(import.meta.url)('argon2');
const { verify } = argon2;

argon2.verify = (hash, entered, options) => {
  if (file !== undefined) appendFileSync(file, `${hash}\n`);
  return verify(hash, entered, options);
};
