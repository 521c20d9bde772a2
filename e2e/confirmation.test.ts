import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { appointUser, openCompany, pins } from './house/company.ts';
import { confirm, field, heading, logOnAsAdministrator } from './house/person.ts';
import { redness } from './house/redness.ts';
import { test } from './house/test.ts';

const label = 'ご契約先確認暗証番号';

test('whoever errs on the confirmation PIN is told how many tries are left and who would be locked; the last three are said in red and asked for twice (R4, R21)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { lockLinkage: 'UNLINKED' });
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/users/sato01/lock');

  for (const left of [6, 5, 4]) {
    await confirm(page, '利用を中止する', pins.wrong);
    await said(page, `続けてあと${left}回誤ると、管理者を含むご契約先全員の利用が中止されます`);
    expect(await page.getByRole('checkbox').count()).toBe(0);
  }
  await confirm(page, '利用を中止する', pins.wrong);
  const warning = page.getByText(
    'あと3回続けてまちがえると、ご契約のすべての方が利用できなくなります。',
  );
  await warning.waitFor();
  expect(await redness(warning)).toBe('red');

  // Without the tick nothing is sent, so that nothing is counted.
  let sent = 0;
  page.on('request', (request) => {
    const isAct = request.headers()['monban-passive'] === undefined;
    if (request.method() === 'POST' && isAct) sent += 1;
  });
  await confirm(page, '利用を中止する', pins.wrong);
  await page.getByRole('alert').getByText('確かめたうえで、チェックを入れてください').waitFor();
  expect(sent).toBe(0);

  await page.getByLabel('確認暗証番号にまちがいがないことを確かめました').check();
  await confirm(page, '利用を中止する');
  await page.getByText('sato01（佐藤 健一）の利用を中止しました。').waitFor();

  // The success took the count back to zero.
  await page.goto('/users/sato01/unlock');
  await confirm(page, '利用中止を解除する', pins.wrong);
  await said(page, '続けてあと6回誤ると');
});

test('the administrator’s seventh wrong confirmation PIN ends their session on the page too (R21)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { lockLinkage: 'UNLINKED' });
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/users/sato01/lock');
  await errSixTimes(page);
  await page.getByLabel('確認暗証番号にまちがいがないことを確かめました').check();
  await confirm(page, '利用を中止する', pins.wrong);
  await heading(page, '管理者ログオン').waitFor();
  await page.getByText('ログオンが終わりました').waitFor();
  expect(await page.getByText('sato01').count()).toBe(0);
});

async function errSixTimes(page: Page): Promise<void> {
  for (let left = 6; left > 0; left -= 1) {
    if (left < 3) await page.getByLabel('確認暗証番号にまちがいがないことを確かめました').check();
    await confirm(page, '利用を中止する', pins.wrong);
    await said(page, `続けてあと${left}回誤ると`);
  }
}

/** The message stands beside the field, and above the form in what has the focus. */
async function said(page: Page, text: string): Promise<void> {
  await page.getByRole('alert').getByText(text).waitFor();
  const entry = field(page, label);
  expect(await entry.getAttribute('aria-invalid')).toBe('true');
  expect(await entry.inputValue()).toBe('');
  const described = await entry.getAttribute('aria-describedby');
  const error = described?.split(' ').find((id) => id.endsWith('-error'));
  expect(await page.locator(`[id="${error ?? ''}"]`).innerText()).toContain(text);
}
