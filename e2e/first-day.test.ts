import { expect, inject } from 'vitest';
import { type Letters, openContract, pins } from './house/company.ts';
import { type Keyboard, keyboardOf } from './house/keyboard.ts';
import { button, enterUserLogon, field, heading, readOffCard } from './house/person.ts';
import { test } from './house/test.ts';
import type { Page } from 'playwright-core';

/** Registers with the letter and the card alone (R2, R7). */
async function register(page: Page, keys: Keyboard, letters: Letters): Promise<void> {
  await page.goto('/');
  await keys.press(page.getByRole('link', { name: '初めてお使いの方（開通確認）' }));
  await heading(page, '開通確認').waitFor();
  await keys.type(field(page, 'ご契約先ID'), letters.contractId);
  await keys.type(field(page, 'ご契約先登録用暗証番号'), letters.registrationPin);
  await keys.type(field(page, 'ワンタイムパスワード'), await readOffCard(page, letters.card));
  await keys.type(field(page, 'ご契約先暗証番号'), pins.contract);
  await keys.type(field(page, 'ご契約先暗証番号（もう一度）'), pins.contract);
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.type(field(page, 'ご契約先確認暗証番号（もう一度）'), pins.contractConfirmation);
  await keys.press(button(page, '開通確認を完了する'));
  await heading(page, 'ホーム').waitFor();
}

async function addFirstUser(page: Page, keys: Keyboard): Promise<void> {
  await keys.press(page.getByRole('link', { name: '利用者', exact: true }));
  await keys.press(page.getByRole('link', { name: '利用者を追加' }));
  await heading(page, '利用者を追加').waitFor();
  await keys.type(field(page, '利用者ID'), 'hayashi01');
  await keys.type(field(page, '氏名'), '林 あゆみ');
  const transfer = page.getByRole('group', { name: '資金移動' });
  await keys.press(transfer.getByLabel('実行'), 'Space');
  await keys.type(field(page, '1回あたりの限度額'), '80万');
  await keys.type(field(page, '1日あたりの限度額'), '2,000,000');
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.press(button(page, '利用者を追加する'));
  await heading(page, '仮の暗証番号の用紙').waitFor();
}

async function readSlip(page: Page, what: string): Promise<string> {
  const value = page.locator('dt', { hasText: what }).locator('xpath=following-sibling::dd[1]');
  return value.innerText();
}

test('a company’s first day goes by keyboard alone: registration with letter and card (R2, R7), a user, a slip that stays until it is printed; then the user replaces both temporary PINs (R5, R6)', async ({
  open,
}) => {
  const letters = await openContract(inject('house'));
  const page = await open();
  const keys = keyboardOf(page);

  await register(page, keys, letters);
  expect(await page.getByText('今回が最初のログオンです').isVisible()).toBe(true);
  await addFirstUser(page, keys);

  const pin = await readSlip(page, '利用者暗証番号（仮）');
  const confirmationPin = await readSlip(page, '利用者確認暗証番号（仮）');
  expect(pin).not.toBe(confirmationPin);

  // Leaving is asked about; staying leaves the slip as it was.
  await keys.press(page.getByRole('link', { name: 'ホーム' }));
  await page.getByRole('alertdialog', { name: '用紙を印刷しましたか' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await readSlip(page, '利用者暗証番号（仮）')).toBe(pin);

  await keys.press(button(page, '印刷しました'));
  await heading(page, '利用者').waitFor();
  await page.goBack();
  await page.getByText('表示できる仮の暗証番号はありません。').waitFor();
  expect(await page.getByText(pin).count()).toBe(0);

  const own = await open();
  await startWork(own, letters.contractId, { pin, confirmationPin });
});

/** A user's first logon, in a browser of their own. */
async function startWork(
  page: Page,
  contractId: string,
  slip: { readonly pin: string; readonly confirmationPin: string },
): Promise<void> {
  await enterUserLogon(page, contractId, 'hayashi01', slip.pin);
  await heading(page, '暗証番号を決める').waitFor();
  // Nothing else can be done before.
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.goto('/pins');
  await heading(page, '暗証番号を決める').waitFor();

  await field(page, '利用者確認暗証番号（仮）').fill(slip.confirmationPin);
  await field(page, '新しい利用者暗証番号').fill(pins.user);
  await field(page, '新しい利用者暗証番号（もう一度）').fill(pins.user);
  await field(page, '新しい利用者確認暗証番号').fill(pins.userConfirmation);
  await field(page, '新しい利用者確認暗証番号（もう一度）').fill(pins.userConfirmation);
  await button(page, 'この暗証番号にする').click();
  await heading(page, 'ホーム').waitFor();
  const limit = page.getByRole('row', { name: /資金移動.*今日の残り/ });
  expect(await limit.innerText()).toMatch(
    /¥800,000\s+¥2,000,000\s+資金移動の今日の利用\s+¥0 \/ ¥2,000,000\s+今日の残り ¥2,000,000/,
  );

  await button(page, 'ログオフ').click();
  await page.getByText('ログオフしました').waitFor();
  await enterUserLogon(page, contractId, 'hayashi01', slip.pin);
  await page.getByRole('alert').waitFor();
  await enterUserLogon(page, contractId, 'hayashi01');
  await heading(page, 'ホーム').waitFor();
}
