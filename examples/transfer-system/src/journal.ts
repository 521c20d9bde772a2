import {
  appendFileSync,
  closeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

import { lock } from './lock.ts';
import type { Transfer } from './transfer.ts';

/** One line of the journal. Each is on the disk before the step that it allows is taken. */
export type Entry =
  /** Before Monban is asked: from now on this key stands for this transfer. */
  | {
      readonly step: 'INTENDED';
      readonly id: string;
      readonly key: string;
      readonly transfer: Transfer;
    }
  /** Before it is captured. */
  | { readonly step: 'AUTHORIZED'; readonly id: string; readonly authorizationId: string }
  /** It came to nothing, for good. Only now may there be another key. */
  | { readonly step: 'VOIDED'; readonly id: string; readonly because: string }
  /** Before the money moves. */
  | { readonly step: 'CAPTURED'; readonly id: string }
  /** The money moved. In this small bank the line is the booking, so the two can't fall apart. */
  | { readonly step: 'PAID'; readonly id: string };

/** How a transfer stands: its last step, and what the ones before it said. */
export interface Standing {
  readonly transfer: Transfer;
  readonly step: Entry['step'];
  readonly key: string;
  /** How many keys it has had. */
  readonly keys: number;
  /** Empty before it is authorised. */
  readonly authorizationId: string;
}

export interface Journal {
  /** Undefined: never heard of. */
  standingOf(id: string): Standing | undefined;
  /** Begun, and not at its end. */
  unfinished(): readonly Transfer[];
  /** Returns when the line is on the disk. */
  append(entry: Entry): void;
  close(): void;
}

/** Opens the journal, makes it if there is none, and reads where everything stood. */
export function openJournal(file: string): Journal {
  const unlock = lock(`${file}.lock`);
  const descriptor = openSync(file, 'a+');
  flushFolder(dirname(file));
  const written = readFileSync(file);
  // A line that a crash cut off has allowed nothing yet; left there, it would spoil the next one.
  const whole = written.lastIndexOf('\n') + 1;
  ftruncateSync(descriptor, whole);
  const standings = new Map<string, Standing>();
  const stand = (entry: Entry): Standing => after(standings.get(entry.id), entry);
  for (const line of written.toString('utf8', 0, whole).split('\n').filter(Boolean)) {
    const entry = JSON.parse(line) as Entry;
    standings.set(entry.id, stand(entry));
  }
  return {
    standingOf: (id) => standings.get(id),
    unfinished: () =>
      [...standings.values()].flatMap(({ step, transfer }) => (step === 'PAID' ? [] : [transfer])),
    append: (entry) => {
      const standing = stand(entry);
      appendFileSync(descriptor, `${JSON.stringify(entry)}\n`);
      fdatasyncSync(descriptor);
      standings.set(entry.id, standing);
    },
    close: () => {
      closeSync(descriptor);
      unlock();
    },
  };
}

/** What each step may follow. Whatever the code around it does, nothing is paid twice by this journal. */
const follows: Record<Entry['step'], readonly (Entry['step'] | undefined)[]> = {
  INTENDED: [undefined, 'VOIDED'],
  AUTHORIZED: ['INTENDED'],
  VOIDED: ['INTENDED', 'AUTHORIZED'],
  CAPTURED: ['AUTHORIZED'],
  PAID: ['CAPTURED'],
};

function after(standing: Standing | undefined, entry: Entry): Standing {
  const { id, step } = entry;
  if (!follows[step].includes(standing?.step)) {
    throw new Error(`${id}: ${step} can't follow ${standing?.step ?? 'nothing'}.`);
  }
  if (entry.step === 'INTENDED') {
    const { key, transfer } = entry;
    return { transfer, step, key, keys: (standing?.keys ?? 0) + 1, authorizationId: '' };
  }
  if (standing === undefined) throw new Error(`${id}: nothing was intended.`);
  const { authorizationId } = entry.step === 'AUTHORIZED' ? entry : standing;
  return { ...standing, step, authorizationId };
}

/** A file that is new is safe when its name is, too. */
function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
