// npm run dev: the API reloads on a change, the web application replaces what changed in the page.
import { join } from 'node:path';
import { root } from './environment.mjs';
import { endAll, run } from './processes.mjs';
import { apiOptions } from './start.mjs';

/** @param {{ env: NodeJS.ProcessEnv; options: string[] }} given */
export default async function dev({ env }) {
  const generated = await run('turbo', ['run', 'codegen', '--output-logs=errors-only'], {
    env,
    quiet: true,
  });
  if (generated.code !== 0) return generated.code;
  const watched = ['src', '../../packages/domain/src'].map((path) => `--watch-path=${path}`);
  const api = run('node', [...watched, '--watch-preserve-output', ...apiOptions(), 'src/main.ts'], {
    env,
    cwd: join(root, 'apps', 'api'),
    tied: true,
  });
  const web = run('vite', ['--host', '127.0.0.1', '--clearScreen', 'false'], {
    env: {
      ...env,
      PATH: `${join(root, 'apps', 'admin-web', 'node_modules', '.bin')}:${env['PATH']}`,
    },
    cwd: join(root, 'apps', 'admin-web'),
  });
  // One without the other is no use.
  const first = await Promise.race([api, web]);
  endAll();
  await Promise.all([api, web]);
  return first.code;
}
