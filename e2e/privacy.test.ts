import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { appointUser, openCompany, pins } from './house/company.ts';
import {
  button,
  confirm,
  enterUserLogon,
  field,
  heading,
  logOnAsAdministrator,
} from './house/person.ts';
import { test } from './house/test.ts';
import { watch } from './house/watch.ts';

/** What a visitor chose for this browser, and nobody’s secret. */
const choices = ['monban.language', 'monban.theme'];

test('no browser storage, cookie or address ever holds a secret, nor what the pages showed; after log off going back shows nothing (A9, A21)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.getByRole('link', { name: '利用者', exact: true }).click();
  await page.getByRole('link', { name: '暗証番号を再発行：sato01' }).click();
  await confirm(page, '暗証番号を再発行する', pins.wrong);
  await page.getByRole('alert').waitFor();
  await confirm(page, '暗証番号を再発行する');
  await heading(page, '仮の暗証番号の用紙').waitFor();
  const temporary = await page.locator('article code').allInnerTexts();
  expect(temporary.length).toBeGreaterThanOrEqual(4);
  const secrets = [...Object.values(pins), ...temporary.slice(-2)];

  const kept = await everythingKept(page);
  for (const secret of secrets) expect(JSON.stringify(kept)).not.toContain(secret);
  expect(kept.names.filter((name) => !choices.includes(name))).toEqual([]);
  expect(kept.databases).toEqual([]);
  expect(kept.caches).toEqual([]);
  expect(kept.cookie).toBe('');
  expect(JSON.stringify(kept.addresses)).not.toMatch(/[0-9]{11}/);

  await button(page, '印刷しました').click();
  await heading(page, '利用者').waitFor();
  const answer = page.waitForResponse(
    (response) => response.request().postData()?.includes('LogOff') === true,
  );
  await button(page, 'ログオフ').click();
  expect((await (await answer).allHeaders())['clear-site-data']).toContain('"cache"');
  await page.getByText('ログオフしました').waitFor();
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.content()).not.toContain(company.name);
  await page.goBack();
  await heading(page, '管理者ログオン').waitFor();
  expect(await page.content()).not.toContain(company.name);
});

/** All that this page and its browser remember. */
async function everythingKept(page: Page) {
  return page.evaluate(async () => ({
    names: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    values: [...Object.values(localStorage), ...Object.values(sessionStorage)],
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookie: document.cookie,
    addresses: [
      location.href,
      ...performance.getEntriesByType('resource').map(({ name }) => name),
      JSON.stringify(history.state),
    ],
  }));
}

test('who reads English gets English: pages, refusals, what the API says; the choice outlives loading anew and logging off', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const page = await open();
  await page.goto('/user');
  await heading(page, '利用者ログオン').waitFor();
  await button(page, 'English').click();
  await heading(page, 'User logon').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByLabel('Contract ID').fill(company.contractId);
  await page.getByLabel('User ID').fill('nobody');
  await page.getByLabel('User PIN (required)').fill(pins.wrong);
  await button(page, 'Log on').click();
  const refusal = await page.getByRole('alert').innerText();
  expect(refusal).toMatch(/wrong/i);
  expect(refusal).not.toMatch(/[぀-ヿ一-龯]/);

  await page.reload();
  await heading(page, 'User logon').waitFor();
  await button(page, '日本語').click();
  await logOnAsAdministrator(page, company);
  await button(page, 'English').click();
  await heading(page, 'Home').waitFor();
  await page.getByText('The administrator logged on.').waitFor();
  await button(page, 'Log off').click();
  await page.getByText('You are logged off').waitFor();
  await page.reload();
  await heading(page, 'Administrator logon').waitFor();
});

test('digits and letters typed full-width through an input method, or pasted with hyphens, arrive half-width (R1)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
  const page = await open();
  await page.goto('/user');
  const { contractId } = company;
  await field(page, 'ご契約先ID').fill(`${contractId.slice(0, 3)}-${contractId.slice(3)}`);
  expect(await field(page, 'ご契約先ID').inputValue()).toBe(contractId);

  await field(page, '利用者ID').focus();
  const keys = await page.context().newCDPSession(page);
  const composed = 'ｓａｔｏ０１';
  for (let length = 1; length <= composed.length; length += 1) {
    await keys.send('Input.imeSetComposition', {
      text: composed.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
    // Nothing is turned under the input method's hands.
    expect(await field(page, '利用者ID').inputValue()).toBe(composed.slice(0, length));
  }
  await keys.send('Input.insertText', { text: composed });
  await expect.poll(() => field(page, '利用者ID').inputValue()).toBe('sato01');
  await field(page, '利用者暗証番号').fill(pins.user);
  await button(page, 'ログオン').click();
  await heading(page, 'ホーム').waitFor();
});

test('the watch that these tests keep over console, content policy and foreign hosts sees each of them', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: inject('house').url });
  const troubles: string[] = [];
  await watch(context, (trouble) => troubles.push(trouble));
  const page = await context.newPage();
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.head.append(script);
    console.error('complaint');
  });
  // What a page reports on its way out may be lost.
  await expect.poll(() => troubles.join('\n')).toContain('against the content policy: script-src');
  await page.goto('http://monban.invalid/').catch(() => undefined);
  await expect.poll(() => troubles.join('\n')).toMatch(/complaint[\s\S]*monban\.invalid/);
  await context.close();
});

test('a user who is logged on finds no page of the administrator’s (R13)', async ({ open }) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const page = await open();
  await enterUserLogon(page, company.contractId, 'sato01');
  await heading(page, 'ホーム').waitFor();
  for (const path of ['/users', '/add-user', '/history', '/users/sato01']) {
    await page.goto(path);
    await heading(page, 'ページが見つかりません').waitFor();
  }
});
