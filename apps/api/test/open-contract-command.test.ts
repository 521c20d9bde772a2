import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runCommand } from '../src/cli/run-command.ts';
import { readSettings } from '../src/settings.ts';
import { connect } from './harness/client.ts';
import { bank, bankToken } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

/** `monban open-contract` */
async function open(words: readonly string[], url = server.url) {
  const out: string[] = [];
  const error: string[] = [];
  const terminal = {
    print: (text: string) => void out.push(text),
    complain: (text: string) => void error.push(text),
  };
  const settings = () => readSettings({ ...ground.env, MONBAN_URL: url });
  const code = await runCommand(['open-contract', ...words], terminal, settings);
  return { code, out: out.join('\n'), error: error.join('\n') };
}

async function contracts(): Promise<number> {
  const { contracts: all } = await bank(server.url, ground, ['desk']).send<{
    contracts: { totalCount: number };
  }>('{ contracts(first: 1) { totalCount } }');
  return all.totalCount;
}

describe('monban open-contract', () => {
  it('opens a contract on the running server, and shows once what the company gets in the mail', async () => {
    const words = [
      '--name',
      '青葉運輸',
      '--linked',
      '--service',
      'BALANCE_INQUIRY',
      '--service',
      'PAYROLL=80万/1,000,000',
    ];
    const { code, out } = await open([...words, '--json']);
    expect(code).toBe(0);
    const opened = JSON.parse(out) as {
      contractId: string;
      registrationPin: string;
      card: { digits: readonly string[] };
    };
    expect(opened.registrationPin).toMatch(/^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
    expect(opened.card.digits.join('')).toMatch(/^[0-9]{100}$/);
    const { contract } = await bank(server.url, ground, ['desk']).send(
      `query ($contractId: ContractId) { contract(contractId: $contractId) { name lockLinkage services { service ceiling { perTransaction perDay } } } }`,
      { contractId: opened.contractId },
    );
    expect(contract).toEqual({
      name: '青葉運輸',
      lockLinkage: 'LINKED',
      services: [
        { service: 'BALANCE_INQUIRY', ceiling: null },
        { service: 'PAYROLL', ceiling: { perTransaction: 800_000, perDay: 1_000_000 } },
      ],
    });
  });

  it('prints a card that a person can read', async () => {
    const { out } = await open(['--name', 'Aoba']);
    const lines = out.split('\n');
    const head = lines.find((line) => line.trim() === 'A  B  C  D  E  F  G  H  I  J') ?? '';
    for (let row = 0; row < 10; row += 1) {
      const line =
        lines.find((one) => new RegExp(String.raw`^ +${row}(  \d){10}$`).test(one)) ?? '';
      expect(line.length).toBe(head.length);
    }
  });

  it.each([
    ['no name', [], 2, '--name is needed'],
    ['both linkages', ['--name', 'A', '--linked', '--unlinked'], 2, 'exclude each other'],
    ['a service that there is not', ['--name', 'A', '--service', 'kanari'], 2, '--service takes'],
    ['a ceiling that is none', ['--name', 'A', '--service', 'PAYROLL=kanari'], 2, 'two amounts'],
    [
      'a ceiling where no money moves',
      ['--name', 'A', '--service', 'DIRECT_DEBIT=1/1'],
      2,
      'moves no money',
    ],
    ['a contract ID that is none', ['--name', 'A', '--contract', '123'], 1, '11'],
    ['a token that is none', ['--name', 'A', '--token', 'kanari'], 1, 'token is not valid'],
  ])('says in one line what is wrong: %s', async (_what, words, code, reason) => {
    const ended = await open(words);
    expect([ended.code, ended.out, ended.error.split('\n').length]).toEqual([code, '', 1]);
    expect(ended.error).toContain(reason);
    expect(ended.error).not.toContain('kanari');
  });

  it('two persons: says that nothing was opened, and what to do next; the mutations that it names do it', async () => {
    const env = { ...ground.env, MONBAN_TWO_PERSONS: 'on' };
    const careful = await startHere({ ...ground, env });
    const { code, out } = await open(['--name', 'Aoba'], careful.url);
    expect(code).toBe(0);
    expect(out).toContain('Nothing has been opened');
    const [approve = '', show = ''] = out.split('\n').filter((line) => line.includes('mutation'));
    const as = (subject: string) =>
      connect(careful.url, { authorization: `Bearer ${bankToken(ground, ['desk'], subject)}` });
    expect(await as('clerk2').send(approve)).toEqual({
      approveDeskAct: { registrationPin: expect.any(String) as unknown },
    });
    expect(await as('clerk1').send(show)).toMatchObject({
      showCard: {
        card: { digits: expect.arrayContaining([expect.stringMatching(/^[0-9]{10}$/)]) as unknown },
      },
    });
    await careful.close();
  });

  it('--sheet keeps the card as a PDF for its owner alone, shows its digits nowhere else, and writes over nothing', async () => {
    const sheet = join(ground.dataDir, 'card.pdf');
    const { code, out } = await open(['--name', 'Aoba', '--sheet', sheet]);
    expect(code).toBe(0);
    expect(out).toContain(`to print, in ${sheet}`);
    expect(out).not.toMatch(/\d( {2}\d){9}/);
    expect(statSync(sheet).mode & 0o777).toBe(0o600);
    const pdf = readFileSync(sheet);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    const before = await contracts();
    const again = await open(['--name', 'Aoba', '--sheet', sheet]);
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.error).toContain('is there already; nothing was opened');
    expect(readFileSync(sheet).equals(pdf)).toBe(true);
    const nowhere = await open(['--name', 'Aoba', '--sheet', join(ground.dataDir, 'no', 'card')]);
    expect(nowhere.error).toContain('(ENOENT); nothing was opened');
    expect(await contracts()).toBe(before);
  });

  it('--sheet leaves no file where nothing was opened', async () => {
    const sheet = join(ground.dataDir, 'none.pdf');
    expect((await open(['--name', '', '--sheet', sheet])).code).toBe(1);
    expect(existsSync(sheet)).toBe(false);
    const env = { ...ground.env, MONBAN_TWO_PERSONS: 'on' };
    const careful = await startHere({ ...ground, env });
    const { out } = await open(['--name', 'Aoba', '--sheet', sheet], careful.url);
    await careful.close();
    expect(out).toContain('Nothing has been opened');
    expect(existsSync(sheet)).toBe(false);
  });

  it('says where it looked for a server', async () => {
    const { code, error } = await open(['--name', 'A'], 'http://127.0.0.1:9');
    expect([code, error]).toEqual([
      1,
      expect.stringContaining('no server answers at http://127.0.0.1:9'),
    ]);
  });
});
