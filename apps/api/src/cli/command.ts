import type { Settings } from '../settings.ts';

/** What a command has to say: in words, and for `--json`. */
export interface Output {
  readonly text: string;
  readonly json: unknown;
  /** It was done, and what it found is bad: the exit code says so. */
  readonly failed?: boolean;
}

/** One command of the command line. */
export interface Command {
  /** As typed after what calls the command line. */
  readonly usage: string;
  /** @param words what was typed after the name, without `--json` */
  run(words: readonly string[], readSettings: () => Settings): Output | Promise<Output>;
}

/** A command can't do what was asked. The message is one line. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  /** @param usage whether the command was typed in a way that it doesn't know */
  constructor(
    message: string,
    readonly usage = false,
  ) {
    super(message);
  }
}
