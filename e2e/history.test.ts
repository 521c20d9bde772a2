import { readFile } from 'node:fs/promises';
import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { connect } from './house/api.ts';
import { appointUser, type Company, type House, openCompany, pins } from './house/company.ts';
import { keyboardOf } from './house/keyboard.ts';
import { button, confirm, field, heading, logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

const confirmed = { confirmationPin: pins.contractConfirmation };

/** Two users; the first one's limit was raised after a name was corrected and somebody was stopped. */
async function busyCompany(house: House): Promise<Company> {
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  await appointUser(house, company, 'tanaka02', '田中 誠');
  const { act } = company.administrator;
  await act('lockUser', '', { userId: 'tanaka02', ...confirmed });
  await act('updateUser', '', {
    userId: 'sato01',
    name: '佐藤, "健一" 🍣',
    expectedVersion: 1,
    ...confirmed,
  });
  await act('setUserLimits', '', {
    userId: 'sato01',
    limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 100_000, perDay: 900_000 } }],
    expectedVersion: 2,
    ...confirmed,
  });
  return company;
}

const entries = (page: Page) => page.getByRole('table', { name: '操作履歴' }).getByRole('row');

test('“Who changed Sato’s limit last week, and from what to what?”: found by keyboard, sent as an address, taken back as a new change', async ({
  open,
}) => {
  const company = await busyCompany(inject('house'));
  const page = await open();
  await logOnAsAdministrator(page, company);
  const keys = keyboardOf(page);
  await keys.press(page.getByRole('link', { name: '操作履歴', exact: true }));
  await heading(page, '操作履歴').waitFor();
  await keys.press(page.locator('summary'));
  await keys.to(page.getByRole('combobox', { name: '対象の利用者' }));
  await page.keyboard.type('sato');
  await keys.press(page.getByRole('checkbox', { name: '業務権限・利用限度額' }), 'Space');
  await keys.press(button(page, '過去7日間'));

  await page.getByText('1件が見つかりました').waitFor();
  // Whoever works by keyboard goes on at the entries, not at a button that is gone.
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'status');
  const [, entry = ''] = await entries(page).allInnerTexts();
  for (const part of ['管理者', '利用者 sato01 の利用限度額を変更しました。', '127.0.0.1'])
    expect(entry).toContain(part);
  const changes = page.getByRole('cell').getByRole('definition');
  expect(await changes.allInnerTexts()).toEqual([
    expect.stringMatching(/^変更前\s+¥500,000\s+→\s+変更後\s+¥900,000$/),
  ]);

  // The address says it all to whoever it is sent to.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText('1件が見つかりました').waitFor();
  const tags = other.getByRole('group', { name: '絞り込みの条件' }).getByRole('listitem');
  expect(await tags.count()).toBe(4);
  await other.close();

  await keys.press(page.getByRole('button', { name: /^変更前に戻す：/ }));
  await page.waitForURL('**/users/sato01/rights');
});

test('filters are taken away one by one, and the browser’s Back brings them back', async ({
  open,
}) => {
  const company = await busyCompany(inject('house'));
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/history?kind=RIGHTS&user=SATO01&by=%40administrator');
  await page.getByText('1件が見つかりました').waitFor();
  const keys = keyboardOf(page);
  const remove = (text: string) => button(page, `「${text}」を外す`);
  await keys.press(remove('種類：業務権限・利用限度額'));
  await page.getByText('3件が見つかりました').waitFor();
  expect(page.url()).not.toContain('kind');
  // On to the next one, so that they can be taken away without looking for them anew.
  expect(await remove('行った人：管理者').evaluate((tag) => tag === document.activeElement)).toBe(
    true,
  );
  await keys.press(remove('行った人：管理者'));
  await page.waitForURL((url) => !url.searchParams.has('by'));
  await keys.press(remove('対象の利用者：sato01（佐藤, "健一" 🍣）'));
  await page.getByText(/^\d+件$/).waitFor();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await page.getByText('1件が見つかりました').waitFor();

  await page.locator('summary').click();
  await page.getByLabel('接続元').fill('１９２．０．２．１');
  await button(page, '絞り込む').click();
  await page.getByText('条件に合う操作はありません').waitFor();
  expect(new URL(page.url()).searchParams.get('address')).toBe('192.0.2.1');
  await page.getByLabel('いつから').fill('2026-11-22');
  await page.getByLabel('いつまで').fill('2026-11-21');
  await button(page, '絞り込む').click();
  await page.getByRole('alert').getByText('「いつから」より前の日').waitFor();
  expect(new URL(page.url()).search).not.toContain('2026');
});

test('a long history is turned page by page; each page has its address, and what is new comes only when asked for', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
  const { act } = company.administrator;
  for (let round = 0; round < 26; round += 1) {
    await act('lockUser', '', { userId: 'sato01', ...confirmed });
    await act('unlockUser', '', { userId: 'sato01', ...confirmed });
  }
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/history?kind=ERROR_OR_LOCK');
  await page.getByText('52件が見つかりました').waitFor();
  expect(await entries(page).count()).toBe(1 + 50);
  const { contractId } = company;
  const wrong = { contractId, userId: 'sato01', userPin: pins.wrong };
  await expect(connect(inject('house').url).act('logOnUser', '', wrong)).rejects.toThrow(
    'LOGON_REFUSED',
  );
  const keys = keyboardOf(page);
  await keys.press(page.getByRole('link', { name: 'さらに古い操作へ' }));
  await page.getByText('古いほうへ進んだページ').waitFor();
  expect(await entries(page).count()).toBe(1 + 2);
  const oldest = page.url();
  await page.goBack();
  await expect.poll(() => entries(page).count()).toBe(1 + 50);
  await page.goto(oldest);
  await expect.poll(() => entries(page).count()).toBe(1 + 2);
  await keys.press(page.getByRole('link', { name: '最新の操作へ' }));
  await expect.poll(() => entries(page).nth(1).innerText()).toContain('入力に誤りがありました');
  await page.getByText('53件が見つかりました').waitFor();
});

test('what was found is kept as a file after the confirmation PIN, in UTF-8 with a byte order mark, and the history says so (R4)', async ({
  open,
}) => {
  const company = await busyCompany(inject('house'));
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/history?kind=USER&user=sato01');
  await page.getByText('2件が見つかりました').waitFor();
  const keys = keyboardOf(page);
  await keys.press(button(page, 'CSVで出力'));
  const dialog = page.getByRole('dialog', { name: '操作履歴2件をファイルに出力しますか' });
  await dialog.getByText('対象の利用者：sato01').waitFor();
  await confirm(page, '出力する', pins.wrong);
  await page.getByRole('alert').getByText('続けてあと6回誤ると').waitFor();

  const kept = page.waitForEvent('download');
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await page.keyboard.press('Enter');
  const file = await kept;
  await page.getByText('操作履歴2件をファイルに出力しました。').waitFor();
  expect(file.suggestedFilename()).toMatch(/^操作履歴-\d{4}-\d\d-\d\d\.csv$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const [titles = '', newest = '', oldest = '', ...end] = bytes.toString('utf8').split('\r\n');
  expect(titles.slice(1)).toBe('番号,日時（日本時間）,行った人,対象の利用者ID,種類,内容,接続元');
  expect(newest).toMatch(/,管理者,sato01,利用者の登録,"[^"]*佐藤 健一 → 佐藤, ""健一"" 🍣。",127/);
  expect(oldest).toContain('追加しました');
  expect(end).toEqual(['']);

  await page.goto('/history');
  await entries(page).getByText('操作履歴をファイルに出力しました（2件）').first().waitFor();
});

test('on paper there are the filters and the entries, and nothing to press', async ({ open }) => {
  const company = await busyCompany(inject('house'));
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/history?kind=RIGHTS');
  await page.getByText('1件が見つかりました').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('種類：業務権限・利用限度額').isVisible()).toBe(true);
  expect(await entries(page).nth(1).isVisible()).toBe(true);
  expect(await page.getByRole('button').or(page.getByRole('navigation')).all()).toEqual([]);
});
