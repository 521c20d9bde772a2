import { expect, inject } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { addUser, type Company, openCompany, pins } from './house/company.ts';
import { keyboardOf } from './house/keyboard.ts';
import { button, confirm, field, heading, logOnAsAdministrator } from './house/person.ts';
import { redness } from './house/redness.ts';
import { test } from './house/test.ts';

/** Itoh, Sato and Tanaka, who may all move up to ¥100,000; Tanaka alone may approve bulk transfers. */
async function populate(): Promise<Company> {
  const company = await openCompany(inject('house'));
  await addUser(company, 'itoh01', '伊藤 さくら');
  await addUser(company, 'sato02', '佐藤 健一');
  await addUser(company, 'tanaka03', '田中 誠');
  await company.administrator.act('setUserRights', '', {
    changes: [
      {
        users: [{ userId: 'tanaka03', expectedVersion: 1 }],
        permissions: [
          { service: 'BALANCE_INQUIRY', action: 'VIEW' },
          { service: 'BULK_TRANSFER', action: 'APPROVE' },
        ],
        limits: [
          { service: 'BULK_TRANSFER', limit: { perTransaction: 5_000_001, perDay: 9_000_000 } },
        ],
        accounts: ['001-1234567'],
      },
    ],
    confirmationPin: pins.contractConfirmation,
  });
  return company;
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const review = (page: Page) => page.getByRole('region', { name: '内容の確認' });
const amount = (page: Page, service: string, label: string): Locator =>
  page.getByRole('group', { name: service }).getByLabel(new RegExp(`^${label}`));

test('the administrator gives Sato what Tanaka has, but half the limit, without a mouse: read in words, confirmed, done (R4, R13, R14)', async ({
  open,
}) => {
  const company = await populate();
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/users/sato02/rights');
  await heading(page, 'sato02（佐藤 健一）の権限と限度額').waitFor();
  const keyboard = keyboardOf(page);
  await keyboard.to(page.getByLabel('コピー元の利用者'));
  await page.keyboard.press('ArrowDown');
  await keyboard.to(page.getByRole('combobox', { name: '利用限度額' }));
  await page.keyboard.press('ArrowDown');
  await keyboard.press(button(page, '入力欄に写す'));
  await page.getByText('tanaka03（田中 誠）の内容を下の入力欄に写しました').waitFor();

  const said = (await review(page).innerText()).replaceAll(/\s+/g, ' ');
  for (const line of [
    '残高照会の業務権限 変更前 なし → 変更後 照会',
    '資金移動の業務権限 変更前 照会・実行 → 変更後 なし',
    '総合振込の業務権限 変更前 なし → 変更後 照会・承認',
    '総合振込の利用限度額（1回あたり） 変更前 ¥0 → 変更後 ¥2,500,000',
    '総合振込の利用限度額（1日あたり） 変更前 ¥0 → 変更後 ¥4,500,000',
    '利用口座 変更前 ご契約先のすべての口座 → 変更後 001-1234567',
    '1人が総合振込を承認できるようになります。',
    '1人が資金移動を実行できなくなります。',
  ]) {
    expect(said).toContain(line);
  }
  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await page.keyboard.press('Enter');
  await page.getByText('sato02（佐藤 健一）の権限と限度額を変更しました。').waitFor();

  await page.goto('/users/sato02/rights');
  expect(await amount(page, '総合振込', '1回あたり').inputValue()).toBe('2,500,000');
  expect(await box(page, '総合振込 承認').isChecked()).toBe(true);
  expect(await field(page, '口座番号').inputValue()).toBe('001-1234567');
});

test('a whole column of the grid is granted to everybody by keyboard: what it needs comes along, a wrong confirmation PIN loses nothing (R4, R13)', async ({
  open,
}) => {
  const company = await populate();
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.getByRole('link', { name: '業務権限' }).click();
  await heading(page, '業務権限').waitFor();
  const keyboard = keyboardOf(page);
  const view = (name: string) => box(page, `${name} 総合振込 照会`);
  await keyboard.to(box(page, '伊藤 さくら 残高照会 照会'));
  await page.keyboard.press('ArrowUp');
  for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press('ArrowRight');
  expect(await box(page, '総合振込 送信 すべて').evaluate(hasFocus)).toBe(true);
  await page.keyboard.press('Space');
  for (const name of ['伊藤 さくら', '佐藤 健一']) {
    expect(await view(name).getAttribute('title')).toBe('変更あり（未保存） 「送信」に必要です');
  }
  // By themselves they can't be taken away.
  await view('伊藤 さくら').click({ force: true });
  expect(await view('伊藤 さくら').isChecked()).toBe(true);
  await review(page).getByText('3人が総合振込を送信できるようになります。').waitFor();
  await review(page).getByText('2人が総合振込を照会できるようになります。').waitFor();
  await review(page)
    .getByText('2人は総合振込の業務権限がありますが、利用限度額が0円のため')
    .waitFor();

  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.wrong);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('続けてあと6回誤ると').waitFor();
  expect(await box(page, '総合振込 送信 すべて').isChecked()).toBe(true);
  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await page.keyboard.press('Enter');
  await page.getByText('3人の業務権限を変更しました。').waitFor();
  await page.getByText('まだ何も変更していません。').first().waitFor();
  await page.reload();
  await box(page, '総合振込 送信 すべて').waitFor();
  expect(await box(page, '総合振込 送信 すべて').isChecked()).toBe(true);
});

function hasFocus(element: Element): boolean {
  return element === document.activeElement;
}

test('that nobody is left who can approve is said in red before it happens; what was pressed can be taken back (R13)', async ({
  open,
}) => {
  const company = await populate();
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/permissions?users=tanaka03');
  await page.getByText('選んだ1人だけを表示しています。').waitFor();
  await box(page, '田中 誠 総合振込 承認').uncheck();
  const grave = review(page).getByText('総合振込を承認できる人が、1人もいなくなります。');
  await grave.waitFor();
  expect(await redness(grave)).toBe('red');
  await button(page, '元に戻す：tanaka03（田中 誠）').click();
  await review(page).getByText('まだ何も変更していません。').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'まだ何も変更していません。',
  );
  expect(await box(page, '田中 誠 総合振込 承認').isChecked()).toBe(true);
});

test('permissions are copied to several users, also on a telephone: chosen in a dialog, seen in the grid, taken by nobody before they are confirmed (R13)', async ({
  open,
}) => {
  const company = await populate();
  const page = await open({ viewport: { width: 390, height: 844 } });
  await logOnAsAdministrator(page, company);
  await page.goto('/permissions');
  await page.getByRole('combobox', { name: '業務' }).selectOption({ label: '総合振込' });
  await button(page, '権限をコピー').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('コピー元の利用者').selectOption({ label: 'tanaka03（田中 誠）' });
  await dialog.getByRole('button', { name: 'コピーする' }).click();
  await dialog.getByRole('alert').getByText('1人以上選んでください').waitFor();
  await dialog.getByLabel('itoh01（伊藤 さくら）').check();
  await dialog.getByLabel('sato02（佐藤 健一）').check();
  await dialog.getByRole('button', { name: 'コピーする' }).click();
  await page.getByText('tanaka03（田中 誠）の業務権限を2人にコピーしました').waitFor();
  expect(await box(page, '伊藤 さくら 総合振込 承認').isChecked()).toBe(true);
  await review(page).getByText('2人が資金移動を実行できなくなります。').waitFor();
  await confirm(page, '業務権限を変更する');
  await page.getByText('2人の業務権限を変更しました。').waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
});

test('of two windows of the administrator’s the second one to save is refused, keeps all that was entered and says what was changed meanwhile; confirmed again both changes stand', async ({
  open,
}) => {
  const company = await populate();
  const slow = await open();
  await logOnAsAdministrator(slow, company);
  await slow.goto('/users/sato02/rights');
  await amount(slow, '資金移動', '1日あたり').fill('80万');
  await box(slow, '残高照会 照会').check();

  const quick = await slow.context().newPage();
  await quick.goto('/users/sato02/rights');
  await amount(quick, '資金移動', '1回あたり').fill('20万');
  await box(quick, '資金移動 実行').uncheck();
  await confirm(quick, '権限と限度額を変更する');
  await quick.getByText('権限と限度額を変更しました。').waitFor();

  await confirm(slow, '権限と限度額を変更する');
  const alert = slow.getByRole('alert');
  await alert.getByText('ほかの方によって変更されました').waitFor();
  await expect.poll(() => alert.evaluate(hasFocus)).toBe(true);
  const told = (await alert.innerText()).replaceAll(/\s+/g, ' ');
  expect(told).toContain('資金移動の業務権限 変更前 照会・実行 → 変更後 照会');
  expect(told).toContain('資金移動の利用限度額（1回あたり） 変更前 ¥100,000 → 変更後 ¥200,000');
  // What was entered is there, what wasn't follows the other window, and the PIN is asked for anew.
  expect(await amount(slow, '資金移動', '1日あたり').inputValue()).toBe('80万');
  expect(await box(slow, '残高照会 照会').isChecked()).toBe(true);
  expect(await amount(slow, '資金移動', '1回あたり').inputValue()).toBe('200,000');
  expect(await box(slow, '資金移動 実行').isChecked()).toBe(false);
  expect(await field(slow, 'ご契約先確認暗証番号').inputValue()).toBe('');
  expect(await review(slow).innerText()).toContain('¥500,000');
  expect(await review(slow).innerText()).not.toContain('¥100,000');

  await confirm(slow, '権限と限度額を変更する');
  await slow.getByText('権限と限度額を変更しました。').waitFor();
  await slow.goto('/users/sato02/rights');
  expect(await amount(slow, '資金移動', '1日あたり').inputValue()).toBe('800,000');
  expect(await amount(slow, '資金移動', '1回あたり').inputValue()).toBe('200,000');
});

test('the grid of everybody is refused as a whole for one user who was changed meanwhile, names them and keeps its boxes', async ({
  open,
}) => {
  const company = await populate();
  const slow = await open();
  await logOnAsAdministrator(slow, company);
  await slow.goto('/permissions');
  await box(slow, '残高照会 照会 すべて').check();

  const quick = await slow.context().newPage();
  await quick.goto('/permissions');
  await box(quick, '佐藤 健一 総合振込 作成').check();
  await confirm(quick, '業務権限を変更する');
  await quick.getByText('1人の業務権限を変更しました。').waitFor();

  await confirm(slow, '業務権限を変更する');
  const alert = slow.getByRole('alert');
  await alert.getByText('sato02（佐藤 健一）').waitFor();
  expect(await alert.innerText()).not.toContain('itoh01');
  expect(await box(slow, '残高照会 照会 すべて').isChecked()).toBe(true);
  expect(await box(slow, '佐藤 健一 総合振込 作成').isChecked()).toBe(true);
  await confirm(slow, '業務権限を変更する');
  await slow.getByText('2人の業務権限を変更しました。').waitFor();
});
