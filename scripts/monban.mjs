// npm run monban -- <command>: the command line tool.
import { join } from 'node:path';
import { root } from './environment.mjs';
import { run } from './processes.mjs';

/** @param {{ env: NodeJS.ProcessEnv; options: string[] }} given */
export default async function monban({ env, options }) {
  const { code } = await run(
    'node',
    ['--import', '@oxc-node/core/register', 'src/cli.ts', ...options],
    { env, cwd: join(root, 'apps', 'api'), input: true },
  );
  return code;
}
