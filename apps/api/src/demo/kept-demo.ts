import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Instant } from '@monban/domain/instant';
import type { EnteredLimit } from '@monban/domain/limit';
import type { LockLinkage } from '@monban/domain/lockout';
import type { Permission } from '@monban/domain/permission';
import type { LockReason, UserStatus } from '@monban/domain/status';

import type { CardShown } from '../terminal/card-table.ts';
import type { PinPair } from './draw-own-pin.ts';

/** A user of the demo as it was made, with the PINs that nobody can look up any more (R15). */
export interface DemoUser extends PinPair {
  readonly userId: string;
  readonly name: string;
  readonly status: UserStatus;
  readonly lockedBecause: LockReason | null;
  /** The PINs are temporary ones, good until then; null: the user's own. */
  readonly temporaryUntil: Instant | null;
  readonly permissions: readonly Permission[];
  readonly limits: readonly EnteredLimit[];
}

export interface DemoContract {
  readonly contractId: string;
  readonly name: string;
  readonly lockLinkage: LockLinkage;
  readonly administrator: {
    readonly name: string;
    /** Null: not registered yet. */
    readonly pins: PinPair | null;
  };
  /** Null once it was used: it works for the first logon only (R2). */
  readonly registrationPin: string | null;
  readonly card: CardShown;
  readonly users: readonly DemoUser[];
}

/** `UNFINISHED`: the start that was making the demo was interrupted. */
type Kept = readonly DemoContract[] | 'UNFINISHED';

interface KeptFile {
  readonly format: 1;
  readonly contracts: readonly DemoContract[] | null;
}

/** Null: nothing is kept, or nothing that can be read. */
export function readKeptDemo(dataDir: string): Kept | null {
  try {
    const { format, contracts } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as KeptFile;
    if (format !== 1) return null;
    return contracts ?? 'UNFINISHED';
  } catch {
    return null;
  }
}

/** Keeps what was drawn, for later starts: nothing but this file tells it a second time. */
export function keepDemo(dataDir: string, kept: Kept): void {
  const contracts = kept === 'UNFINISHED' ? null : kept;
  const file: KeptFile = { format: 1, contracts };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${fileIn(dataDir)}.new`;
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, fileIn(dataDir));
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'demo.json');
}
