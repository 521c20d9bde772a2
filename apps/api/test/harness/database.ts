import postgres from 'postgres';

import type { Ground } from './server.ts';

/** A connection that no wall holds for, into a test's own database: to look at what is stored, and to arrange what no operation does. */
export function asSuperuser(ground: Ground): postgres.Sql {
  return at(ground.database.superuserUrl, ground);
}

/** A connection as the application's role, held to row-level security like the server itself. */
export function asApplication(ground: Ground): postgres.Sql {
  return at(ground.database.applicationUrl, ground);
}

function at(url: string, { database }: Ground): postgres.Sql {
  const address = new URL(url);
  address.pathname = new URL(database.applicationUrl).pathname;
  return postgres(address.href, { max: 2, onnotice: () => undefined });
}
