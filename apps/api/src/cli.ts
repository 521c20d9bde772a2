import { bankToken } from './cli/bank-token.ts';
import { type Command, CommandError, type Output } from './cli/command.ts';
import { migrate } from './cli/migrate.ts';
import { unbuilt } from './cli/unbuilt.ts';
import { readProcessSettings, SettingsError } from './settings.ts';

const commands: readonly Command[] = [
  bankToken,
  migrate,
  unbuilt(
    'demo',
    'seeds two contracts and says who can log on with what; npm start does so by itself',
  ),
  unbuilt('history', 'verify [--contract ID]: checks that no entry of the history was changed'),
  unbuilt('open-contract', 'opens a contract as the desk does'),
  unbuilt('keys', 'rotate | revoke ID: exchanges keys of the ring'),
  unbuilt('bench', 'measures against the limits of this machine'),
  unbuilt('tune', 'builds argon2 for this machine’s own processor'),
];

process.exitCode = await main(process.argv.slice(2));

/** Runs one command; answers the exit code. What is wrong is one line on standard error. */
async function main(words: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = words;
  if (name === '--help' || name === 'help') {
    console.log(overview());
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    console.error('monban: there is no such command; pnpm monban --help lists them.');
    return 2;
  }
  if (rest.includes('--help')) {
    console.log(`pnpm monban ${command.usage}\n\n${command.what}`);
    return 0;
  }
  try {
    const output = await command.run(
      rest.filter((word) => word !== '--json'),
      readProcessSettings,
    );
    print(output, rest.includes('--json'));
    return 0;
  } catch (error) {
    console.error(`monban ${command.name}: ${reasonOf(error)}`);
    return error instanceof CommandError && error.usage ? 2 : 1;
  }
}

function print({ text, json }: Output, asJson: boolean): void {
  console.log(asJson ? JSON.stringify(json) : text);
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, what }) => `  ${name.padEnd(width)}  ${what}`);
  return ['pnpm monban <command> [--json] [--help]', '', ...lines].join('\n');
}

function reasonOf(error: unknown): string {
  if (error instanceof SettingsError) {
    return error.problems.map(({ name, problem }) => `${name} ${problem}`).join('; ');
  }
  const text = error instanceof Error ? error.message : 'it failed.';
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
