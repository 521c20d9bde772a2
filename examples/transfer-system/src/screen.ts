import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** The terminal, in the place of the bank's web pages. */
export interface Screen {
  tell(line: string): void;
  /** One question at a time. What is entered is not shown; empty: nobody is there. */
  ask(question: string): Promise<string>;
  close(): void;
}

export function openScreen(): Screen {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const input = createInterface({
    input: process.stdin,
    output: unseen,
    terminal: process.stdin.isTTY,
  });
  // With the echo off, Ctrl-C is ours to hear.
  input.on('SIGINT', () => process.exit(130));
  const lines = input[Symbol.asyncIterator]();
  const tell = (line: string): void => void process.stdout.write(`${line}\n`);
  let last: Promise<unknown> = Promise.resolve();
  return {
    tell,
    ask: (question) => {
      const answer = last.then(async () => {
        tell(`? ${question}`);
        const { done, value } = await lines.next();
        return done === true ? '' : value;
      });
      last = answer;
      return answer;
    },
    close: () => input.close(),
  };
}
