import postgres from 'postgres';

import type { Ground } from './server.ts';

/** A connection that no wall holds for, into a test's own database: to look at what is stored, and to arrange what no operation does. */
export function asSuperuser(ground: Ground): postgres.Sql {
  return at(ground.database.superuserUrl, ground);
}

/** The address of the same. */
export function superuserUrl(ground: Ground): string {
  return within(ground.database.superuserUrl, ground).href;
}

/** A connection as the application's role, held to row-level security like the server itself. */
export function asApplication(ground: Ground, connections = 2): postgres.Sql {
  return at(ground.database.applicationUrl, ground, connections);
}

/** A connection as the role that owns the tables. */
export function asOwner(ground: Ground): postgres.Sql {
  return at(ground.database.ownerUrl, ground);
}

function at(url: string, ground: Ground, max = 2): postgres.Sql {
  return postgres(within(url, ground).href, { max, onnotice: () => undefined });
}

function within(url: string, { database }: Ground): URL {
  const address = new URL(url);
  address.pathname = new URL(database.applicationUrl).pathname;
  return address;
}
