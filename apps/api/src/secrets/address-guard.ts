import { hour } from '@monban/domain/instant';
import { defaultLockoutPolicy } from '@monban/domain/lockout';

import type { Caller } from '../caller.ts';
import type { Queries } from '../db/client.ts';
import type { Services } from '../services.ts';
import { countTry, uncountTry } from './address-tries.store.ts';

/** A stranger's try at a logon, counted on their address. */
export interface GuardedTry {
  /** To be run with the act that shows it was no wrong entry. */
  undo(queries: Queries): { execute(): Promise<unknown> };
}

/** Nothing was counted, and nothing is to be undone. */
export const unguarded: GuardedTry = { undo: () => ({ execute: () => Promise.resolve() }) };

/**
 * A17: an address that has entered seven wrong ones for each of so many contract IDs within an hour, existing or not,
 * is refused for all of them; `null`: it is. A bank's own address is never limited; its person's is.
 */
export async function guardAddress(
  { database, decoys, now, settings }: Services,
  caller: Caller,
  contractId: string,
): Promise<GuardedTry | null> {
  const { limitedAddress } = caller.origin;
  if (limitedAddress === null) return unguarded;
  const contractKey = decoys.namelessKey(contractId);
  const at = now();
  const counted = await countTry(database, {
    address: limitedAddress,
    contractKey,
    at,
    since: at - hour,
    threshold: defaultLockoutPolicy.threshold,
    contracts: settings.locksPerHour,
  });
  return counted ? { undo: (queries) => uncountTry(queries, limitedAddress, contractKey) } : null;
}

/** Of an IPv6 address the first 64 bits: a household or an office has all of the rest. */
export function limitable(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined
      ? []
      : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}
