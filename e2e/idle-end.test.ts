import { afterAll, beforeAll, expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { type Company, openCompany, pins } from './house/company.ts';
import { field, heading, logOnAsAdministrator, readOffCard, button } from './house/person.ts';
import { type Server, startServer } from './house/server.ts';
import { test } from './house/test.ts';

/** Short enough to wait for, long enough to type between two acts; the warning comes a third before. */
const idleSeconds = 9;

let server: Server;
let company: Company;

beforeAll(async () => {
  server = await startServer({
    ...inject('ground'),
    MONBAN_IDLE_SECONDS: String(idleSeconds),
  });
  company = await openCompany(inject('house'));
});

afterAll(() => server.stop());

const warning = (page: Page) => page.getByRole('alertdialog', { name: 'まもなく自動終了します' });

test('whoever is away is warned in every tab and goes on with one key; left alone, every tab covers what it showed, and what was typed comes back to the same person, the PIN never (R11)', async ({
  open,
}) => {
  const page = await open({ baseURL: server.url });
  await logOnAsAdministrator(page, company);
  await page.goto('/add-user');
  await field(page, '利用者ID').fill('mori02');
  await field(page, '氏名').fill('森 拓也');
  await field(page, 'ご契約先確認暗証番号').fill(pins.contractConfirmation);
  const other = await page.context().newPage();
  await other.goto('/');
  await heading(other, 'ホーム').waitFor();

  await warning(page).waitFor();
  await warning(other).waitFor();
  expect(await warning(page).innerText()).toMatch(/操作がないため、あと[1-3]秒で自動終了します。/);
  await page.keyboard.press('Enter');
  await warning(page).waitFor({ state: 'hidden' });
  await warning(other).waitFor({ state: 'hidden' });
  // It is the server that gave the time: its answer outlives the first end.
  await warning(other).waitFor();

  for (const tab of [page, other]) {
    await tab.getByText('自動終了しました').waitFor();
    await heading(tab, '管理者ログオン').waitFor();
    expect(await tab.content()).not.toContain(company.name);
    expect(await tab.content()).not.toContain('森 拓也');
  }

  await logOnAgain(page);
  await heading(page, '利用者を追加').waitFor();
  expect(await field(page, '利用者ID').inputValue()).toBe('mori02');
  expect(await field(page, '氏名').inputValue()).toBe('森 拓也');
  expect(await field(page, 'ご契約先確認暗証番号').inputValue()).toBe('');
  // The other tab is let in as well.
  await other.getByRole('navigation', { name: 'メニュー' }).waitFor();
});

/** Where the page stands, without loading it anew. */
async function logOnAgain(page: Page): Promise<void> {
  await field(page, 'ご契約先ID').fill(company.contractId);
  await field(page, 'ご契約先暗証番号').fill(pins.contract);
  await field(page, 'ワンタイムパスワード').fill(await readOffCard(page, company.card));
  await button(page, 'ログオン').click();
}
