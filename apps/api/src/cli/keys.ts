import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { exchangeKeys, type KeyPurpose, keyPurposes } from '../secrets/exchange-keys.ts';
import { keyRingPath } from '../secrets/key-ring.ts';
import { type Command, CommandError, type Output } from './command.ts';
import { revokeKey } from './revoke-key.ts';

const renew = 'Now let every server take the ring up: SIGHUP to each, or start it anew.';

/** Exchanges keys of the ring, or takes one back that has leaked. */
export const keys: Command = {
  usage: `keys rotate [--prepare] [--purpose ${keyPurposes.join(' | ')} …] | keys revoke ID [--purpose …] [--json]`,
  async run(words, readSettings): Promise<Output> {
    const { act, id, prepare, purposes } = readWords(words);
    const settings = readSettings();
    const path = keyRingPath(settings);
    if (!existsSync(path)) throw new CommandError('there is no key ring yet; a start makes one.');
    if (act === 'rotate')
      return rotated(path, purposes.length === 0 ? keyPurposes : purposes, prepare);
    const { json, text } = await revokeKey(settings, path, id, purposes[0] ?? null);
    return { json, text: `${text}\n${renew}` };
  },
};

function rotated(path: string, purposes: readonly KeyPurpose[], prepare: boolean): Output {
  const exchanged = exchangeKeys(path, purposes, prepare);
  const lines = exchanged.map(({ from, purpose, to }) =>
    prepare
      ? `${purpose}: ${to} is prepared; ${from} goes on making.`
      : `${purpose}: ${to} makes from now on; ${from} still opens what it made.`,
  );
  const next = prepare ? [renew, 'Then: keys rotate, and SIGHUP once more.'] : [renew];
  const all = [...lines, ...next, 'Back the ring up: keys that are lost open nothing any more.'];
  return { text: all.join('\n'), json: { prepared: prepare, exchanged } };
}

function readWords(words: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        prepare: { type: 'boolean', default: false },
        purpose: { type: 'string', multiple: true, default: [] },
      },
    });
    const [act, id = '', ...more] = positionals;
    const purposes = keyPurposes.filter((purpose) => values.purpose.includes(purpose));
    const known = purposes.length === new Set(values.purpose).size && more.length === 0;
    if (known && act === 'rotate' && id === '')
      return { act, id, prepare: values.prepare, purposes } as const;
    if (known && act === 'revoke' && id !== '' && !values.prepare && purposes.length < 2)
      return { act, id, prepare: false, purposes } as const;
  } catch {
    // Said below.
  }
  throw new CommandError(`expected: ${keys.usage}`, true);
}
