import { type Settings, SettingsError } from '../settings.ts';
import { type Command, CommandError } from './command.ts';
import { invocation } from './invocation.ts';
import { unbuilt } from './unbuilt.ts';

/** Where a command line's words go. */
export interface Terminal {
  print(text: string): void;
  /** One line on what is wrong. */
  complain(text: string): void;
}

interface Entry {
  readonly name: string;
  readonly what: string;
  /** Loaded when it is asked for: a token need not wait for the database's packages. */
  load(): Promise<Command>;
}

const entries: readonly Entry[] = [
  {
    name: 'bank-token',
    what: 'signs a bank token with the development key; it is valid for an hour',
    load: async () => (await import('./bank-token.ts')).bankToken,
  },
  {
    name: 'migrate',
    what: 'brings the database at DATABASE_MIGRATION_URL to this version',
    load: async () => (await import('./migrate.ts')).migrate,
  },
  {
    name: 'demo',
    what: 'says who of the demo, which npm start makes, can log on with what',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'open-contract',
    what: 'opens a contract, as the desk does, on the running server at MONBAN_URL',
    load: async () => (await import('./open-contract.ts')).openContract,
  },
  {
    name: 'history',
    what: 'verify: checks that no entry of the history was changed, taken out or put in',
    load: async () => (await import('./history.ts')).history,
  },
  {
    name: 'keys',
    what: 'rotate: exchanges keys of the ring; revoke ID: takes one back that has leaked, with all that follows',
    load: async () => (await import('./keys.ts')).keys,
  },
  {
    name: 'bench',
    what: 'measures logons, reads and guessing against the limits of this machine; takes minutes',
    load: async () => (await import('./bench.ts')).bench,
  },
  later('tune', 'builds argon2 for this machine’s own processor'),
];

/** Runs one command; answers the exit code. */
export async function runCommand(
  words: readonly string[],
  terminal: Terminal,
  readSettings: () => Settings,
): Promise<number> {
  const [name = '--help', ...rest] = words;
  if (name === '--help' || name === 'help') {
    terminal.print(overview());
    return 0;
  }
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined) {
    terminal.complain(`monban: there is no such command; ${invocation} --help lists them.`);
    return 2;
  }
  const command = await entry.load();
  if (rest.includes('--help')) {
    terminal.print(`${invocation} ${command.usage}\n\n${entry.what}`);
    return 0;
  }
  try {
    const own = rest.filter((word) => word !== '--json');
    const { text, json, failed = false } = await command.run(own, readSettings);
    terminal.print(rest.includes('--json') ? JSON.stringify(json) : text);
    return failed ? 1 : 0;
  } catch (error) {
    terminal.complain(`monban ${name}: ${reasonOf(error)}`);
    return error instanceof CommandError && error.usage ? 2 : 1;
  }
}

function later(name: string, what: string): Entry {
  return { name, what, load: () => Promise.resolve(unbuilt(name)) };
}

function overview(): string {
  const width = Math.max(...entries.map(({ name }) => name.length));
  const lines = entries.map(({ name, what }) => `  ${name.padEnd(width)}  ${what}`);
  return [`${invocation} <command> [--json] [--help]`, '', ...lines].join('\n');
}

function reasonOf(error: unknown): string {
  if (error instanceof SettingsError) {
    return error.problems.map(({ name, problem }) => `${name} ${problem}`).join('; ');
  }
  const text = error instanceof Error ? error.message : 'it failed.';
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
