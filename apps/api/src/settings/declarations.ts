import { addressRanges } from './address-ranges.ts';
import {
  argon2,
  type Kind,
  mailServer,
  oneOf,
  origin,
  bankName,
  sender,
  type Setting,
  text,
  url,
  wholeNumber,
} from './kinds.ts';

/** A setting that has a standard is always there. */
function setting<T>(
  name: string,
  kind: Kind<T>,
  standard: string,
  what: string,
): Setting<T> & { readonly standard: string } {
  return { name, kind, standard, what };
}

function optional<T>(
  name: string,
  kind: Kind<T>,
  what: string,
): Setting<T> & { readonly standard: null } {
  return { name, kind, standard: null, what };
}

const postgres = url('postgres:', 'postgresql:');
const web = url('https:', 'http:');

/** Every setting there is, in the order of `.env.example`. */
export const declarations = {
  environment: setting(
    'NODE_ENV',
    oneOf('development', 'test', 'production'),
    'development',
    'production refuses every development default',
  ),
  host: setting('HOST', text('the address of an interface'), '127.0.0.1', 'where it listens'),
  port: setting('PORT', wholeNumber(0, 65_535), '4000', 'where it listens; 0: any free port'),
  databaseUrl: optional(
    'DATABASE_URL',
    postgres,
    'PostgreSQL, as the application’s role; unset: an embedded one in MONBAN_DATA_DIR',
  ),
  databaseMigrationUrl: optional(
    'DATABASE_MIGRATION_URL',
    postgres,
    'the same, as the owner, for migrations; unset: DATABASE_URL',
  ),
  dataDir: setting(
    'MONBAN_DATA_DIR',
    text('a folder'),
    '.monban',
    'embedded database, development keys, the demo’s PINs and cards',
  ),
  keysFile: optional(
    'MONBAN_KEYS',
    text('a file'),
    'the key ring; unset: made in MONBAN_DATA_DIR, refused in production',
  ),
  idleSeconds: optional(
    'MONBAN_IDLE_SECONDS',
    wholeNumber(1, 86_400),
    'overrides every contract’s idle end, for tests and drills; refused in production',
  ),
  sessionSeconds: setting(
    'MONBAN_SESSION_SECONDS',
    wholeNumber(1, 86_400),
    '43200',
    'when a session ends whatever its person does',
  ),
  smtpUrl: optional(
    'SMTP_URL',
    mailServer,
    'mail server, over verified TLS but on this machine; unset: the mailbox of development',
  ),
  mailFrom: optional('MAIL_FROM', sender, 'sender of the notices'),
  bankName: optional(
    'MONBAN_BANK_NAME',
    bankName,
    'what the bank calls itself in its mails: in subject and first lines',
  ),
  mailRetrySeconds: setting(
    'MONBAN_MAIL_RETRY_SECONDS',
    wholeNumber(1, 3600),
    '10',
    'how long a recipient waits after mail to them was put off; doubles up to an hour',
  ),
  mailDays: setting(
    'MONBAN_MAIL_DAYS',
    wholeNumber(1, 30),
    '3',
    'how long a notice is tried before the desk finds it undeliverable',
  ),
  bankIssuer: optional(
    'BANK_ISSUER',
    text('the issuer, as it stands in tokens'),
    'the bank’s identity provider; unset: the development issuer, refused in production',
  ),
  bankAudience: optional(
    'BANK_AUDIENCE',
    text('the audience, as it stands in tokens'),
    'what its tokens call this server',
  ),
  bankJwksUrl: optional('BANK_JWKS_URL', web, 'where its public keys are'),
  tlsCert: optional(
    'TLS_CERT',
    text('a file'),
    'certificate to serve HTTPS with, and its chain, as PEM; unset: plain HTTP',
  ),
  tlsKey: optional('TLS_KEY', text('a file'), 'its private key, as PEM'),
  tlsClientCa: optional(
    'TLS_CLIENT_CA',
    text('a file'),
    'whose client certificates to ask for, as PEM',
  ),
  tlsClientCrl: optional(
    'TLS_CLIENT_CRL',
    text('a file'),
    'lists of what the bank’s authorities in TLS_CLIENT_CA have revoked; their certificates can be registered with it alone',
  ),
  authorityFile: optional(
    'MONBAN_AUTHORITY',
    text('a file'),
    'key and certificate of the built-in authority, in PEM; unset: made in MONBAN_DATA_DIR, none in production',
  ),
  trustedProxy: optional(
    'TRUSTED_PROXY',
    addressRanges,
    'addresses and ranges of the proxies in front, whose Client-Cert and X-Forwarded-For headers count',
  ),
  origin: optional(
    'MONBAN_ORIGIN',
    origin,
    'under which browsers reach this server, https://banking.example; unset: what they ask it for',
  ),
  twoPersons: optional(
    'MONBAN_TWO_PERSONS',
    oneOf('on', 'off'),
    'a second human approves acts of the desk; unset: off, on in production',
  ),
  issuer: setting(
    'MONBAN_ISSUER',
    text('a name, best a URI'),
    'urn:monban',
    'what this server calls itself in the authorisation tokens that it signs',
  ),
  authorizationSeconds: setting(
    'MONBAN_AUTHORIZATION_SECONDS',
    wholeNumber(1, 86_400),
    '300',
    'how long an authorisation waits to be captured',
  ),
  ownApproval: setting(
    'MONBAN_OWN_APPROVAL',
    oneOf('refused', 'allowed'),
    'refused',
    'whether users may approve what they created themselves',
  ),
  deskActDays: setting(
    'MONBAN_DESK_ACT_DAYS',
    wholeNumber(1, 90),
    '7',
    'how long an act of the desk waits for the second human',
  ),
  locksPerHour: setting(
    'MONBAN_LOCKS_PER_HOUR',
    wholeNumber(1, 1_000_000),
    '3',
    'how many contracts one address may lock in an hour before it is put off',
  ),
  playground: optional(
    'MONBAN_PLAYGROUND',
    oneOf('on', 'off'),
    'GraphiQL, introspection and schema text; unset: on, off in production',
  ),
  metricsPort: optional('MONBAN_METRICS_PORT', wholeNumber(1, 65_535), 'where /metrics is served'),
  logLevel: setting(
    'LOG_LEVEL',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    'info',
    'the least that is logged',
  ),
  argon2: setting(
    'MONBAN_ARGON2',
    argon2,
    '19456,2,1',
    'what hashing a PIN costs: KiB, passes, lanes; less is refused in production',
  ),
  pinPolicy: setting(
    'MONBAN_PIN_POLICY',
    oneOf('modern', 'shinkin'),
    'modern',
    'modern: 8–64 characters; shinkin: 6–12, letters and digits mixed',
  ),
  maxUsers: setting(
    'MONBAN_MAX_USERS',
    wholeNumber(1, 9999),
    '99',
    'how many users a contract may have',
  ),
  cardAfterFresh: setting(
    'MONBAN_CARD_AFTER_FRESH',
    oneOf('recycle', 'exhaust'),
    'recycle',
    'once every cell was asked: recycle: 25 more logons; exhaust: none',
  ),
  registrationDays: setting(
    'MONBAN_REGISTRATION_DAYS',
    wholeNumber(1, 365),
    '90',
    'how long a registration PIN is good',
  ),
  temporaryPinDays: setting(
    'MONBAN_TEMPORARY_PIN_DAYS',
    wholeNumber(1, 90),
    '14',
    'how long temporary PINs are good',
  ),
  addressLeavingDays: setting(
    'MONBAN_ADDRESS_LEAVING_DAYS',
    wholeNumber(1, 90),
    '7',
    'how long an address that was replaced goes on getting every notice',
  ),
  url: setting(
    'MONBAN_URL',
    web,
    'http://127.0.0.1:4000',
    'the running server that commands of the command line act on',
  ),
} as const;

export type Declarations = typeof declarations;

/** What the settings say, each by its own kind; `null` where one was left out and has no standard. */
export type Values = {
  readonly [Key in keyof Declarations]: Declarations[Key] extends Setting<infer T>
    ? Declarations[Key]['standard'] extends null
      ? T | null
      : T
    : never;
};
