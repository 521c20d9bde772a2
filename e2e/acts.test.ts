import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { addUser, appointUser, openCompany, pins } from './house/company.ts';
import {
  button,
  confirm,
  enterUserLogon,
  field,
  heading,
  logOnAsAdministrator,
} from './house/person.ts';
import { test } from './house/test.ts';

test('the administrator finds users by name, ID and state, stops one and gives another new PINs (R16); both are thrown out at once (A12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  await appointUser(house, company, 'suzuki02', '鈴木 真由美');
  await addUser(company, 'itoh03', '伊藤 さくら');
  const { contractId } = company;
  const [sato, suzuki, page] = [await open(), await open(), await open()];
  await enterUserLogon(sato, contractId, 'sato01');
  await enterUserLogon(suzuki, contractId, 'suzuki02');
  await heading(sato, 'ホーム').waitFor();
  await heading(suzuki, 'ホーム').waitFor();

  await logOnAsAdministrator(page, company);
  await page.getByText('最初のログオンがまだの利用者が1人います').waitFor();
  await page.getByRole('link', { name: '利用者', exact: true }).click();
  await heading(page, '利用者').waitFor();
  await page.getByRole('combobox', { name: '状態' }).selectOption({ label: '初回ログオン待ち' });
  await expect.poll(() => shownUsers(page)).toEqual(['itoh03']);
  await page.getByText('1人が見つかりました').waitFor();
  await page.getByRole('combobox', { name: '状態' }).selectOption({ label: 'すべて' });
  await expect.poll(() => shownUsers(page)).toHaveLength(3);
  await page.getByLabel('検索（利用者ID・氏名）').fill('真由美');
  await expect.poll(() => shownUsers(page)).toEqual(['suzuki02']);
  await page.getByLabel('検索（利用者ID・氏名）').fill('');
  await expect.poll(() => shownUsers(page)).toHaveLength(3);

  await page.getByRole('link', { name: '利用を中止：sato01' }).click();
  await confirm(page, '利用を中止する');
  await page.getByText('sato01（佐藤 健一）の利用を中止しました。').waitFor();
  const row = page.getByRole('row', { name: /sato01/ });
  expect(await row.innerText()).toContain('管理者による中止');
  await thrownOut(sato);

  await page.getByRole('link', { name: '暗証番号を再発行：suzuki02' }).click();
  await confirm(page, '暗証番号を再発行する');
  const slip = page.getByRole('article', { name: /suzuki02/ });
  await slip.waitFor();
  const codes = await slip.locator('code').allInnerTexts();
  const [pin = ''] = codes.slice(-2);
  // On paper there is the slip alone.
  await page.emulateMedia({ media: 'print' });
  expect(await slip.isVisible()).toBe(true);
  expect(await page.getByRole('button').or(page.getByRole('navigation')).all()).toEqual([]);
  await page.emulateMedia({ media: null });
  await thrownOut(suzuki);
  await enterUserLogon(suzuki, contractId, 'suzuki02');
  await suzuki.getByRole('alert').waitFor();
  await enterUserLogon(suzuki, contractId, 'suzuki02', pin);
  await heading(suzuki, '暗証番号を決める').waitFor();
});

async function shownUsers(page: Page): Promise<readonly string[]> {
  return page.getByRole('rowheader').getByRole('link').allInnerTexts();
}

/** The next thing that somebody does tells them that their session is over. */
async function thrownOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: '設定' }).click();
  await page.getByText('ログオンが終わりました').waitFor();
}

test('everybody changes either of their own PINs, sees while typing which rules are met, and can’t make the two equal (R3–R6, R22)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.getByRole('link', { name: '設定' }).click();
  await page.getByRole('link', { name: '暗証番号の変更' }).click();
  await heading(page, '暗証番号の変更').waitFor();

  const rule = (text: string) => page.getByRole('listitem').filter({ hasText: text });
  await field(page, '新しいご契約先暗証番号').fill('abcd');
  expect(await rule('8文字以上').innerText()).toContain('まだ満たしていません');
  expect(await rule('4つ以上続かない').innerText()).toContain('まだ満たしていません');
  await field(page, '新しいご契約先暗証番号').fill('harbor-light-58');
  expect(await rule('8文字以上').innerText()).toContain('（満たしています）');
  expect(await rule('4つ以上続かない').innerText()).toContain('（満たしています）');

  await changePin(page, 'ご契約先暗証番号', pins.contractConfirmation);
  await page.getByRole('alert').getByText('同じ暗証番号は使えません').waitFor();
  await changePin(page, 'ご契約先暗証番号', 'harbor-light-58');
  await page.getByText('ご契約先暗証番号を変更しました。').waitFor();

  await page.getByLabel('ご契約先確認暗証番号操作').check();
  await field(page, '新しいご契約先確認暗証番号').fill('quiet-garden-31');
  await field(page, '新しいご契約先確認暗証番号（もう一度）').fill('quiet-garden-31');
  await field(page, 'いまのご契約先暗証番号').fill('harbor-light-58');
  await field(page, 'いまのご契約先確認暗証番号').fill(pins.contractConfirmation);
  await button(page, '変更する').click();
  await page.getByText('ご契約先確認暗証番号を変更しました。').waitFor();

  await page.goto('/users/sato01/lock');
  await confirm(page, '利用を中止する', 'quiet-garden-31');
  await page.getByText('利用を中止しました。').waitFor();
  await button(page, 'ログオフ').click();
  await page.getByText('ログオフしました').waitFor();
  await logOnAsAdministrator(page, company, 'harbor-light-58');
});

/** The logon PIN, proven by both current ones. */
async function changePin(page: Page, kind: string, newPin: string): Promise<void> {
  await field(page, `新しい${kind}`).fill(newPin);
  await field(page, `新しい${kind}（もう一度）`).fill(newPin);
  await field(page, 'いまのご契約先暗証番号').fill(pins.contract);
  await field(page, 'いまのご契約先確認暗証番号').fill(pins.contractConfirmation);
  await button(page, '変更する').click();
}
