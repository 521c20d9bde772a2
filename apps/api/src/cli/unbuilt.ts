import { type Command, CommandError } from './command.ts';

/** A command that has its name already, but is not there yet. */
export function unbuilt(name: string): Command {
  return {
    usage: name,
    run() {
      throw new CommandError('is known, but not built in this version.');
    },
  };
}
