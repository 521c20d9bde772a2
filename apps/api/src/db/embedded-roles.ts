import postgres from 'postgres';

/** One password for each role. They are of use only on this machine's loopback address. */
export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly application: string;
  readonly across: string;
}

/** Where a database is reached, and as whom. Plain data: it may be handed to another process. */
export interface EmbeddedAddresses {
  /** `postgres`: makes databases and roles, bypasses every policy. Only for this folder and for tests. */
  readonly superuserUrl: string;
  /** `monban_owner`: owns database and tables, runs migrations. */
  readonly ownerUrl: string;
  /** `monban_app`: the application's role; owns nothing, every policy holds for it. */
  readonly applicationUrl: string;
  /** `monban_across`: for what must see several contracts; owns nothing, has policies of its own. */
  readonly acrossUrl: string;
}

/** Where the embedded server's roles find their database. */
export function addressesAt(port: number, passwords: Passwords): EmbeddedAddresses {
  const address = (role: string, password: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/monban`;
  return {
    superuserUrl: `postgres://postgres:${passwords.superuser}@127.0.0.1:${port}/postgres`,
    ownerUrl: address('monban_owner', passwords.owner),
    applicationUrl: address('monban_app', passwords.application),
    acrossUrl: address('monban_across', passwords.across),
  };
}

/** Makes the roles that are missing, with the kept passwords. */
export async function createRoles(port: number, passwords: Passwords): Promise<EmbeddedAddresses> {
  const addresses = addressesAt(port, passwords);
  const wanted = [
    ['monban_owner', passwords.owner],
    ['monban_app', passwords.application],
    ['monban_across', passwords.across],
  ] as const;
  await asSuperuser(addresses, async (sql) => {
    const rows = await sql<{ rolname: string }[]>`select rolname from pg_roles`;
    const present = new Set(rows.map((row) => row.rolname));
    for (const [role, password] of wanted) {
      if (present.has(role)) continue;
      await sql.unsafe(
        `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${password}'`,
      );
    }
    // For sweeps and verification the application's role may turn into this one; until it does it sees no more.
    await sql`grant monban_across to monban_app with inherit false, set true`;
  });
  return addresses;
}

/**
 * Makes the database if it isn't there, owned by `monban_owner`; nobody but our three roles may connect.
 * With `template`, as a copy of a database that nobody is connected to. Answers that database's addresses.
 */
export async function createDatabase(
  addresses: EmbeddedAddresses,
  name: string,
  options: { readonly template?: string } = {},
): Promise<EmbeddedAddresses> {
  await asSuperuser(addresses, async (sql) => {
    const database = sql(name);
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (found === undefined) {
      const template = sql(options.template ?? 'template0');
      await sql`create database ${database} owner monban_owner template ${template}`;
    }
    await sql`revoke all on database ${database} from public`;
    await sql`grant connect on database ${database} to monban_app, monban_across`;
  });
  return {
    superuserUrl: addresses.superuserUrl,
    ownerUrl: withDatabase(addresses.ownerUrl, name),
    applicationUrl: withDatabase(addresses.applicationUrl, name),
    acrossUrl: withDatabase(addresses.acrossUrl, name),
  };
}

/** Drops a database, and whoever is still connected to it. */
export async function dropDatabase(addresses: EmbeddedAddresses, name: string): Promise<void> {
  await asSuperuser(addresses, async (sql) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
  });
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asSuperuser(
  addresses: EmbeddedAddresses,
  act: (sql: postgres.Sql) => Promise<void>,
): Promise<void> {
  const sql = postgres(addresses.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await act(sql);
  } finally {
    await sql.end();
  }
}
