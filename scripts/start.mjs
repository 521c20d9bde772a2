// npm start: the built web application and the API on one port, with a database and a demo of their own.
import { join } from 'node:path';
import { root } from './environment.mjs';
import { run } from './processes.mjs';

/** @param {{ env: NodeJS.ProcessEnv; options: string[] }} given */
export default async function start({ env, options }) {
  const built = await run(
    'turbo',
    ['run', 'build', '--filter=@monban/admin-web', '--output-logs=errors-only', '--no-color'],
    { env, quiet: true },
  );
  if (built.code !== 0) return built.code;
  const server = await run('node', [...apiOptions(), 'src/main.ts', ...options], {
    env,
    cwd: join(root, 'apps', 'api'),
    tied: true,
  });
  return server.code;
}

/** How Node runs the API's sources: with decorators, and not longer than we do. */
export function apiOptions() {
  return [
    '--import',
    '@oxc-node/core/register',
    '--import',
    join(root, 'scripts', 'end-with-parent.mjs'),
  ];
}
