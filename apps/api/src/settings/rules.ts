import { leastArgon2Cost } from '../secrets/hasher.ts';
import { type Declarations, declarations, type Values } from './declarations.ts';

/** What is wrong with a setting, and what to do. Never its value: settings hold secrets. */
export interface SettingProblem {
  readonly name: string;
  readonly problem: string;
}

type Key = keyof Declarations;

/** What single settings can't show: pairs that need each other, production, what isn't built yet. */
export function problemsBetween(values: Values): readonly SettingProblem[] {
  const production = values.environment === 'production';
  return [
    ...halfSet(values),
    ...notBuilt(values),
    ...insecureBank(values, production),
    ...insecureOrigin(values, production),
    ...(production ? notForProduction(values) : []),
  ];
}

function halfSet(values: Values): readonly SettingProblem[] {
  const bank: readonly Key[] = ['bankIssuer', 'bankAudience', 'bankJwksUrl'];
  const missing = bank.filter((key) => values[key] === null);
  const problems =
    missing.length === bank.length
      ? []
      : missing.map((key) =>
          problem(
            key,
            'is missing; BANK_ISSUER, BANK_AUDIENCE and BANK_JWKS_URL are set together or not at all',
          ),
        );
  const others: readonly (readonly [boolean, Key, string])[] = [
    [
      values.databaseMigrationUrl !== null && values.databaseUrl === null,
      'databaseUrl',
      'is missing; DATABASE_MIGRATION_URL is set',
    ],
    [
      values.tlsCert === null && values.tlsKey !== null,
      'tlsCert',
      'is missing; TLS_KEY is for a server that has it',
    ],
    [
      values.tlsCert === null && values.trustedProxy === null && values.tlsClientCa !== null,
      'tlsClientCa',
      'is for a server that has TLS_CERT, or a proxy in TRUSTED_PROXY; nobody else can show a certificate',
    ],
    [
      values.tlsClientCrl !== null && values.tlsClientCa === null,
      'tlsClientCa',
      'is missing; TLS_CLIENT_CRL is of the authorities in it',
    ],
    [values.tlsCert !== null && values.tlsKey === null, 'tlsKey', 'is missing; TLS_CERT is set'],
    [
      // Two sockets, of which one alone would take new certificates.
      values.tlsCert !== null && values.host === 'localhost',
      'host',
      'must be 127.0.0.1 or ::1 rather than localhost where TLS_CERT is set',
    ],
    [
      values.trustedProxy !== null && values.origin === null,
      'origin',
      'is missing; behind the proxy of TRUSTED_PROXY only it says what browsers call this server',
    ],
    [
      values.smtpUrl !== null && values.mailFrom === null,
      'mailFrom',
      'is missing; SMTP_URL is set',
    ],
    [
      values.mailFrom !== null && values.smtpUrl === null,
      'smtpUrl',
      'is missing; MAIL_FROM is set',
    ],
  ];
  return [...problems, ...broken(others)];
}

/** What is known to the product, but not to this version: refused rather than ignored. */
const unbuilt: readonly (readonly [Key, string])[] = [['metricsPort', 'serve metrics']];

function notBuilt(values: Values): readonly SettingProblem[] {
  return unbuilt
    .filter(([key]) => values[key] !== null)
    .map(([key, what]) =>
      problem(key, `is known, but this version does not ${what} yet; leave it out`),
    );
}

function insecureBank(values: Values, production: boolean): readonly SettingProblem[] {
  const keys = values.bankJwksUrl;
  if (keys === null || keys.protocol === 'https:') return [];
  return production || !isLoopback(keys.hostname)
    ? [
        problem(
          'bankJwksUrl',
          'must begin with https://; whoever answers it decides who the bank is',
        ),
      ]
    : [];
}

function insecureOrigin({ origin }: Values, production: boolean): readonly SettingProblem[] {
  if (origin === null || origin.startsWith('https://')) return [];
  return production || !isLoopback(new URL(origin).hostname)
    ? [problem('origin', 'must begin with https://; sessions are for encrypted connections alone')]
    : [];
}

function notForProduction(values: Values): readonly SettingProblem[] {
  const { databaseUrl, databaseMigrationUrl } = values;
  const cost = values.argon2;
  const least = leastArgon2Cost;
  const rules: readonly (readonly [boolean, Key, string])[] = [
    [
      databaseUrl === null,
      'databaseUrl',
      'must be set in production; the embedded database is for development',
    ],
    [
      isOpenRemote(databaseUrl),
      'databaseUrl',
      'must ask for verified TLS (sslmode=verify-full), since the server is not on this machine',
    ],
    [
      isOpenRemote(databaseMigrationUrl),
      'databaseMigrationUrl',
      'must ask for verified TLS (sslmode=verify-full), since the server is not on this machine',
    ],
    [values.keysFile === null, 'keysFile', 'must be set in production; keys are not made up there'],
    [
      values.idleSeconds !== null,
      'idleSeconds',
      'must be left out in production; contracts say their own',
    ],
    [
      values.smtpUrl === null,
      'smtpUrl',
      'must be set in production; a company that is not told of a lock is not protected by it',
    ],
    [values.mailFrom === null, 'mailFrom', 'must be set in production, with SMTP_URL'],
    [
      values.bankIssuer === null && values.bankAudience === null && values.bankJwksUrl === null,
      'bankIssuer',
      'must be set in production, with BANK_AUDIENCE and BANK_JWKS_URL; the development issuer is for development',
    ],
    [
      !isLoopback(values.host) && values.tlsCert === null && values.trustedProxy === null,
      'host',
      'must be a loopback address in production, unless TLS_CERT or TRUSTED_PROXY is set',
    ],
    [
      cost.memoryKiB < least.memoryKiB || cost.time < least.time,
      'argon2',
      `must be at least ${least.memoryKiB},${least.time},${least.parallelism} in production`,
    ],
  ];
  return broken(rules);
}

/** @param rules whether each is broken, by which setting, and what is to be done */
function broken(rules: readonly (readonly [boolean, Key, string])[]): readonly SettingProblem[] {
  return rules.filter(([isBroken]) => isBroken).map(([, key, what]) => problem(key, what));
}

/** Whether a host is this machine alone. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
  );
}

function isOpenRemote(database: URL | null): boolean {
  return (
    database !== null &&
    database.hostname !== '' &&
    !isLoopback(database.hostname) &&
    database.searchParams.get('sslmode') !== 'verify-full'
  );
}

function problem(key: Key, what: string): SettingProblem {
  return { name: declarations[key].name, problem: what };
}
