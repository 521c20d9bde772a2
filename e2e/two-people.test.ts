import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { appointUser, openCompany, pins } from './house/company.ts';
import { button, confirm, field, heading, logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

test('a page of the administrator’s that is older than a user’s logon in the same browser is told to load again; nothing it sends is done, compared or counted', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const older = await open();
  // Tabs that can't tell one another: so it is in browsers that keep them apart.
  await older.context().addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  const newer = await older.context().newPage();
  await newer.goto('/user');
  await heading(newer, '利用者ログオン').waitFor();
  await logOnAsAdministrator(older, company);
  // Once it has asked how long the session lasts, a page that is left alone asks nothing.
  const quiet = older.waitForResponse(
    (response) =>
      response.frame().url().endsWith('/users/sato01/lock') &&
      response.request().postData()?.includes('query Viewer') === true &&
      response.request().headers()['monban-page'] !== undefined,
  );
  await older.goto('/users/sato01/lock');
  await older.getByRole('dialog').waitFor();
  await quiet;

  await enterAsUser(newer, company.contractId);
  await heading(newer, 'ホーム').waitFor();

  await confirm(older, '利用を中止する', pins.wrong);
  await older.getByText('もう一度ログオンして').waitFor();
  expect(await older.getByRole('dialog').count()).toBe(0);
  expect(await older.content()).not.toContain(company.name);

  // The user goes on working, and the administrator's next logon knows of no wrong entry.
  await newer.getByRole('link', { name: '設定' }).click();
  await newer.getByRole('link', { name: '暗証番号の変更' }).click();
  await heading(newer, '暗証番号の変更').waitFor();
  const administrator = await open();
  await logOnAsAdministrator(administrator, company);
  expect(await administrator.getByText('入力まちがい').count()).toBe(0);
  await administrator.goto('/users/sato01/lock');
  await confirm(administrator, '利用を中止する', pins.wrong);
  await administrator.getByRole('alert').getByText('続けてあと6回誤ると').waitFor();
});

test('when the administrator logs off and a user logs on in another tab, the administrator’s tab shows nothing of the administrator’s any more', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const first = await open();
  await logOnAsAdministrator(first, company);
  await first.goto('/users');
  await heading(first, '利用者').waitFor();
  const second = await first.context().newPage();
  await second.goto('/');
  await heading(second, 'ホーム').waitFor();

  await button(second, 'ログオフ').click();
  await first.getByText('ログオフしました').waitFor();
  expect(await first.content()).not.toContain('佐藤 健一');

  await second.getByRole('link', { name: '利用者の方' }).click();
  await enterAsUser(second, company.contractId);
  for (const tab of [first, second]) {
    await heading(tab, 'ホーム').waitFor();
    expect(await tab.getByRole('link', { name: '利用者', exact: true }).count()).toBe(0);
  }
});

/** On the page as it stands: loading it anew would tell it who is there. */
async function enterAsUser(page: Page, contractId: string): Promise<void> {
  await field(page, 'ご契約先ID').fill(contractId);
  await field(page, '利用者ID').fill('sato01');
  await field(page, '利用者暗証番号').fill(pins.user);
  await button(page, 'ログオン').click();
}
