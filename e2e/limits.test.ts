import { expect, inject } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { addUser, type Company, openCompany } from './house/company.ts';
import { keyboardOf } from './house/keyboard.ts';
import { button, confirm, heading, logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

/** Two users who may move up to ¥100,000, ¥500,000 a day; the ceiling is ¥1,000,000 and ¥5,000,000. */
async function populate(): Promise<Company> {
  const company = await openCompany(inject('house'));
  await addUser(company, 'itoh01', '伊藤 さくら');
  await addUser(company, 'sato02', '佐藤 健一');
  return company;
}

const review = (page: Page) => page.getByRole('region', { name: '内容の確認' });
const reviewed = async (page: Page) => (await review(page).innerText()).replaceAll(/\s+/g, ' ');
const group = (page: Page) => page.getByRole('group', { name: '資金移動' });
const amount = (page: Page, label: string): Locator =>
  group(page).getByLabel(new RegExp(`^${label}`));

test('amounts are read as people write them and echoed exactly; what can’t be read, is negative or too much is never guessed at (R14)', async ({
  open,
}) => {
  const company = await populate();
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/users/sato02/rights');
  const daily = amount(page, '1日あたり');
  for (const [typed, echo] of [
    ['80万', '¥800,000 ・ 80万円'],
    ['１，０００，０００', '¥1,000,000 ・ 100万円'],
    ['10億5,000万', '¥1,050,000,000 ・ 10億5,000万円'],
  ] as const) {
    await daily.fill(typed);
    await group(page).getByText(echo, { exact: true }).waitFor();
  }
  await group(page).getByText('ご契約の限度額（¥5,000,000）を超えています').waitFor();
  await group(page).getByText('1回 ¥100,000・1日 ¥5,000,000').waitFor();

  for (const [typed, problem] of [
    ['1e6', '金額として読み取れません'],
    ['-5', '金額として読み取れません'],
    ['10000000000000', '¥9,999,999,999,999以下の金額を入力してください'],
    ['99999', '1日あたりの限度額を超えています'],
  ] as const) {
    await daily.fill(typed);
    // Something else is changed beside it: it isn't sent either.
    await amount(page, '1回あたり').fill('100,000');
    await page.getByRole('checkbox', { name: '残高照会 照会' }).check();
    await confirm(page, '権限と限度額を変更する');
    await page.getByRole('alert').getByText(problem).waitFor();
    expect(await daily.inputValue()).toBe(typed);
  }
  // Empty is ¥0, in words before it happens.
  await daily.fill('');
  await amount(page, '1回あたり').fill('');
  expect(await reviewed(page)).toContain(
    '資金移動の利用限度額（1日あたり） 変更前 ¥500,000 → 変更後 ¥0',
  );
  await review(page).getByText('利用限度額が0円のため').waitFor();
  await confirm(page, '権限と限度額を変更する');
  await page.getByText('権限と限度額を変更しました。').waitFor();
});

test('the administrator lowers the contract’s limit by keyboard and reads whose limit it cuts; above the desk’s ceiling it is refused beside its field (R14)', async ({
  open,
}) => {
  const company = await populate();
  const page = await open();
  await logOnAsAdministrator(page, company);
  const keyboard = keyboardOf(page);
  await keyboard.press(page.getByRole('link', { name: '利用限度額' }));
  await heading(page, '利用限度額').waitFor();
  const row = page.getByRole('row', { name: /資金移動/ });
  expect((await row.innerText()).match(/¥[\d,]+/g)?.slice(0, 4)).toEqual([
    '¥1,000,000',
    '¥5,000,000',
    '¥1,000,000',
    '¥5,000,000',
  ]);
  await keyboard.press(page.getByRole('link', { name: 'ご契約の限度額を変更' }));
  await heading(page, 'ご契約の限度額の変更').waitFor();
  await amount(page, '1日あたり').fill('501万');
  await confirm(page, 'ご契約の限度額を変更する');
  await page.getByRole('alert').getByText('¥5,000,000以下の金額を入力してください').waitFor();

  await amount(page, '1回あたり').fill('5万');
  await amount(page, '1日あたり').fill('30万');
  const said = await reviewed(page);
  expect(said).toContain('資金移動の利用限度額（1日あたり） 変更前 ¥5,000,000 → 変更後 ¥300,000');
  expect(said).toContain('実際に使える額：2人');
  expect(said).toContain('itoh01（伊藤 さくら）・sato02（佐藤 健一）');
  expect(said).toContain('資金移動の利用限度額（1日あたり） 変更前 ¥500,000 → 変更後 ¥300,000');
  await confirm(page, 'ご契約の限度額を変更する');
  await page.getByText('ご契約の限度額を変更しました。').waitFor();
  const sato = page.getByRole('row', { name: /sato02/ });
  // Ceiling, contract, user, what counts; then what is used, of how much, what is left.
  const amounts = async () => (await sato.innerText()).match(/¥[\d,]+/g)?.join(' ');
  await expect
    .poll(amounts)
    .toBe(
      '¥1,000,000 ¥5,000,000 ¥50,000 ¥300,000 ¥100,000 ¥500,000 ¥50,000 ¥300,000 ¥0 ¥300,000 ¥300,000',
    );
});

test('many users get the same limit in one act; an amount that is left empty stays as each of them has it (R14)', async ({
  open,
}) => {
  const company = await populate();
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/limits');
  await page.getByRole('checkbox', { name: '表示中の利用者をすべて選ぶ' }).check();
  await page.getByText('2人を選んでいます').waitFor();
  await button(page, '限度額をまとめて設定').click();
  await heading(page, '利用者の限度額をまとめて設定').waitFor();
  await amount(page, '1回あたり').fill('60万');
  await confirm(page, '限度額をまとめて設定する');
  await page.getByRole('alert').getByText('1日あたりの限度額を超えています').waitFor();
  await amount(page, '1回あたり').fill('30万');
  const said = await reviewed(page);
  expect(said).toContain('2人 itoh01（伊藤 さくら）・sato02（佐藤 健一）');
  expect(said).toContain('資金移動の利用限度額（1回あたり） 変更前 ¥100,000 → 変更後 ¥300,000');
  expect(said).not.toContain('（1日あたり）');
  await confirm(page, '限度額をまとめて設定する');
  await page.getByText('2人の限度額を変更しました。').waitFor();
});
