import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

import type { DeliveryPolicy } from '@monban/domain/delivery';

import type { AuthorityPlace } from './pki/authority-file.ts';
import type { BankAuthorityPaths } from './pki/bank-authority-paths.ts';
import type { Argon2Cost } from './secrets/hasher.ts';
import { type AddressRanges, noAddresses } from './settings/address-ranges.ts';
import { declarations, type Values } from './settings/declarations.ts';
import type { Sender, Setting } from './settings/kinds.ts';
import { isLoopback, problemsBetween, type SettingProblem } from './settings/rules.ts';
import type { TlsPaths } from './tls/tls-files.ts';

/** The bank's identity provider (RFC 9068 tokens, keys as a JWKS). */
export interface BankProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: URL;
}

/** Where notices are handed in, and who they come from. */
export interface MailSettings {
  readonly server: URL;
  readonly from: Sender;
}

/** Everything that can be set, read and checked once at the start. */
export interface Settings {
  readonly production: boolean;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** `null`: the embedded database. */
  readonly databaseUrl: string | null;
  readonly databaseMigrationUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** `null`: the ring of development, in the data directory. */
  readonly keysFile: string | null;
  /** Overrides every contract's idle end (R11). */
  readonly idleSeconds: number | null;
  readonly sessionSeconds: number;
  /** `null`: plain HTTP. */
  readonly tls: TlsPaths | null;
  /** The proxies in front, whose `Client-Cert` and `X-Forwarded-For` count. */
  readonly trustedProxy: AddressRanges;
  /** Under which browsers reach this server; `null`: what they ask it for. */
  readonly origin: string | null;
  /** `null`: the development issuer. */
  readonly bank: BankProvider | null;
  /** `iss` of authorisation tokens. */
  readonly issuer: string;
  readonly authorizationSeconds: number;
  /** Whether users may approve what they created themselves. */
  readonly ownApproval: boolean;
  /** Whether acts of the desk wait for a second human. */
  readonly twoPersons: boolean;
  readonly deskActDays: number;
  /** A17: contracts that one address may lock in an hour. */
  readonly locksPerHour: number;
  /** `null`: no mail is sent. */
  readonly mail: MailSettings | null;
  /** In mails; `null`: they don't say whose they are. */
  readonly bankName: string | null;
  readonly delivery: DeliveryPolicy;
  /** Whether mails are kept to be read at `/dev/mailbox`: they hold codes, so on this machine alone, and behind no proxy. */
  readonly mailbox: boolean;
  /** GraphiQL, introspection and the schema's text. */
  readonly playground: boolean;
  readonly logLevel: Values['logLevel'];
  readonly argon2: Argon2Cost;
  readonly pinPolicy: 'modern' | 'shinkin';
  readonly maxUsers: number;
  readonly cardAfterFresh: 'recycle' | 'exhaust';
  readonly registrationDays: number;
  readonly temporaryPinDays: number;
  readonly addressLeavingDays: number;
  /** The built-in authority of certificates; `null`: there is none. */
  readonly authority: AuthorityPlace | null;
  /** The bank's own authorities; `null`: none. */
  readonly bankAuthorities: BankAuthorityPaths | null;
  /** The running server that the command line acts on. */
  readonly url: string;
}

/** Stops the start. The message lists everything that is wrong, and no value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly SettingProblem[]) {
    super(
      [
        `Monban does not start; put right what its settings say (.env.example lists them all):`,
        ...problems.map(({ name, problem }) => `  ${name} ${problem}.`),
      ].join('\n'),
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of this process: its environment, and below it `.env` at the project's root. */
export function readProcessSettings(): Settings {
  const file = join(projectRoot(), '.env');
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return readSettings({ ...written, ...process.env });
}

/**
 * Gives libuv's pool, on which argon2 runs, as many threads as there are cores: more make every hash
 * slower and none sooner. Takes effect only before the pool's first use, so `main.ts` begins with it.
 * @returns the number of threads, and so of permits
 */
export function sizeThreadPool(): number {
  const given = Number(process.env['UV_THREADPOOL_SIZE']);
  const threads = Number.isInteger(given) && given > 0 ? given : availableParallelism();
  process.env['UV_THREADPOOL_SIZE'] = String(threads);
  return threads;
}

/** Reads and checks all settings at once; throws a `SettingsError` that lists all that is wrong. */
export function readSettings(env: Environment): Settings {
  const read = readEach(env);
  // Rules between settings are asked with whatever could be read, so that one message has it all.
  const problems = [...read.problems, ...unknownNames(env), ...problemsBetween(read.values)];
  if (problems.length > 0) throw new SettingsError(problems);
  return settingsOf(read.values);
}

function readEach(env: Environment): { values: Values; problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const values = Object.fromEntries(
    Object.entries<Setting<unknown>>(declarations).map(([key, { name, kind, standard }]) => {
      const written = env[name] === '' ? undefined : env[name];
      const fallback = standard === null ? null : kind.read(standard);
      if (written === undefined) return [key, fallback];
      const value = kind.read(written);
      if (value === undefined) problems.push({ name, problem: `must be ${kind.expected}` });
      return [key, value ?? fallback];
    }),
  );
  // Each value went through the kind that `Values` derives its type from.
  return { values: values as unknown as Values, problems };
}

/** A misspelt setting would silently be a default. */
function unknownNames(env: Environment): readonly SettingProblem[] {
  const known = new Set<string>(Object.values(declarations).map(({ name }) => name));
  return Object.keys(env)
    .filter((name) => name.startsWith('MONBAN_') && !known.has(name))
    .toSorted()
    .map((name) => ({ name, problem: 'is not a setting; correct its name or leave it out' }));
}

function settingsOf(values: Values): Settings {
  const { bankIssuer, bankAudience, bankJwksUrl } = values;
  const production = values.environment === 'production';
  const bank =
    bankIssuer !== null && bankAudience !== null && bankJwksUrl !== null
      ? Object.freeze({ issuer: bankIssuer, audience: bankAudience, jwksUrl: bankJwksUrl })
      : null;
  return Object.freeze({
    production,
    host: values.host,
    port: values.port,
    databaseUrl: values.databaseUrl?.href ?? null,
    databaseMigrationUrl: (values.databaseMigrationUrl ?? values.databaseUrl)?.href ?? null,
    dataDir: resolve(projectRoot(), values.dataDir),
    keysFile: values.keysFile === null ? null : resolve(projectRoot(), values.keysFile),
    idleSeconds: values.idleSeconds,
    sessionSeconds: values.sessionSeconds,
    tls: tlsOf(values),
    trustedProxy: values.trustedProxy ?? noAddresses,
    origin: values.origin,
    bank,
    issuer: values.issuer,
    authorizationSeconds: values.authorizationSeconds,
    ownApproval: values.ownApproval === 'allowed',
    twoPersons: values.twoPersons === null ? production : values.twoPersons === 'on',
    deskActDays: values.deskActDays,
    locksPerHour: values.locksPerHour,
    mail:
      values.smtpUrl !== null && values.mailFrom !== null
        ? Object.freeze({ server: values.smtpUrl, from: values.mailFrom })
        : null,
    bankName: values.bankName,
    delivery: Object.freeze({ retrySeconds: values.mailRetrySeconds, days: values.mailDays }),
    mailbox:
      !production &&
      values.smtpUrl === null &&
      values.trustedProxy === null &&
      isLoopback(values.host),
    playground: values.playground === null ? !production : values.playground === 'on',
    logLevel: values.logLevel,
    argon2: Object.freeze(values.argon2),
    pinPolicy: values.pinPolicy,
    maxUsers: values.maxUsers,
    cardAfterFresh: values.cardAfterFresh,
    registrationDays: values.registrationDays,
    temporaryPinDays: values.temporaryPinDays,
    addressLeavingDays: values.addressLeavingDays,
    authority: authorityOf(values, production),
    bankAuthorities: bankAuthoritiesOf(values),
    url: values.url.href.replace(/\/$/, ''),
  });
}

function tlsOf({ tlsCert, tlsKey, tlsClientCa }: Values): TlsPaths | null {
  if (tlsCert === null || tlsKey === null) return null;
  const [cert, key] = [resolve(projectRoot(), tlsCert), resolve(projectRoot(), tlsKey)];
  const clientCa = tlsClientCa === null ? null : resolve(projectRoot(), tlsClientCa);
  return Object.freeze({ cert, key, clientCa });
}

function authorityOf({ authorityFile, dataDir }: Values, production: boolean) {
  if (production && authorityFile === null) return null;
  return Object.freeze({
    authorityFile: authorityFile === null ? null : resolve(projectRoot(), authorityFile),
    dataDir: resolve(projectRoot(), dataDir),
  });
}

function bankAuthoritiesOf({ tlsClientCa, tlsClientCrl }: Values): BankAuthorityPaths | null {
  return tlsClientCa === null || tlsClientCrl === null
    ? null
    : Object.freeze({
        certificates: resolve(projectRoot(), tlsClientCa),
        lists: resolve(projectRoot(), tlsClientCrl),
      });
}

/** Relative paths mean the same to the server and to every command, wherever they are started. */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) {
    const above = dirname(folder);
    if (above === folder) return process.cwd();
    folder = above;
  }
  return folder;
}
