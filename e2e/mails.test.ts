import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { appointUser, openCompany, pins } from './house/company.ts';
import { findingsOf, judge } from './house/judge.ts';
import { keyboardOf } from './house/keyboard.ts';
import { button, confirm, enterUserLogon, field, logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

/** Of this file alone: all files' mails lie in one mailbox. */
const office = 'keiri@kaede.example';
const confirmationPin = 'ご契約先確認暗証番号';

/** The mails to an address, the newest first, as somebody reads them who has that mailbox open. */
async function mailsTo(mailbox: Page, address: string): Promise<readonly string[]> {
  await mailbox.goto('/dev/mailbox');
  const mails = mailbox
    .getByRole('article')
    .filter({ has: mailbox.getByRole('definition').getByText(address) });
  await mails.first().waitFor();
  return mails.allInnerTexts();
}

test('“English, please, and not one for each of my logons”: by keyboard the administrator changes both, and the next mails are so (R10)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { notificationAddress: office });
  const [page, mailbox] = [await open(), await open()];
  await logOnAsAdministrator(page, company);
  const keyboard = keyboardOf(page);
  await keyboard.press(page.getByRole('link', { name: '設定' }));
  const panel = page.getByRole('region', { name: 'お知らせメール' });
  await keyboard.press(panel.getByRole('link', { name: 'メールを英語に変更する' }));
  await page.getByText('すべて英語になります', { exact: false }).waitFor();
  expect(await judge(page, 'language of mails')).toEqual([]);
  // A wrong PIN changes nothing, and says what is left.
  await confirm(page, 'メールを英語に変更する', pins.wrong);
  await page.getByRole('alert').getByText('あと6回', { exact: false }).waitFor();
  await keyboard.type(field(page, confirmationPin), pins.contractConfirmation);
  await keyboard.press(button(page, 'メールを英語に変更する'));
  await page.getByText('お知らせメールの言語を英語に変更しました。').waitFor();
  await panel.getByRole('link', { name: 'メールを日本語に変更する' }).waitFor();
  const [aboutLanguage, ...before] = await mailsTo(mailbox, office);
  expect(aboutLanguage).toContain('Language of mails: Japanese → English');
  // What was written before is read as it was written.
  expect(before.join()).toContain('管理者がログオンしました。');

  await keyboard.press(panel.getByRole('link', { name: 'ログオンをお知らせしないように変更する' }));
  await page.getByText('なりすまして', { exact: false }).waitFor();
  expect(await judge(page, 'logons told no more')).toEqual([]);
  await keyboard.type(field(page, confirmationPin), pins.contractConfirmation);
  await keyboard.press(button(page, 'ログオンをお知らせしないように変更する'));
  await page.getByText('次のログオンからお知らせしません。').waitFor();
  expect(await panel.innerText()).toContain('お知らせしない');
  expect(await judge(page, 'settings with mails')).toEqual([]);

  await logOnAsAdministrator(await open(), company);
  const mails = await mailsTo(mailbox, office);
  const off = mails.findIndex((text) => text.includes('notices of their own logons off'));
  // The session that the new logon ended is told, the logon is not.
  expect(off).toBe(1);
  expect(mails[0]).not.toMatch(/administrator logged on\.|管理者がログオンしました/);
});

test('a user switches the mails of their own logons off and on again, and has no say in the company’s language (R10)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house, { notificationAddress: office });
  await appointUser(house, company, 'mori02', '森 花子');
  const page = await open();
  await enterUserLogon(page, company.contractId, 'mori02');
  await page.getByRole('link', { name: '設定' }).click();
  const panel = page.getByRole('region', { name: 'お知らせメール' });
  await panel.getByText('メールアドレスが登録されていない', { exact: false }).waitFor();
  expect(await panel.getByRole('link').count()).toBe(1);
  for (const [submit, said] of [
    ['ログオンをお知らせしないように変更する', '次のログオンからお知らせしません。'],
    ['ログオンをお知らせするように変更する', '次のログオンからお知らせします。'],
  ] as const) {
    await panel.getByRole('link', { name: submit }).click();
    await field(page, '利用者確認暗証番号').fill(pins.userConfirmation);
    await button(page, submit).click();
    await page.getByText(said).waitFor();
  }
  const [on, off] = await mailsTo(await open(), office);
  expect([on, off].map((text) => text?.includes('受け取らない'))).toEqual([false, true]);
  expect(await findingsOf(page)).toEqual([]);
});
