import { runCommand } from './cli/run-command.ts';
import { readProcessSettings } from './settings.ts';

process.exitCode = await runCommand(
  process.argv.slice(2),
  { print: (text) => console.log(text), complain: (text) => console.error(text) },
  readProcessSettings,
);
