import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { openCompany, pins } from './house/company.ts';
import { findingsOf, judge } from './house/judge.ts';
import { keyboardOf } from './house/keyboard.ts';
import { button, confirm, field, heading, logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

/** Of this file alone: all files' mails lie in one mailbox. */
const first = 'keiri@yanagi.example';
const second = 'soumu@yanagi.example';
const confirmationPin = 'ご契約先確認暗証番号';

/** Reads the newest mail to an address, as somebody does who has that mailbox open. */
async function newestMail(page: Page, to: string): Promise<string> {
  await page.goto('/dev/mailbox');
  const mail = page
    .getByRole('article')
    .filter({ hasText: `To\n${to}` })
    .or(page.getByRole('article').filter({ has: page.getByRole('definition').getByText(to) }));
  return mail.first().innerText();
}

async function codeTo(page: Page, to: string): Promise<string> {
  return /確認コード: (\d{6})/.exec(await newestMail(page, to))?.[1] ?? '';
}

test('“notices should go to the general affairs department now”: by keyboard the administrator adds the address, enters the code from its mail, and takes the old one out, which goes on being told (R10)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { notificationAddress: first });
  const [page, mailbox] = [await open(), await open()];
  await logOnAsAdministrator(page, company);
  const keyboard = keyboardOf(page);
  const row = (address: string) => page.getByRole('row', { name: new RegExp(address) });

  await keyboard.press(page.getByRole('link', { name: '設定' }));
  await heading(page, '設定').waitFor();
  await keyboard.press(page.getByRole('link', { name: '宛先を変更する' }));
  await heading(page, 'Eメール通知の宛先の変更').waitFor();
  await keyboard.type(field(page, '追加する宛先（1件目）'), second);
  await page.getByText(`${second} に確認コードを送ります。`, { exact: false }).waitFor();
  expect(await page.getByText('変更後').locator('..').innerText()).toContain(`${first}、${second}`);
  await keyboard.type(field(page, confirmationPin), pins.contractConfirmation);
  await keyboard.press(button(page, '宛先を変更する'));
  await page.getByText('Eメール通知の宛先を変更しました。').waitFor();
  expect(await row(second).innerText()).toContain('確認待ち');

  // Old and new are told; the code is in the new one's mail alone, which tells of no other address.
  const mail = await newestMail(mailbox, second);
  const code = /確認コード: (\d{6})/.exec(mail)?.[1] ?? '';
  expect(code).not.toBe('');
  expect(mail).not.toContain(first);
  const toldFirst = await newestMail(mailbox, first);
  expect(toldFirst).toContain(`${first} → ${first}、${second}`);
  expect(toldFirst).not.toContain(code);
  expect(await findingsOf(mailbox)).toEqual([]);

  await keyboard.press(page.getByRole('link', { name: `確認コードを入力：${second}` }));
  await keyboard.type(field(page, '確認コード'), code);
  await keyboard.type(field(page, confirmationPin), pins.contractConfirmation);
  await keyboard.press(button(page, '宛先を有効にする'));
  await page.getByText(`${second} を有効にしました。`).waitFor();
  expect(await row(second).innerText()).toContain('有効');

  await keyboard.press(page.getByRole('link', { name: '宛先を変更する' }));
  await keyboard.press(page.getByRole('checkbox', { name: first }), 'Space');
  await page.getByText(`${first} には、乗っ取りに備えて`, { exact: false }).waitFor();
  await keyboard.type(field(page, confirmationPin), pins.contractConfirmation);
  await keyboard.press(button(page, '宛先を変更する'));
  await page.getByText('Eメール通知の宛先を変更しました。').waitFor();
  expect(await row(first).innerText()).toMatch(/通知終了待ち[\s\S]*まで通知が届きます/);
});

test('five wrong codes end a code; another one is sent at a press, and the last address in force can’t be taken out (R10)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { notificationAddress: first });
  const [page, mailbox] = [await open(), await open()];
  await logOnAsAdministrator(page, company);
  await page.goto('/settings/addresses');
  await field(page, '追加する宛先（1件目）').fill(second);
  await confirm(page, '宛先を変更する');
  await page.getByRole('link', { name: `確認コードを入力：${second}` }).click();
  const code = await codeTo(mailbox, second);
  for (const left of [4, 3, 2, 1]) {
    await field(page, '確認コード').fill(code === '000000' ? '111111' : '000000');
    await confirm(page, '宛先を有効にする');
    await page.getByText(`あと${left}回入力できます。`, { exact: false }).waitFor();
    expect(await field(page, '確認コード').getAttribute('aria-invalid')).toBe('true');
  }
  await field(page, '確認コード').fill(code === '000000' ? '111111' : '000000');
  await confirm(page, '宛先を有効にする');
  // The dialog itself leads on, and so does the list behind it.
  await page
    .getByRole('dialog')
    .getByText('この確認コードは使えません', { exact: false })
    .waitFor();
  expect(await judge(page, 'a code that is spent')).toEqual([]);
  await button(page, 'やめる').click();
  await page.getByRole('link', { name: `新しい確認コードを送る：${second}` }).waitFor();
  await page.goto(`/settings/code?address=${encodeURIComponent(second)}`);
  await keyboardOf(page).press(button(page, '新しい確認コードを送る'));
  await confirm(page, '新しい確認コードを送る');
  await page.getByText(`${second} に新しい確認コードを送りました。`).waitFor();
  const next = await codeTo(mailbox, second);

  await page.goto('/settings/addresses');
  await page.getByRole('checkbox', { name: first }).uncheck();
  await confirm(page, '宛先を変更する');
  await page
    .getByRole('alert')
    .getByText('有効なEメール通知の宛先がなくなります', { exact: false })
    .waitFor();

  await page.goto(`/settings/code?address=${encodeURIComponent(second)}`);
  // However the digits were typed.
  await field(page, '確認コード').fill(next.replace(/^(...)/, '$1-'));
  await confirm(page, '宛先を有効にする');
  await page.getByText(`${second} を有効にしました。`).waitFor();
});

test('what is no address is said at its field, and nothing is lost when somebody else has changed the addresses meanwhile (CONFLICT)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { notificationAddress: first });
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/settings/addresses');
  const entry = (position: number) => field(page, `追加する宛先（${position}件目）`);
  for (const [typed, said] of [
    [first.toUpperCase(), '追加する宛先（1件目）が2回指定'],
    ['soumu@yanagi.example\r\nBcc: all@example.jp', 'Eメールアドレスの形'],
    [`${'a'.repeat(291)}@a.example`, '長すぎます'],
  ] as const) {
    await entry(1).fill(typed);
    await confirm(page, '宛先を変更する');
    await page.getByRole('alert').getByText(said, { exact: false }).waitFor();
    expect([typed, await entry(1).getAttribute('aria-invalid')]).toEqual([typed, 'true']);
  }
  // Full-width letters are meant as half-width ones.
  await entry(1).fill('ｓｏｕｍｕ＠ｙａｎａｇｉ．ｅｘａｍｐｌｅ');
  expect(await entry(1).inputValue()).toBe(second);

  // Another window of theirs is quicker.
  const other = await page.context().newPage();
  await other.goto('/settings/addresses');
  await field(other, '追加する宛先（1件目）').fill('somebody@yanagi.example');
  await confirm(other, '宛先を変更する');
  await other.getByText('Eメール通知の宛先を変更しました。').waitFor();

  await confirm(page, '宛先を変更する');
  await page.getByRole('alert').getByText('表示している間に、次のように変更されました。').waitFor();
  expect(await entry(1).inputValue()).toBe(second);
  expect(await page.getByRole('checkbox', { name: 'somebody@yanagi.example' }).isChecked()).toBe(
    true,
  );
  await confirm(page, '宛先を変更する');
  await page.getByText('Eメール通知の宛先を変更しました。').waitFor();
  for (const address of [first, 'somebody@yanagi.example', second])
    await page.getByRole('rowheader', { name: address }).waitFor();
});
