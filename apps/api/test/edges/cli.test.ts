import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBankTokens } from '../../src/bank/bank-tokens.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { openKeyRing } from '../../src/secrets/key-ring.ts';
import { readSettings } from '../../src/settings.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'monban-cli-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function monban(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCommand(
    words,
    { print: (text) => out.push(text), complain: (text) => error.push(text) },
    () => readSettings({ MONBAN_DATA_DIR: dataDir, ...env }),
  );
  return { code, out: out.join('\n'), error: error.join('\n') };
}

test('The command line writes to standard output, complains on standard error, and says by its code which', async () => {
  const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');
  const loader = ['--import', import.meta.resolve('@oxc-node/core/register')];
  const ended = await Promise.all(
    [['bank-token', '--scope', 'read', '--json'], ['bank-token']].map(
      (words) =>
        new Promise((resolve) => {
          const env = { PATH: process.env['PATH'], MONBAN_DATA_DIR: dataDir };
          execFile(process.execPath, [...loader, cli, ...words], { env }, (failure, out, error) =>
            resolve([failure?.code ?? 0, out, error]),
          );
        }),
    ),
  );
  expect(ended).toEqual([
    [0, expect.stringMatching(/^\{"token":"[\w.-]+"\}\n$/), ''],
    [2, '', expect.stringMatching(/^monban bank-token: [^\n]+\n$/)],
  ]);
});

describe('The command line', () => {
  test('bank-token signs what the server of the same data folder accepts', async () => {
    const { out } = await monban(['bank-token', '--scope', 'desk,transactions', '--json']);
    const { token } = JSON.parse(out) as { token: string };
    const settings = readSettings({ MONBAN_DATA_DIR: dataDir });
    const tokens = openBankTokens(settings, openKeyRing(settings));
    expect(await tokens.verifyBankToken(`Bearer ${token}`, null, Date.now())).toEqual({
      ok: true,
      value: {
        clientId: 'monban-development',
        subject: 'clerk1',
        scopes: new Set(['desk', 'transactions']),
        bound: false,
      },
    });
  });

  test('bank-token signs nothing where the bank’s identity provider is set', async () => {
    const { code, out, error } = await monban(['bank-token', '--scope', 'desk'], {
      BANK_ISSUER: 'https://id.bank.example',
      BANK_AUDIENCE: 'monban',
      BANK_JWKS_URL: 'https://id.bank.example/jwks',
    });
    expect([code, out, error]).toEqual([1, '', expect.stringContaining('identity provider')]);
  });

  test.each([
    [['bank-token'], 2, '--scope takes desk, transactions, read'],
    [['bank-token', '--scope', 'kanari'], 2, '--scope takes'],
    [['bank-token', '--scope', 'desk', '--sub', 'monban-development'], 2, 'needs a human'],
    [['bank-token', '--kanari'], 2, 'expected: bank-token'],
    [['kanari'], 2, 'there is no such command'],
    [['tune'], 1, 'is known, but not built'],
    [['migrate'], 1, 'DATABASE_URL is not set'],
  ])('%j says what is wrong in one line, and fails', async (words, code, reason) => {
    const ended = await monban(words);
    expect([ended.code, ended.out, ended.error.split('\n').length]).toEqual([code, '', 1]);
    expect(ended.error).toContain(reason);
    expect(ended.error).not.toContain('kanari');
  });

  test.each([[[]], [['--help']], [['bank-token', '--help']], [['migrate', '--help']]])(
    '%j tells how it is used, and by a call that works without pnpm',
    async (words) => {
      const { code, out } = await monban(words);
      expect([code, out]).toEqual([0, expect.stringContaining('npm run -s monban -- ')]);
    },
  );
});
