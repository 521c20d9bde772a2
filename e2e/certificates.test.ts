import { readFile } from 'node:fs/promises';
import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { signingRequest } from '@monban/api/test/harness/certificates';
import type { Page, Request } from 'playwright-core';
import { expect, inject } from 'vitest';
import { appointUser, deskOf, grantCertificate, openCompany, pins } from './house/company.ts';
import { judge } from './house/judge.ts';
import { keyboardOf } from './house/keyboard.ts';
import {
  button,
  confirm,
  enterUserLogon,
  field,
  heading,
  logOnAsAdministrator,
} from './house/person.ts';
import { test } from './house/test.ts';

const passphrase = 'Momiji no 3 hanabi!';
const fetchTitle = '電子証明書の取得';
const get = '電子証明書を取得する';

/** As it stands in what was sent. */
function signingRequestIn(body = ''): string {
  const [found] = /-----BEGIN CERTIFICATE REQUEST[^"]*/.exec(body) ?? [];
  if (found === undefined) throw new Error('No signing request was sent.');
  return found;
}

async function enterCode(page: Page, code: string, secret = passphrase): Promise<void> {
  await page.goto('/certificate');
  await field(page, '取得コード').fill(code);
  await field(page, 'パスフレーズ').fill(secret);
  await field(page, 'パスフレーズ（もう一度）').fill(secret);
}

/** Presses the button that hands the file over, and reads what arrived. */
async function savedFile(page: Page, name: string): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent('download');
  await button(page, name).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** Everything that the page's browser keeps beside the page itself. */
async function keptIn(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      await indexedDB.databases(),
      await caches.keys(),
      history.state as unknown,
      location.href,
    ]),
  );
}

test('“I am to have a certificate”: the administrator gives out a code by keyboard, on a slip that stays until it is printed; the user gets a file with it, and the key is sent and kept nowhere (R12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'kato01', '加藤 浩');
  const page = await open();
  await logOnAsAdministrator(page, company);
  const keyboard = keyboardOf(page);
  await keyboard.press(page.getByRole('link', { name: '電子証明書', exact: true }));
  await heading(page, '電子証明書').waitFor();
  await page.getByText('このご契約では、電子証明書は必要ありません').waitFor();
  expect(await judge(page, 'certificates')).toEqual([]);
  await keyboard.press(page.getByRole('link', { name: '取得コードを発行：kato01（加藤 浩）' }));
  await page.getByRole('dialog').waitFor();
  expect(await judge(page, 'giving out a code')).toEqual([]);
  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keyboard.press(button(page, '取得コードを発行する'));
  await heading(page, '取得コードの用紙').waitFor();
  expect(await judge(page, 'slip with a code')).toEqual([]);
  const code = await page.locator('article code').innerText();
  expect(await keptIn(page)).not.toContain(code);

  // Whoever leaves by mistake is asked.
  await page.getByRole('link', { name: 'ホーム' }).click();
  await page.getByRole('alertdialog').waitFor();
  expect(await judge(page, 'leaving the slip with a code')).toEqual([]);
  await button(page, 'このページに残る').click();
  await button(page, '印刷しました').click();
  await heading(page, '電子証明書').waitFor();
  await page.getByText('取得コード発行済み', { exact: false }).waitFor();
  expect(await page.locator('body').innerText()).not.toContain(code);

  const stranger = await open();
  const sent: string[] = [];
  stranger.on('request', (request: Request) =>
    sent.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`),
  );
  // What WebCrypto gives out of the key, to look for it everywhere.
  await stranger.exposeFunction('tellKey', (key: string) => keys.push(key));
  const keys: string[] = [];
  await stranger.addInitScript(() => {
    const { tellKey } = globalThis as unknown as { tellKey(text: string): void };
    const exportKey = crypto.subtle.exportKey.bind(crypto.subtle);
    const generateKey = crypto.subtle.generateKey.bind(crypto.subtle);
    crypto.subtle.generateKey = (async (...given: Parameters<typeof generateKey>) => {
      const made = await generateKey(...given);
      if ('privateKey' in made) tellKey((await exportKey('jwk', made.privateKey)).d ?? '');
      return made;
    }) as typeof generateKey;
  });
  await stranger.goto('/');
  await stranger.getByRole('link', { name: '取得コードをお持ちの方', exact: false }).click();
  await heading(stranger, fetchTitle).waitFor();
  expect(await judge(stranger, 'getting a certificate')).toEqual([]);

  await button(stranger, get).click();
  await stranger.getByRole('alert').waitFor();
  await field(stranger, '取得コード').fill('ABCD');
  await field(stranger, 'パスフレーズ').fill('short');
  await field(stranger, 'パスフレーズ（もう一度）').fill('another');
  await button(stranger, get).click();
  const alert = stranger.getByRole('alert');
  await alert.getByText('4文字ずつ7組', { exact: false }).waitFor();
  await alert.getByText('8文字以上', { exact: false }).waitFor();
  await alert.getByText('一致していません', { exact: false }).waitFor();
  expect(await judge(stranger, 'getting a certificate with what is wrong')).toEqual([]);
  expect(sent.join('\n')).not.toContain('RequestCertificate');

  // As people type it: full-width, small, with blanks.
  const wide = code
    .toLowerCase()
    .replaceAll('-', '　')
    .replaceAll(/[0-9a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
  await field(stranger, '取得コード').fill(wide);
  expect(await field(stranger, '取得コード').inputValue()).toBe(code.replaceAll('-', ' '));
  await field(stranger, 'パスフレーズ').fill(passphrase);
  await field(stranger, 'パスフレーズ（もう一度）').fill(passphrase);
  await button(stranger, get).click();
  await stranger.getByText('電子証明書ができました').waitFor();
  expect(await judge(stranger, 'a certificate to be saved')).toEqual([]);
  const { content, name } = await savedFile(stranger, 'ファイルを保存する');
  expect(name).toBe('monban-kato01.p12');
  expect((await savedFile(stranger, 'もう一度保存する')).content).toEqual(content);
  createSecureContext({ pfx: content, passphrase });
  expect(() => createSecureContext({ pfx: content, passphrase: `${passphrase}!` })).toThrow(
    /mac verify/,
  );

  const kept = await keptIn(stranger);
  await button(stranger, '保存しました').click();
  await stranger.getByText('ファイルを保存しました').waitFor();
  // The code is spent: whoever can't import the file reads whom to ask for another.
  await stranger.getByText('新しい取得コードで取得し直してください', { exact: false }).waitFor();
  expect(await judge(stranger, 'a certificate that is saved')).toEqual([]);
  const everything = [...sent, kept, await keptIn(stranger)].join('\n');
  expect(everything).toContain('BEGIN CERTIFICATE REQUEST');
  expect(keys).toHaveLength(1);
  const secret = Buffer.from(keys[0] ?? '', 'base64url');
  expect(secret).toHaveLength(32);
  for (const text of formsOf(secret)) expect(everything).not.toContain(text);
  expect(everything).not.toContain(passphrase);
  expect(everything).not.toContain(JSON.stringify(passphrase));

  await page.reload();
  await page.getByText('有効', { exact: true }).waitFor();
  await page.goto('/users/kato01');
  await page.getByText('有効', { exact: true }).waitFor();
});

/** A key's secret as it could be hidden in a text; of Base64 what doesn't hang on where it begins. */
function formsOf(secret: Buffer): readonly string[] {
  const shifted = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), secret])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    secret.toString('hex'),
    secret.toString('latin1'),
    secret.toString('base64url'),
    ...shifted,
    ...shifted.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

test('An answer that is lost costs no code: pressed again, though the code is now written without hyphens, the page sends the same request and makes the file (R12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'kato01', '加藤 浩');
  const page = await open();
  const code = await grantCertificate(house, company, 'kato01');
  await enterCode(page, code);
  const requests: string[] = [];
  await page.route('**/graphql', async (route) => {
    requests.push(route.request().postData() ?? '');
    // The server has done it, and its answer gets lost on the way.
    await route.fetch();
    await route.fulfill({ body: '' });
  });
  await button(page, get).click();
  await page.getByRole('alert').getByText('同じ鍵で取得し直します', { exact: false }).waitFor();
  await page.unrouteAll();
  await field(page, '取得コード').fill(code.replaceAll('-', ''));
  const sentAgain = page.waitForRequest('**/graphql');
  await button(page, get).click();
  expect((await sentAgain).postData()).toContain(signingRequestIn(requests[0]));
  await page.getByText('電子証明書ができました').waitFor();
  const { content } = await savedFile(page, 'ファイルを保存する');
  createSecureContext({ pfx: content, passphrase });

  // Used up, it gives nothing more: to whoever finds the slip, say.
  const finder = await open();
  await enterCode(finder, code);
  await button(finder, get).click();
  await finder
    .getByRole('alert')
    .getByText('この取得コードは使えません', { exact: false })
    .waitFor();
  expect(await field(finder, '取得コード').inputValue()).toBe(code);
});

test('Whoever has a key of their own gets certificate and chain for its signing request, and no key is made (R12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  const retrievalCode = await grantCertificate(house, company, null);
  const pem = (await signingRequest()).pem;
  const page = await open();
  await page.goto('/certificate');
  await field(page, '取得コード').fill(retrievalCode);
  await page.getByLabel('ご自身で作った証明書署名要求を使う').check();
  await button(page, get).click();
  await page.getByRole('alert').waitFor();
  expect(await judge(page, 'a signing request that is missing')).toEqual([]);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'photo.png',
    mimeType: 'image/png',
    buffer: Buffer.from([137, 80, 78, 71]),
  });
  await page.getByText('ファイルを読み取れません', { exact: false }).waitFor();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'request.pem',
    mimeType: 'application/x-pem-file',
    buffer: Buffer.from(
      pem.replace('CERTIFICATE REQUEST-----\n', 'CERTIFICATE REQUEST-----\nAAAA'),
    ),
  });
  await button(page, get).click();
  await page.getByRole('alert').getByText('読み取れません', { exact: false }).waitFor();
  await field(page, '証明書署名要求（PEM形式）').fill(pem);
  await button(page, get).click();
  await page.getByText('電子証明書ができました').waitFor();
  expect(await judge(page, 'a certificate and its chain')).toEqual([]);
  const { content, name } = await savedFile(page, 'ファイルを保存する');
  expect(name).toBe('monban-administrator.pem');
  const [own = '', issuer = ''] = content.toString().split(/(?<=-----END CERTIFICATE-----\n)/);
  expect(new X509Certificate(own).verify(new X509Certificate(issuer).publicKey)).toBe(true);
  expect(content.toString()).not.toContain('PRIVATE');
});

test('The administrator takes a certificate back, and reads before it what follows (R12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'kato01', '加藤 浩');
  const { contractId } = company;
  await company.administrator.act('requestCertificate', '', {
    retrievalCode: await grantCertificate(house, company, 'kato01'),
    certificateRequest: (await signingRequest()).pem,
  });
  const page = await open();
  await logOnAsAdministrator(page, company);
  await deskOf(house).act('setAuthenticationMethod', '', {
    contractId,
    authenticationMethod: 'CERTIFICATE',
    certificateFrom: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await page.goto('/certificates');
  await page
    .getByText('から、全員のログオンに電子証明書が必要になります', { exact: false })
    .waitFor();
  await page.getByRole('link', { name: '失効：kato01（加藤 浩）' }).click();
  await page.getByText('ほかに有効な電子証明書がありません', { exact: false }).waitFor();
  expect(await judge(page, 'taking a certificate back')).toEqual([]);
  await confirm(page, '失効させる');
  await page.getByText('の電子証明書を失効させました。', { exact: false }).waitFor();
  await page.getByRole('cell').getByText('失効', { exact: true }).first().waitFor();
  await page.goto('/users/kato01');
  await page.getByRole('link', { name: '取得コードを発行する' }).first().click();
  await page.getByRole('dialog').waitFor();
  await page.goto('/settings/certificate');
  await page.getByText('電子証明書はありません。').waitFor();
  expect(await judge(page, 'no certificate of one’s own')).toEqual([]);
});

test('Before the day on which certificates are needed, the first page tells the administrator who has none, and a user from when one is needed (R12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'kato01', '加藤 浩');
  await deskOf(house).act('setAuthenticationMethod', '', {
    contractId: company.contractId,
    authenticationMethod: 'CERTIFICATE',
    certificateFrom: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.getByText('あなたがまだお持ちでありません', { exact: false }).waitFor();
  await page.getByText('電子証明書のない利用者が1人います', { exact: false }).waitFor();
  await page.getByText('加藤 浩さん').waitFor();
  expect(await judge(page, 'home before certificates are needed')).toEqual([]);
  await page.getByRole('link', { name: '取得コードを発行' }).click();
  await heading(page, '電子証明書').waitFor();

  const user = await open();
  await enterUserLogon(user, company.contractId, 'kato01');
  await heading(user, 'ホーム').waitFor();
  await user
    .getByText('から、全員のログオンに電子証明書が必要になります', { exact: false })
    .waitFor();
  expect(await judge(user, 'own page before certificates are needed')).toEqual([]);
});
