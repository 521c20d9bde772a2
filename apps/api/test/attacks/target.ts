import type { LockLinkage } from '@monban/domain/lockout';

import { type Answered, pins } from '../harness/seed.ts';
import type { House, PersonOf, StoredHash } from './house.ts';

/** A secret of somebody's that is being guessed at. */
export interface Target extends PersonOf {
  /** By which PINs each comparison is seen: the one that is guessed, or the one beside it. */
  readonly hashes: readonly StoredHash[];
  /** Whom the seventh wrong entry stops (R19–R21). */
  readonly locks: 'PERSON' | 'CONTRACT';
  /** The `index`-th wrong entry. */
  wrong(index: number): Promise<Answered>;
  /** The right one. */
  right(): Promise<Answered>;
}

export type Aim = (house: House, linkage: LockLinkage) => Promise<Target>;

/** A PIN that is nobody's. */
export const guess = (index: number): string => `${pins.wrong}-${index}`;
/** The two in turn. */
export function serverFor(house: House, index: number) {
  return house.servers[index % 2 === 0 ? 0 : 1];
}
