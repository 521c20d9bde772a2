import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { declarations } from './settings/declarations.ts';
import { readSettings, SettingsError } from './settings.ts';

function problemsOf(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  try {
    readSettings(env);
    return {};
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return Object.fromEntries(error.problems.map(({ name, problem }) => [name, problem]));
  }
}

const mail = { SMTP_URL: 'smtps://mail.bank.example', MAIL_FROM: 'notice@bank.example' };
const production = {
  NODE_ENV: 'production',
  ...mail,
  DATABASE_URL: 'postgres://app:kanari@db.bank.example/monban?sslmode=verify-full',
  MONBAN_KEYS: '/etc/monban/keys.json',
  BANK_ISSUER: 'https://id.bank.example',
  BANK_AUDIENCE: 'monban',
  BANK_JWKS_URL: 'https://id.bank.example/jwks',
};

describe('settings', () => {
  test('without any, development starts, with GraphiQL and the embedded database', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: null,
      keysFile: null,
      idleSeconds: null,
      sessionSeconds: 43_200,
      bank: null,
      twoPersons: false,
      locksPerHour: 3,
      playground: true,
      logLevel: 'info',
      argon2: { memoryKiB: 19_456, time: 2, parallelism: 1 },
      pinPolicy: 'modern',
      maxUsers: 99,
      cardAfterFresh: 'recycle',
      registrationDays: 90,
      temporaryPinDays: 14,
      addressLeavingDays: 7,
    });
    expect(settings.dataDir).toMatch(/^\/.*\/\.monban$/);
    expect(Object.isFrozen(settings)).toBe(true);
  });

  test('an empty one is one that is left out', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 4000,
      databaseUrl: null,
    });
  });

  test('two persons at the desk are wanted where it is said', () => {
    expect(readSettings({ MONBAN_TWO_PERSONS: 'on' }).twoPersons).toBe(true);
    expect(readSettings({ MONBAN_TWO_PERSONS: 'off' }).twoPersons).toBe(false);
  });

  test('behind a proxy only MONBAN_ORIGIN says what browsers call this server', () => {
    expect(problemsOf({ TRUSTED_PROXY: '10.0.0.1' })).toEqual({
      MONBAN_ORIGIN: expect.stringContaining('is missing'),
    });
    const env = { TRUSTED_PROXY: '10.0.0.1', MONBAN_ORIGIN: 'https://banking.example' };
    const { trustedProxy, origin } = readSettings(env);
    expect([origin, trustedProxy.includes('10.0.0.1')]).toEqual(['https://banking.example', true]);
    expect(readSettings({}).trustedProxy.includes('127.0.0.1')).toBe(false);
  });

  test('an origin in the clear is for this machine alone', () => {
    expect(problemsOf({ MONBAN_ORIGIN: 'http://banking.example' })).toEqual({
      MONBAN_ORIGIN: expect.stringContaining('must begin with https://'),
    });
    expect(readSettings({ MONBAN_ORIGIN: 'http://localhost:8080' }).origin).toBe(
      'http://localhost:8080',
    );
  });

  test('the mailbox of development, which shows codes, is for this machine alone', () => {
    const behind = { TRUSTED_PROXY: '127.0.0.1', MONBAN_ORIGIN: 'https://banking.example' };
    expect(readSettings({}).mailbox).toBe(true);
    for (const env of [{ HOST: '0.0.0.0' }, behind]) expect(readSettings(env).mailbox).toBe(false);
  });

  test('a port of 0 is any free one', () => {
    expect(readSettings({ PORT: '0' }).port).toBe(0);
  });

  test('all that is wrong stands in one message, by name, with what to do, and without a value', () => {
    const env = {
      PORT: 'kanari-65536',
      NODE_ENV: 'kanari',
      DATABASE_URL: 'mysql://kanari:kanari@kanari/',
      MONBAN_ARGON2: 'kanari,2,1',
      MONBAN_IDEL_SECONDS: 'kanari',
      BANK_ISSUER: 'kanari',
      BANK_JWKS_URL: 'http://kanari.example/jwks',
      SMTP_URL: 'smtp://kanari:kanari@kanari?tls.rejectUnauthorized=false',
      MONBAN_TWO_PERSONS: 'kanari',
    };
    const read = (): unknown => readSettings(env);
    expect(Object.keys(problemsOf(env)).toSorted()).toEqual(
      [...Object.keys(env), 'BANK_AUDIENCE'].filter((name) => name !== 'BANK_ISSUER').toSorted(),
    );
    expect(read).not.toThrow(/kanari/);
    expect(read).toThrow(/PORT must be a whole number from 0 to 65535\./);
    expect(read).toThrow(/MONBAN_IDEL_SECONDS is not a setting;/);
  });

  test.each([['MONBAN_METRICS_PORT', '9090']])(
    '%s, whose part is not built yet, is refused by name rather than ignored',
    (name, value) => {
      expect(problemsOf({ [name]: value })).toEqual({
        [name]: expect.stringMatching(/is known, but this version does not .* yet/),
      });
    },
  );

  test('a bank’s name is one line without an address, and nothing is said where it is left out', () => {
    expect(readSettings({}).bankName).toBeNull();
    expect(readSettings({ MONBAN_BANK_NAME: '港銀行' }).bankName).toBe('港銀行');
    for (const name of [
      '港銀行\r\nBcc: all@example.jp',
      '港'.repeat(61),
      'bank.example',
      'https://x',
      '\u202e銀行',
    ])
      expect(problemsOf({ MONBAN_BANK_NAME: name })).toEqual({
        MONBAN_BANK_NAME: 'must be a name of up to 60 characters in one line, and no web address',
      });
  });

  test('a mail server and a sender are set together, and nothing can switch its checks off', () => {
    expect(
      readSettings({ ...mail, MAIL_FROM: '門番銀行 <notice@bank.example>' }).mail,
    ).toMatchObject({
      from: { name: '門番銀行', address: 'notice@bank.example' },
    });
    expect(readSettings(mail)).toMatchObject({
      mailbox: false,
      delivery: { retrySeconds: 10, days: 3 },
    });
    expect(problemsOf({ MAIL_FROM: mail.MAIL_FROM })).toEqual({
      SMTP_URL: 'is missing; MAIL_FROM is set',
    });
    expect(problemsOf({ SMTP_URL: mail.SMTP_URL })).toEqual({
      MAIL_FROM: 'is missing; SMTP_URL is set',
    });
    for (const SMTP_URL of [
      'smtps://mail.bank.example?tls.rejectUnauthorized=false',
      'smtps://mail.bank.example/?ignoreTLS=true',
      'smtps://mail.bank.example/x',
      'smtps://mail.bank.example#x',
      'https://mail.bank.example',
      'smtp:',
    ])
      expect([SMTP_URL, Object.keys(problemsOf({ ...mail, SMTP_URL }))]).toEqual([
        SMTP_URL,
        ['SMTP_URL'],
      ]);
  });

  test.each([
    [
      'MAIL_FROM',
      ['x', 'a@b', '<a@b.example', 'A\nBcc: x <a@b.example>', 'a@b.example, c@d.example'],
    ],
    ['MONBAN_MAIL_DAYS', ['0', '31']],
    ['PORT', ['-1', '65536', '1e3', '４０００', ' 1']],
    ['MONBAN_SESSION_SECONDS', ['0', '86401', '1.5']],
    ['MONBAN_ARGON2', ['7,1,1', '19456,2', '19456,0,1', '19456,2,0', '']],
    ['MONBAN_PIN_POLICY', ['Modern', 'none']],
    ['LOG_LEVEL', ['trace', 'verbose']],
    ['MONBAN_PLAYGROUND', ['true', '1']],
    ['NODE_ENV', ['prod', 'PRODUCTION']],
    ['TRUSTED_PROXY', ['proxy.example', '0.0.0.0/0', '10.0.0.1 10.0.0.2']],
    [
      'MONBAN_ORIGIN',
      ['banking.example', 'https://banking.example/', 'HTTPS://banking.example', 'null'],
    ],
  ])('%s takes nothing that it does not understand', (name, values) => {
    const taken = values.filter(
      (value) => value !== '' && problemsOf({ [name]: value })[name] === undefined,
    );
    expect(taken).toEqual([]);
  });
});

describe('production', () => {
  test('refuses every development default, with one message that lists all of them', () => {
    expect(Object.keys(problemsOf({ NODE_ENV: 'production' })).toSorted()).toEqual([
      'BANK_ISSUER',
      'DATABASE_URL',
      'MAIL_FROM',
      'MONBAN_KEYS',
      'SMTP_URL',
    ]);
  });

  test('starts with all that it wants', () => {
    expect(problemsOf(production)).toEqual({});
  });

  test.each([
    ['an idle end for tests', { MONBAN_IDLE_SECONDS: '600' }, 'MONBAN_IDLE_SECONDS'],
    ['listening beyond this machine', { HOST: '0.0.0.0' }, 'HOST'],
    ['listening beyond this machine in IPv6', { HOST: '::' }, 'HOST'],
    [
      'a remote database without TLS',
      { DATABASE_URL: 'postgres://a@db.example/m' },
      'DATABASE_URL',
    ],
    [
      'a remote database with TLS unverified',
      { DATABASE_URL: 'postgres://a@db.example/m?sslmode=require' },
      'DATABASE_URL',
    ],
    [
      'the owner’s remote database without TLS',
      { DATABASE_MIGRATION_URL: 'postgres://a@db.example/m' },
      'DATABASE_MIGRATION_URL',
    ],
    [
      'keys of the bank over plain HTTP',
      { BANK_JWKS_URL: 'http://127.0.0.1/jwks' },
      'BANK_JWKS_URL',
    ],
    ['an origin in the clear', { MONBAN_ORIGIN: 'http://127.0.0.1:4000' }, 'MONBAN_ORIGIN'],
    ['argon2 with less memory', { MONBAN_ARGON2: '19455,2,1' }, 'MONBAN_ARGON2'],
    ['argon2 with fewer passes', { MONBAN_ARGON2: '65536,1,1' }, 'MONBAN_ARGON2'],
  ])('refuses %s', (_, change, name) => {
    expect(Object.keys(problemsOf({ ...production, ...change }))).toContain(name);
  });

  test('takes a database on this machine without TLS', () => {
    const change = { DATABASE_URL: 'postgres://a@127.0.0.1/m' };
    expect(Object.keys(problemsOf({ ...production, ...change }))).not.toContain('DATABASE_URL');
  });
});

test('.env.example lists all settings, each with its default and its line, and no other', () => {
  const root = new URL('../../../.env.example', import.meta.url);
  const expected = Object.values(declarations).map(
    ({ name, standard, what }) => `# ${what}\n#${name}=${standard ?? ''}`,
  );
  const [, ...listed] = readFileSync(root, 'utf8').trimEnd().split('\n\n');
  expect(listed).toEqual(expected);
});
