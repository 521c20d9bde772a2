import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import {
  appointUser,
  type Company,
  deskOf,
  grantCertificate,
  openCompany,
  pins,
} from './house/company.ts';
import { judge } from './house/judge.ts';
import {
  button,
  enterAdministratorLogon,
  enterUserLogon,
  field,
  heading,
  logOnAsAdministrator,
} from './house/person.ts';
import type { Server } from './house/server.ts';
import { type OpenBrowser, test } from './house/test.ts';
import { endCertificatesSoon } from './house/near-its-end.ts';
import { startTlsServer } from './house/tls.ts';

const passphrase = 'Momiji no 3 hanabi!';

let server: Server;
beforeAll(async () => {
  server = await startTlsServer();
});
afterAll(() => server.stop());

/** A browser that talks TLS with the server, with none or with this person's file: the driver makes its connections, opens the file and signs. */
function openOverTls(open: OpenBrowser, pfx?: Buffer): Promise<Page> {
  const { origin } = new URL(server.url);
  return open({
    baseURL: origin,
    // Nobody knows who issued the test's own server certificate.
    ignoreHTTPSErrors: true,
    ...(pfx && { clientCertificates: [{ origin, pfx, passphrase }] }),
  });
}

/** What the page makes out of a retrieval code. */
async function fetchFile(page: Page, code: string): Promise<Buffer> {
  await page.goto('/certificate');
  await field(page, '取得コード').fill(code);
  await field(page, 'パスフレーズ').fill(passphrase);
  await field(page, 'パスフレーズ（もう一度）').fill(passphrase);
  await button(page, '電子証明書を取得する').click();
  return savedFile(page);
}

async function savedFile(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await button(page, 'ファイルを保存する').click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  await button(page, '保存しました').click();
  return Buffer.concat(chunks);
}

/** From now on everybody of the company needs a certificate. */
async function requireCertificates({ contractId }: Company): Promise<void> {
  await deskOf(inject('house')).act('setAuthenticationMethod', '', {
    contractId,
    authenticationMethod: 'CERTIFICATE',
  });
}

test('Over TLS, Chromium with the file that the page made logs on in a company that asks for certificates; without it, or with another’s, it doesn’t; revoked, the next request is refused (R12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  const { administrator, contractId } = company;
  for (const [userId, name] of [
    ['kato01', '加藤 浩'],
    ['mori02', '森 拓也'],
  ] as const)
    await appointUser(house, company, userId, name);
  const stranger = await openOverTls(open);
  const kato = await fetchFile(stranger, await grantCertificate(house, company, 'kato01'));
  const mori = await fetchFile(stranger, await grantCertificate(house, company, 'mori02'));
  const owner = await fetchFile(stranger, await grantCertificate(house, company, null));
  await requireCertificates(company);

  const refusal = async (page: Page): Promise<string> => {
    await enterUserLogon(page, contractId, 'kato01');
    return page.getByRole('alert').innerText();
  };
  const without = await refusal(await openOverTls(open));
  const withAnothers = await refusal(await openOverTls(open, mori));
  // A stranger isn't told why: neither that it is the certificate, nor whose. One with no certificate at all reads the same.
  const unknown = await openOverTls(open);
  await enterUserLogon(unknown, contractId, 'nobody');
  expect(withAnothers).toBe(without);
  expect(await unknown.getByRole('alert').innerText()).toBe(without);
  expect(without).toContain('ログオンできませんでした');
  const noAdministrator = await openOverTls(open);
  await enterAdministratorLogon(noAdministrator, company);
  await noAdministrator.getByRole('alert').waitFor();

  const page = await openOverTls(open, kato);
  await enterUserLogon(page, contractId, 'kato01');
  await heading(page, 'ホーム').waitFor();
  await page.getByRole('link', { name: 'ご自身の電子証明書' }).click();
  await page.getByText('いまのログオンで使用中').waitFor();
  await page.getByText('から更新できます', { exact: false }).waitFor();
  expect(await judge(page, 'one’s own certificate')).toEqual([]);
  await page.goto('/');
  await heading(page, 'ホーム').waitFor();

  const their = await openOverTls(open, owner);
  await logOnAsAdministrator(their, company);
  // What holds for the contract, and how long their own goes on.
  const state = their.getByRole('definition');
  await state.getByText('電子証明書', { exact: true }).waitFor();
  await state.getByText('有効', { exact: true }).waitFor();
  // Whose computer is gone is led there by the emergency stop.
  await their.getByRole('link', { name: '緊急の利用中止' }).click();
  await heading(their, '緊急の利用中止').waitFor();
  expect(await judge(their, 'emergency with certificates')).toEqual([]);
  await their.getByRole('link', { name: '電子証明書を選んで失効させる' }).click();
  await their.getByText('全員のログオンに電子証明書が必要です').waitFor();
  await their.getByRole('link', { name: '失効：kato01（加藤 浩）' }).click();
  await field(their, 'ご契約先確認暗証番号').fill(pins.contractConfirmation);
  await button(their, '失効させる').click();
  await their.getByText('の電子証明書を失効させました。', { exact: false }).waitFor();

  await their.getByRole('link', { name: 'ホーム' }).click();
  await their.getByText('ログオンできない利用者が1人います', { exact: false }).waitFor();
  await their.getByRole('link', { name: '取得コードを発行' }).click();
  await heading(their, '電子証明書').waitFor();

  await page.getByRole('link', { name: 'ご自身の電子証明書' }).click();
  await page.getByText('ログオンが終わりました').waitFor();
  await page.getByText('電子証明書が失効した', { exact: false }).waitFor();
  await enterUserLogon(page, contractId, 'kato01');
  await page.getByRole('alert').getByText('ログオンできませんでした').first().waitFor();

  // Whoever takes back their own is out, and told why.
  await their.goto('/settings/certificate');
  await their.getByRole('link', { name: '失効：', exact: false }).click();
  await their.getByText('担当窓口から新しい取得コードを受け取るまで', { exact: false }).waitFor();
  await field(their, 'ご契約先確認暗証番号').fill(pins.contractConfirmation);
  await button(their, '失効させる').click();
  await their.getByText('電子証明書を失効させました').waitFor();
  await administrator.send('{ viewer { __typename } }');
});

test('In its last 30 days a certificate is renewed by whoever is logged on with it: the page makes another key, and its file logs on too (R12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  const { contractId } = company;
  await appointUser(house, company, 'kato01', '加藤 浩');
  const stranger = await openOverTls(open);
  const old = await fetchFile(stranger, await grantCertificate(house, company, 'kato01'));
  await requireCertificates(company);
  await endCertificatesSoon(contractId, 20);

  const page = await openOverTls(open, old);
  await enterUserLogon(page, contractId, 'kato01');
  await page.getByText('まもなく期限').waitFor();
  await page.goto('/settings/certificate');
  await heading(page, 'ご自身の電子証明書').waitFor();
  expect(await judge(page, 'a certificate to be renewed')).toEqual([]);
  await button(page, '電子証明書を更新する').click();
  await page.getByRole('alert').waitFor();
  expect(await judge(page, 'a renewal with what is missing')).toEqual([]);
  await field(page, 'パスフレーズ').fill(passphrase);
  await field(page, 'パスフレーズ（もう一度）').fill(passphrase);
  await field(page, '利用者確認暗証番号').fill(pins.userConfirmation);
  await button(page, '電子証明書を更新する').click();
  await page.getByText('電子証明書ができました').waitFor();
  expect(await judge(page, 'a renewed certificate to be saved')).toEqual([]);
  await page.getByRole('link', { name: 'ホーム' }).click();
  await page.getByRole('alertdialog').waitFor();
  await button(page, 'このページに残る').click();
  const renewed = await savedFile(page);
  await page.getByText('電子証明書を更新しました', { exact: false }).waitFor();
  // Now that it is to be imported, the page still says how, and which to choose of two with one name.
  await page.getByRole('heading', { name: '取り込みの手順' }).waitFor();
  await page.getByText('有効期限の遅い方', { exact: false }).waitFor();
  await page.getByText('このページでもう一度更新', { exact: false }).waitFor();
  expect(await judge(page, 'a renewed certificate to be imported')).toEqual([]);
  expect(renewed).not.toEqual(old);

  const next = await openOverTls(open, renewed);
  await enterUserLogon(next, contractId, 'kato01');
  await heading(next, 'ホーム').waitFor();
  expect(await next.getByText('まもなく期限').count()).toBe(0);
});
