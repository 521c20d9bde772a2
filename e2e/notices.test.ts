import { expect, inject } from 'vitest';
import { appointUser, openCompany, pins } from './house/company.ts';
import { findingsOf, judge } from './house/judge.ts';
import { keyboardOf } from './house/keyboard.ts';
import { bounceMailTo, failNoticesTo } from './house/near-its-end.ts';
import { enterUserLogon, heading, logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

const office = 'keiri@midori.example';

test('“did the bank tell us?”: by keyboard the administrator finds every notice, what became of it and its words, and no code (R10)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { notificationAddress: office });
  const page = await open();
  await logOnAsAdministrator(page, company);
  const keyboard = keyboardOf(page);
  await keyboard.press(page.getByRole('link', { name: '設定' }));
  await keyboard.press(page.getByRole('link', { name: 'お知らせ履歴を見る' }));
  await heading(page, 'お知らせ履歴').waitFor();
  const newest = page.getByRole('list', { name: 'お知らせ履歴' }).getByRole('listitem').first();
  expect(await newest.innerText()).toMatch(
    /\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d[^]*送信待ち[^]*宛先: keiri@midori\.example/,
  );
  expect(await newest.getByRole('heading').innerText()).toContain('管理者のログオン');
  await keyboard.press(newest.locator('summary'));
  const text = await newest.innerText();
  expect(text).toContain('ご契約先IDの末尾3桁');
  expect(text).toContain('緊急の利用中止');
  expect(text).not.toContain(company.contractId);
  // What nobody tries to send any more says what can be done about it.
  expect(await page.getByText('届けられませんでした', { exact: false }).count()).toBe(0);
  await failNoticesTo(office, company.contractId);
  await page.reload();
  await newest.getByText('不達', { exact: true }).waitFor();
  await newest.getByText('担当窓口にお申し出ください', { exact: false }).waitFor();
  expect(await judge(page, 'notices')).toEqual([]);
});

test('a user reads what was mailed to them: before they have an address, that there is none; then their own, and nobody else’s (R10)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house, { notificationAddress: office });
  await appointUser(house, company, 'mori02', '森 花子');
  const page = await open();
  await enterUserLogon(page, company.contractId, 'mori02');
  await page.getByRole('link', { name: '設定' }).click();
  await page.getByRole('link', { name: 'お知らせ履歴を見る' }).click();
  // What is loaded again is that page, and not the one before it.
  await page.waitForURL('**/settings/notices');
  await page.getByText('メールアドレスが登録されていないため', { exact: false }).waitFor();
  await company.administrator.act('updateUser', '', {
    userId: 'mori02',
    email: 'mori@midori.example',
    expectedVersion: 1,
    confirmationPin: pins.contractConfirmation,
  });
  await page.reload();
  const notices = page.getByRole('list', { name: 'お知らせ履歴' }).getByRole('listitem');
  await notices.first().waitFor();
  expect(await notices.count()).toBe(1);
  expect(await notices.innerText()).toMatch(/宛先: mori@midori\.example[^]*利用者の登録内容の変更/);
  expect(await findingsOf(page)).toEqual([]);
});

test('of many users the administrator finds those whom no mail reaches, and each of them reads it of themselves (R10)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  for (const [userId, name] of [
    ['mori03', '森 三郎'],
    ['mori04', '森 四郎'],
    ['mori05', '森 五郎'],
  ] as const) {
    await appointUser(house, company, userId, name);
    const email = `${userId}@midori.example`;
    const given = { userId, email, expectedVersion: 1, confirmationPin: pins.contractConfirmation };
    await company.administrator.act('updateUser', '', given);
    if (userId !== 'mori05') await bounceMailTo(email, company.contractId);
  }
  const page = await open();
  await logOnAsAdministrator(page, company);
  const waiting = page.getByRole('listitem').filter({ hasText: 'メールが届かない利用者が2人' });
  await waiting.getByRole('link').click();
  await page.getByText('2人が見つかりました').waitFor();
  expect(await page.getByRole('link', { name: /^mori/ }).allInnerTexts()).toEqual([
    'mori03',
    'mori04',
  ]);
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'mori03', exact: true }).click();
  await heading(page, 'mori03（森 三郎）').waitFor();
  await page.getByText('メールが届きません', { exact: true }).waitFor();

  const own = await open();
  await enterUserLogon(own, company.contractId, 'mori04');
  await own.getByText('メールが届きません', { exact: true }).waitFor();
  await own.getByRole('link', { name: '設定' }).click();
  await own.getByText('メールが届きません', { exact: true }).waitFor();
  expect(await findingsOf(own)).toEqual([]);
});
