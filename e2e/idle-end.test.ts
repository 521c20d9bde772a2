import { afterAll, beforeAll, expect, inject } from 'vitest';
import type { Page, Route } from 'playwright-core';
import { appointUser, type Company, openCompany, pins } from './house/company.ts';
import {
  button,
  confirm,
  field,
  heading,
  logOnAsAdministrator,
  readOffCard,
} from './house/person.ts';
import { type Server, startServer } from './house/server.ts';
import { test } from './house/test.ts';

/** Short enough to wait for, long enough to type between two acts; the warning comes a third and two seconds before. */
const idleSeconds = 15;

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
  expect(await warning(page).innerText()).toMatch(/操作がないため、あと[1-7]秒で自動終了します。/);
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

test('whoever has a slip before them that is shown once is told in the warning that the end takes it away; once it is printed, no longer (R11, R12)', async ({
  open,
}) => {
  const page = await open({ baseURL: server.url });
  const house = inject('house');
  const theirs = await openCompany(house);
  await appointUser(house, theirs, 'kato01', '加藤 浩');
  await logOnAsAdministrator(page, theirs);
  await page.goto('/certificates/grant/kato01');
  await confirm(page, '取得コードを発行する');
  await heading(page, '取得コードの用紙').waitFor();
  const lost = warning(page).getByText('ログオフするともう表示できません', { exact: false });
  await warning(page).waitFor();
  expect(await lost.count()).toBe(1);
  await button(page, '操作を続ける').click();
  await warning(page).waitFor({ state: 'hidden' });
  await button(page, '印刷しました').click();
  await heading(page, '電子証明書').waitFor();
  await warning(page).waitFor();
  expect(await lost.count()).toBe(0);
  await button(page, 'ログオフ').last().click();
  await page.getByText('ログオフしました').waitFor();
});

/** What a screen reader is told of the warning. */
async function readOut(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const known = nodes.filter(({ ignored }) => !ignored);
  const is = (role: string) => known.filter((node) => node.role?.value === role);
  const [dialog] = is('alertdialog');
  // The page as a whole has it, too.
  const focused = known.findLast(({ properties }) =>
    properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  await session.detach();
  return {
    name: String(dialog?.name?.value),
    description: String(dialog?.description?.value),
    focus: String(focused?.name?.value),
    behind: is('navigation').length + is('textbox').length,
  };
}

/** The same once the browser has told it on. */
async function heard(page: Page) {
  await expect.poll(async () => (await readOut(page)).name).toBe('まもなく自動終了します');
  return readOut(page);
}

/**
 * As it is for people who are put out after a minute, the shortest there is: the page hears that this many seconds of
 * it are left, whenever it asks, until the person goes on.
 */
function almostOver(seconds: number): (route: Route) => Promise<void> {
  const end = new Date(Date.now() + seconds * 1000).toISOString();
  let goesOn = false;
  return async (route) => {
    goesOn ||= route.request().postData()?.includes('query Continue') === true;
    if (goesOn) return route.continue();
    const response = await route.fetch();
    const body = (await response.text())
      .replace(/("idleEndsAt":")[^"]+/g, `$1${end}`)
      .replace(/("idleSeconds":)\d+/g, '$160');
    await route.fulfill({ response, body });
  };
}

const waysOn: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a key': (page) => page.keyboard.press('Space'),
  Escape: (page) => page.keyboard.press('Escape'),
  // It presses no key and moves no pointer: it has the button act.
  'a screen reader': (page) => button(page, '操作を続ける').dispatchEvent('click'),
};

test('the warning is read out with what it is about and has the focus, with nothing behind it in the way; a key, Escape and a screen reader each go on (R11, WCAG 2.2.1)', async ({
  open,
}) => {
  const page = await open();
  await logOnAsAdministrator(page, await openCompany(inject('house')));
  for (const [name, goOn] of Object.entries(waysOn)) {
    await page.route('**/graphql', almostOver(23));
    await page.reload();
    await warning(page).waitFor();
    const told = await heard(page);
    console.log(`R11 read out: ${told.name} ${told.description} [${told.focus}]`);
    expect(told).toMatchObject({ focus: '操作を続ける', behind: 0 });
    expect(told.description).toMatch(/^操作がないため、あと\d+秒で自動終了します。$/);

    const act = page.waitForRequest((request) => request.postData()?.includes('Continue') === true);
    await goOn(page);
    // It counts as theirs, not as the page's own.
    expect([name, (await act).headers()['monban-passive']]).toEqual([name, undefined]);
    await warning(page).waitFor({ state: 'hidden' });
    await page.unrouteAll({ behavior: 'wait' });
  }
});
