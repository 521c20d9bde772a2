import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const guide = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'docs/operating.md'),
  'utf8',
);

/** Runs a script of docs/operating.md as it stands there, by the name in its first line, and answers what it printed. */
export async function runRecipe(
  name: string,
  env: Readonly<Record<string, string>>,
  input: string,
): Promise<string> {
  const scripts = [...guide.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, script = '']) => script);
  const script = scripts.find((each) => each.split('\n', 1)[0]?.includes(name));
  if (script === undefined) throw new Error(`operating.md has no ${name}.`);
  const program = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  program.stdin.end(input);
  return (await text(program.stdout)).trim();
}
