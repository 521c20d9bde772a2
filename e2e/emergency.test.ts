import { expect, inject } from 'vitest';
import { addUser, appointUser, openCompany, pins } from './house/company.ts';
import { keyboardOf } from './house/keyboard.ts';
import {
  button,
  confirm,
  enterAdministratorLogon,
  enterUserLogon,
  field,
  heading,
  logOnAsAdministrator,
} from './house/person.ts';
import { test } from './house/test.ts';

test('“stop everything, somebody is at our money”: the administrator stops the whole contract by keyboard; everybody is out, and the page says who starts it again (R19, A12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const [page, sato] = [await open(), await open()];
  await enterUserLogon(sato, company.contractId, 'sato01');
  await heading(sato, 'ホーム').waitFor();
  await logOnAsAdministrator(page, company);

  const keyboard = keyboardOf(page);
  await keyboard.press(page.getByRole('link', { name: '緊急の利用中止' }));
  await heading(page, '緊急の利用中止').waitFor();
  // Nothing leads astray, and nothing is chosen for whoever is in a hurry.
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await keyboard.press(page.getByRole('radio', { name: /ご契約先の利用をすべて止める/ }), 'Space');
  // A wrong PIN stops nothing, and says what is left.
  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.wrong);
  await keyboard.press(button(page, 'ご契約先の利用を止める'));
  await page
    .getByText(/あと6回/)
    .first()
    .waitFor();
  // Without certificates there is none to be lost with a computer.
  expect(await page.getByText('電子証明書', { exact: false }).count()).toBe(0);
  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keyboard.press(button(page, 'ご契約先の利用を止める'));
  await page.getByText('ご契約先の利用を中止しました').waitFor();
  await page.getByText(/担当窓口に利用中止の解除/).waitFor();

  // The next page that asks for anything.
  await sato.getByRole('link', { name: '設定' }).click();
  await sato.getByText('ログオンが終わりました').waitFor();
  await enterUserLogon(sato, company.contractId, 'sato01');
  await sato.getByRole('alert').waitFor();
});

test('“my card is gone”: the administrator reports it, is logged off, and its digits let nobody in again (R18)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.getByRole('link', { name: '緊急の利用中止' }).click();
  await page.getByRole('radio', { name: /お客様カードを使えなくする/ }).check();
  await page.getByText('元には戻せません', { exact: false }).waitFor();
  await confirm(page, 'カードを使えなくする');
  await page.getByText('お客様カードを使えなくしました').waitFor();
  // What has to happen before they can log on again: both steps.
  await page.getByText(/担当窓口で使用開始の手続きが済むまでログオンできません/).waitFor();
  await enterAdministratorLogon(page, company);
  await page.getByRole('alert').waitFor();
});

test('“somebody knows my PIN”: a user stops themselves, and the administrator lets them back in', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const [page, sato] = [await open(), await open()];
  await enterUserLogon(sato, company.contractId, 'sato01');
  await heading(sato, 'ホーム').waitFor();
  await sato.getByRole('link', { name: '緊急の利用中止' }).click();
  await field(sato, '利用者確認暗証番号').fill(pins.userConfirmation);
  await button(sato, '自分の利用を止める').click();
  await sato.getByText('ご自身の利用を中止しました').waitFor();

  await logOnAsAdministrator(page, company);
  await page.getByRole('link', { name: '利用者', exact: true }).click();
  const row = page.getByRole('row', { name: /sato01/ });
  expect(await row.innerText()).toContain('ご本人による中止');
  await page.getByRole('link', { name: '利用中止を解除：sato01' }).click();
  await confirm(page, '利用中止を解除する');
  await page.getByText('sato01（佐藤 健一）の利用中止を解除しました。').waitFor();
  await enterUserLogon(sato, company.contractId, 'sato01');
  await heading(sato, 'ホーム').waitFor();
});

test('“who left the office without logging off?”: the administrator sees who is logged on, from where, and ends it; their next step is refused (A12)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const [page, sato] = [await open(), await open()];
  await enterUserLogon(sato, company.contractId, 'sato01');
  await heading(sato, 'ホーム').waitFor();
  await logOnAsAdministrator(page, company);
  await page.getByRole('link', { name: 'ログオン中' }).click();
  await page.getByText('いま2人がログオンしています。').waitFor();
  await page.getByText('この画面のログオンです。', { exact: false }).waitFor();
  const keyboard = keyboardOf(page);
  await keyboard.press(page.getByRole('link', { name: '終了させる：sato01（佐藤 健一）' }));
  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keyboard.press(button(page, 'ログオンを終了させる'));
  await page.getByText('sato01（佐藤 健一）のログオンを終了させました。').waitFor();
  await page.getByText('いま1人がログオンしています。').waitFor();
  // The next page that asks for anything.
  await sato.getByRole('link', { name: '設定' }).click();
  await sato.getByText('ログオンが終わりました').waitFor();
});

test('whoever only looks at the emergency stop goes back to where they were, and nothing was stopped; the language they read stays after a stop', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  const { pin, confirmationPin } = await addUser(company, 'sato01', '佐藤 健一');
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/users?search=sato');
  await page.getByRole('link', { name: '緊急の利用中止' }).click();
  await button(page, 'やめて戻る').click();
  await page.getByRole('rowheader', { name: 'sato01' }).waitFor();
  expect(page.url()).toContain('/users?search=sato');

  // Also before the first PINs of one's own are chosen.
  const sato = await open();
  await enterUserLogon(sato, company.contractId, 'sato01', pin);
  await heading(sato, '暗証番号を決める').waitFor();
  await button(sato, 'English').click();
  await sato.getByRole('link', { name: 'Emergency stop' }).click();
  // The page before has a field of the same name.
  await heading(sato, 'Emergency stop').waitFor();
  await sato.getByRole('textbox', { name: /^User confirmation PIN/ }).fill(confirmationPin);
  await button(sato, 'Lock myself').click();
  await sato.getByText('You have locked yourself').waitFor();
  await sato.reload();
  await heading(sato, 'Administrator logon').waitFor();
});
