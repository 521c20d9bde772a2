import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type Command, CommandError, type Output } from './command.ts';

/** Started as a program of its own: what measures is no part of what is run. */
const program = join(import.meta.dirname, '..', '..', 'bench', 'main.ts');
const measures = ['S1', 'S2', 'S4', 'S5', 'S6', 'S7'];
const known: ReadonlySet<string> = new Set([...measures, '--quick']);

/** Measures the server against this machine's own limits, on a database of the run's own. */
export const bench: Command = {
  usage: `bench ${measures.map((id) => `[${id}]`).join(' ')} [--quick] [--json]`,
  async run(words): Promise<Output> {
    if (words.some((word) => !known.has(word))) {
      throw new CommandError(`expected: ${bench.usage}`, true);
    }
    if (!existsSync(program)) {
      throw new CommandError('the benchmarks are not installed here; run them in a checkout.');
    }
    // The program's last word is its report; what it does meanwhile goes past us to the terminal.
    return JSON.parse(await outputOf([program, ...words])) as Output;
  },
};

function outputOf(words: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...process.execArgv, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) done(output);
      else fail(new CommandError('it could not be measured; why stands above.'));
    });
  });
}
