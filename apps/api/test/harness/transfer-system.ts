import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { bankToken, pins } from './seed.ts';
import type { Ground } from './server.ts';

const home = join(import.meta.dirname, '..', '..', '..', '..', 'examples', 'transfer-system');

const ownClientId = 'core-banking';

/** What the example is asked to pay. */
export interface Transfer {
  readonly id: string;
  readonly contractId: string;
  readonly userId: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

/** The example's own memory, from run to run. */
export interface TransferSystem {
  readonly journal: string;
  /**
   * Starts it as a process of its own, as an engineer does.
   * @param people enter what it asks for
   * @param clientId what it believes to be called
   */
  start(url: string, transfers: readonly Transfer[], people?: People, clientId?: string): Run;
  /** The steps in its journal: all, or those of one transfer. */
  steps(id?: string): readonly string[];
  /** The numbers of all payments that were made, a number as often as it was paid. */
  paid(): readonly string[];
  clear(): void;
}

/** Answers a question; an empty text: nobody is there. */
export type People = (question: string) => string;

export interface Run {
  readonly process: ChildProcess;
  /** All that it has said so far, line by line. */
  readonly said: readonly string[];
  /** Waits until so many lines fit; answers the last of them. */
  heard(what: RegExp, times?: number): Promise<string>;
  /** Answers its exit code, null after a signal. */
  readonly ended: Promise<number | null>;
  kill(): Promise<void>;
}

/** Everybody is there, and knows their PINs. */
export const everybody: People = (question) =>
  question.includes('confirmation PIN') ? pins.userConfirmation : pins.user;

export const nobody: People = () => '';

export function transferSystem(ground: Ground): TransferSystem {
  const folder = mkdtempSync(join(tmpdir(), 'monban-transfers-'));
  const journal = join(folder, 'journal');
  return {
    journal,
    start: (url, transfers, people = everybody, clientId = ownClientId) => {
      const file = join(folder, 'transfers.jsonl');
      writeFileSync(file, transfers.map((each) => JSON.stringify(each)).join('\n'));
      return run(
        {
          MONBAN_URL: url,
          BANK_TOKEN: bankToken(ground, ['transactions'], ownClientId),
          BANK_CLIENT_ID: clientId,
          JOURNAL: journal,
          ACCEPT_LANGUAGE: 'en',
        },
        file,
        people,
      );
    },
    steps: (id) =>
      entriesOf(journal).flatMap((entry) =>
        id === undefined || entry.id === id ? [entry.step] : [],
      ),
    paid: () => entriesOf(journal).flatMap(({ id, step }) => (step === 'PAID' ? [id] : [])),
    clear: () => rmSync(folder, { recursive: true }),
  };
}

function entriesOf(journal: string): readonly { readonly id: string; readonly step: string }[] {
  const lines = readFileSync(journal, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { readonly id: string; readonly step: string });
}

function run(env: Readonly<Record<string, string>>, file: string, people: People): Run {
  const child = spawn(process.execPath, ['src/main.ts', file], {
    cwd: home,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const listeners = new Set<() => void>();
  const take = (line: string): void => {
    said.push(line);
    for (const listener of listeners) listener();
    if (line.startsWith('? ')) child.stdin.write(`${people(line)}\n`);
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', take);
  }
  // Killed while it is being answered.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return {
    process: child,
    said,
    ended,
    heard: (what, times = 1) =>
      new Promise((done, fail) => {
        const look = (): void => {
          const line = said.filter((each) => what.test(each))[times - 1];
          if (line !== undefined) done(line);
        };
        listeners.add(look);
        look();
        void ended.then(() => fail(new Error(`it never said ${what.source}:\n${said.join('\n')}`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
