import { expect, inject } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { addUser, appointUser, type Company, openCompany, pins } from './house/company.ts';
import { type Keyboard, keyboardOf } from './house/keyboard.ts';
import { button, enterUserLogon, field, heading, logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

const sato = 'sato01（佐藤 健一）';

test('a user’s name and address are corrected by keyboard alone: from what to what is read before the PIN (R4), and who is told', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await addUser(company, 'sato01', '佐藤 健一');
  const page = await open();
  const keys = keyboardOf(page);
  await logOnAsAdministrator(page, company);

  await keys.press(page.getByRole('link', { name: '利用者', exact: true }));
  await keys.press(page.getByRole('link', { name: 'sato01', exact: true }));
  await heading(page, sato).waitFor();
  await keys.press(button(page, '氏名・アドレスを訂正'));
  const dialog = page.getByRole('dialog', { name: `${sato}の氏名・アドレスを訂正` });
  await dialog.getByText('変更はありません。').first().waitFor();
  await replace(page, keys, '氏名', '佐藤 謙一');
  await replace(page, keys, 'Eメールアドレス', 'sato＠example．jp');
  await keys.press(button(page, '訂正する'));
  // Nothing is sent that can be known to be wrong; what is said leads to the field.
  await dialog.getByRole('alert').getByText('Eメールアドレスの形になっていません').waitFor();
  await replace(page, keys, 'Eメールアドレス', 'sato@example.jp');
  expect(await linesOf(dialog)).toEqual([
    '氏名 変更前 佐藤 健一 → 変更後 佐藤 謙一',
    'Eメールアドレス 変更前 なし → 変更後 sato@example.jp',
  ]);
  await dialog.getByText('ご本人へもEメールでお知らせします。').waitFor();
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.press(button(page, '訂正する'));

  await page.getByText('sato01（佐藤 謙一）の登録内容を訂正しました。').waitFor();
  await heading(page, 'sato01（佐藤 謙一）').waitFor();
  await page.getByText('sato@example.jp').waitFor();

  // Nobody takes a user's mails away unseen: the page says where they still go, and before the PIN that they will.
  await page.goto('/users/sato01/update');
  await field(page, 'Eメールアドレス').fill('other@example.jp');
  await page.getByText('これまでのアドレスには、乗っ取りに備えて', { exact: false }).waitFor();
  await saveCorrection(page);
  await page.getByText(/変更前の宛先 sato@example\.jp にも.+まで届きます/).waitFor();
});

test('names of 200 characters, of signs that can’t be seen and of several lines have their answer at the field; an emoji is a letter like others', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await addUser(company, 'sato01', '佐藤 健一');
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/users/sato01/update');
  const name = field(page, '氏名');
  const said = async (text: string) => {
    await name.fill(text);
    await field(page, 'ご契約先確認暗証番号').fill(pins.contractConfirmation);
    await button(page, '訂正する').click();
    await page.getByRole('alert').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    const [id = ''] = (await name.getAttribute('aria-describedby'))?.split(' ').slice(-1) ?? [];
    // Neither here nor anywhere else is repeated what was typed.
    return page.locator(`[id="${id}"]`).innerText();
  };
  expect(await said('佐'.repeat(200))).toContain('60文字以内で入力してください');
  expect(await said('家族👨‍👩‍👧')).toContain('目に見えない文字があります');
  expect(await said('　 ')).toContain('入力されていません');

  // A line break that is pasted is gone before anybody sends it, and the preview shows what is left.
  await name.evaluate((input: HTMLInputElement) => {
    input.focus();
    input.select();
    document.execCommand('insertText', false, '佐藤\r\n健一🌸');
  });
  expect(await name.inputValue()).not.toMatch(/[\r\n]/);
  await name.fill('佐藤 健一🌸');
  await field(page, 'ご契約先確認暗証番号').fill(pins.contractConfirmation);
  await button(page, '訂正する').click();
  await heading(page, 'sato01（佐藤 健一🌸）').waitFor();
});

test('two windows on the same user: the second save changes nothing, keeps what was typed, and shows what the first one changed', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await addUser(company, 'sato01', '佐藤 健一');
  const first = await open();
  await logOnAsAdministrator(first, company);
  const second = await first.context().newPage();
  for (const page of [first, second]) await page.goto('/users/sato01/update');

  await field(first, '氏名').fill('佐藤 謙一');
  await saveCorrection(first);
  await heading(first, 'sato01（佐藤 謙一）').waitFor();

  await field(second, 'Eメールアドレス').fill('sato@example.jp');
  await saveCorrection(second);
  const alert = second.getByRole('alert');
  await alert.getByText('表示している間に、次のように変更されました。').waitFor();
  expect(await linesOf(alert)).toEqual(['氏名 変更前 佐藤 健一 → 変更後 佐藤 謙一']);
  // The name follows what stands; the address is what was typed, and is all that the next attempt changes.
  expect(await field(second, '氏名').inputValue()).toBe('佐藤 謙一');
  expect(await field(second, 'Eメールアドレス').inputValue()).toBe('sato@example.jp');
  expect(await field(second, 'ご契約先確認暗証番号').inputValue()).toBe('');
  await saveCorrection(second);
  await heading(second, 'sato01（佐藤 謙一）').waitFor();
  await second.getByText('sato@example.jp').waitFor();
});

async function saveCorrection(page: Page): Promise<void> {
  await field(page, 'ご契約先確認暗証番号').fill(pins.contractConfirmation);
  await button(page, '訂正する').click();
}

test('a user who is logged on is removed by keyboard: first it is said in red what nobody is left to do; their next request is refused (A12), and the ID is never given again', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const user = await open();
  await enterUserLogon(user, company.contractId, 'sato01');
  await heading(user, 'ホーム').waitFor();

  const page = await open();
  const keys = keyboardOf(page);
  await logOnAsAdministrator(page, company);
  await page.goto('/users/sato01');
  await page.getByText('いまログオンしています').waitFor();
  await keys.press(button(page, '登録を抹消'));
  const dialog = page.getByRole('dialog', { name: `${sato}の登録を抹消しますか` });
  for (const text of [
    '状態：利用中 → 登録抹消',
    '資金移動を実行できる人が、1人もいなくなります。',
    '利用者ID「sato01」は二度と使えません。',
    'ご本人はいまログオンしています。すぐに終了します。',
    '登録抹消は元に戻せません。',
  ]) {
    await dialog.getByText(text).waitFor();
  }
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.press(button(page, '登録を抹消する'));
  await page.getByText(`${sato}の登録を抹消しました。`).waitFor();
  await page.getByText('利用者はまだいません。').waitFor();

  await user.getByRole('link', { name: 'ご自身の暗証番号を変更' }).click();
  await user.getByRole('link', { name: 'ホーム' }).click();
  await user.getByText('ログオンが終わりました').waitFor();

  await page.goto('/users/sato01');
  await page.getByText('いまは何もできません').waitFor();
  expect(await page.getByRole('main').innerText()).toContain('利用者は登録抹消されています');
  await page.goto('/add-user');
  await field(page, '利用者ID').fill('SATO01');
  await field(page, '氏名').fill('佐藤 花子');
  await field(page, 'ご契約先確認暗証番号').fill(pins.contractConfirmation);
  await button(page, '利用者を追加する').click();
  await page
    .getByRole('alert')
    .getByText('この利用者IDは、今または以前に登録されたものです')
    .waitFor();
});

test('why can’t Suzuki pay? Every obstacle is named at once, and the way beside each takes it away, until nothing is in the way (R13, R14, R20)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await appointUser(inject('house'), company, 'suzuki01', '鈴木 真由美');
  await hinder(company, 'suzuki01');
  const page = await open();
  const keys = keyboardOf(page);
  await logOnAsAdministrator(page, company);
  await page.goto('/users/suzuki01');
  const panel = page.getByRole('region', { name: 'いまできること' });
  const pay = panel.getByRole('row', { name: /^資金移動 実行|^資金移動 照会・実行/ });
  const mend = (name: string) => keys.press(panel.getByRole('link', { name }).first());
  await pay.waitFor();
  const said = (await panel.innerText()).replaceAll(/\s+/g, ' ');
  for (const reason of [
    '利用者が利用中止になっています',
    '業務権限がありません',
    'ご契約先の利用限度額が0円です',
    '利用者の利用限度額が0円です',
  ]) {
    expect(said).toContain(reason);
  }

  await mend('利用中止を解除する');
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.press(button(page, '利用中止を解除する'));
  await page.getByText('suzuki01（鈴木 真由美）の利用中止を解除しました。').waitFor();
  expect(await panel.innerText()).not.toContain('いまは何もできません');

  await mend('ご契約先の利用限度額を変更する');
  await heading(page, 'ご契約の限度額の変更').waitFor();
  await limit(page, keys, '50万', '200万');
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.press(button(page, 'ご契約の限度額を変更する'));
  await heading(page, '利用限度額').waitFor();
  await page.goBack();
  await pay.waitFor();
  expect(await pay.innerText()).not.toContain('ご契約先の利用限度額');

  await mend('業務権限を変更する');
  await heading(page, 'suzuki01（鈴木 真由美）の権限と限度額').waitFor();
  await page.getByRole('checkbox', { name: '資金移動 実行', exact: true }).focus();
  await page.keyboard.press('Space');
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.press(button(page, '権限と限度額を変更する'));
  await heading(page, 'suzuki01（鈴木 真由美）').waitFor();
  expect(await pay.innerText()).toContain('利用者の利用限度額が0円です');
  expect(await pay.innerText()).not.toContain('業務権限がありません');

  await mend('利用限度額を変更する');
  await heading(page, 'suzuki01（鈴木 真由美）の権限と限度額').waitFor();
  await limit(page, keys, '10万', '20万');
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.press(button(page, '権限と限度額を変更する'));
  await heading(page, 'suzuki01（鈴木 真由美）').waitFor();
  expect((await pay.innerText()).replaceAll(/\s+/g, ' ')).toContain('照会・実行 できます');
});

/** Takes from somebody everything that it takes to pay: the right, both limits, and being let in. */
async function hinder({ administrator }: Company, userId: string): Promise<void> {
  const { contract } = await administrator.send<{
    readonly contract: { readonly version: number; readonly user: { readonly version: number } };
  }>(`query ($userId: UserId!) { contract { version user(userId: $userId) { version } } }`, {
    userId,
  });
  const confirmed = { confirmationPin: pins.contractConfirmation };
  const users = [{ userId, expectedVersion: contract.user.version }];
  await administrator.act('setUserRights', '', {
    changes: [{ users, permissions: [], limits: [] }],
    ...confirmed,
  });
  const nothing = { perTransaction: 0, perDay: 0 };
  await administrator.act('setContractLimits', '', {
    expectedVersion: contract.version,
    limits: [{ service: 'FUNDS_TRANSFER', limit: nothing }],
    ...confirmed,
  });
  await administrator.act('lockUser', '', { userId, ...confirmed });
}

async function limit(page: Page, keys: Keyboard, once: string, daily: string): Promise<void> {
  const group = page.getByRole('group', { name: '資金移動' });
  for (const [label, text] of [
    ['1回あたり', once],
    ['1日あたり', daily],
  ] as const) {
    await keys.to(group.getByLabel(new RegExp(`^${label}`)));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  }
}

test('a user’s rights and the list of users print as tables, with whose and of when they are, and with nothing to press', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await addUser(company, 'sato01', '佐藤 健一');
  const page = await open();
  await logOnAsAdministrator(page, company);
  for (const path of ['/users', '/users/sato01']) {
    await page.goto(path);
    await page.getByRole('table').first().waitFor();
    expect(
      await page.getByText(`ご契約先IDの末尾 ${company.contractId.slice(-3)}`).isVisible(),
    ).toBe(false);
    await page.emulateMedia({ media: 'print' });
    // A4 without its margins: narrower than the narrowest screen on which a table is one.
    await page.setViewportSize({ width: 658, height: 933 });
    await page.getByText(`ご契約先IDの末尾 ${company.contractId.slice(-3)}`).waitFor();
    const row = page.getByRole('row').nth(1);
    expect(await row.evaluate((each) => getComputedStyle(each).display)).toBe('table-row');
    // The heads of the columns are words on paper, whatever they sort on a screen.
    const pressed = page.locator('button:visible, input:visible, nav:visible, form:visible');
    const outside = pressed.and(page.locator(':not(thead *)'));
    expect(await outside.all()).toEqual([]);
    expect(await page.getByText('利用を中止').filter({ visible: true }).all()).toEqual([]);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});

/** Goes to a field of the dialog and types something else into it. */
async function replace(page: Page, keys: Keyboard, label: string, text: string): Promise<void> {
  await keys.to(field(page, label));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** From → to, as it is read. */
async function linesOf(place: Locator): Promise<readonly string[]> {
  const lines = await place.locator('dl > div').allInnerTexts();
  return lines.map((line) => line.replaceAll(/\s+/g, ' '));
}
