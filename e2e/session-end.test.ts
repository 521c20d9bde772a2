import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { appointUser, openCompany, pins, useCard } from './house/company.ts';
import { gate } from './house/gate.ts';
import { button, field, heading, logOnAsAdministrator, readOffCard } from './house/person.ts';
import { test } from './house/test.ts';
import { moveTime } from './house/time.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const warning = (page: Page) => page.getByRole('alertdialog', { name: 'まもなく自動終了します' });

for (const [clock, wrongBy] of [
  ['right', 0],
  ['an hour fast', hour],
  ['an hour slow', -hour],
] as const)
  test(`with a browser’s clock that is ${clock} the warning comes two minutes before the end, a key puts the end off by ten minutes, and left alone the page ends (R11)`, async ({
    open,
  }) => {
    const company = await openCompany(inject('house'));
    const page = await open();
    const time = await moveTime(page.context(), wrongBy);
    await logOnAsAdministrator(page, company);
    await time.pass(7 * minute + 40 * second);
    expect(await warning(page).count()).toBe(0);
    await time.pass(21 * second);
    await warning(page).waitFor();
    expect(await warning(page).innerText()).toMatch(/あと(2分0秒|1分[0-5]\d秒)で自動終了します。/);
    await page.keyboard.press('Enter');
    await warning(page).waitFor({ state: 'hidden' });

    await time.pass(7 * minute + 40 * second);
    expect(await warning(page).count()).toBe(0);
    await time.pass(minute);
    await warning(page).waitFor();
    // At the end the server says so as well: here because the session is over by another logon.
    await time.pass(2 * minute, () => useCard(company, 1));
    await page.getByText('自動終了しました').waitFor();
    expect(await page.content()).not.toContain(company.name);
  });

test('a machine that slept past the end is covered at the first key, before any answer comes: its timers stood still (R11)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const page = await open();
  const time = await moveTime(page.context());
  await logOnAsAdministrator(page, company);
  await page.getByText(company.name).first().waitFor();
  const answers = gate();
  await page.route('**/graphql', async (route) => {
    await answers.opened;
    await route.fallback();
  });
  await time.sleep(25 * minute, () => useCard(company, 1));
  await page.keyboard.press('Shift');
  await page.getByText('確認しています…').waitFor();
  expect(await page.getByText(company.name).first().isVisible()).toBe(false);
  answers.open();
  await page.getByText('自動終了しました').waitFor();
  expect(await page.content()).not.toContain(company.name);
});

test('after the idle end neither Back nor Forward nor coming back from elsewhere shows anything (R11, A21)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
  const page = await open();
  const time = await moveTime(page.context());
  await logOnAsAdministrator(page, company);
  for (const [link, title] of [
    ['利用者', '利用者'],
    ['操作履歴', '操作履歴'],
  ] as const) {
    await page.getByRole('link', { name: link, exact: true }).click();
    await heading(page, title).waitFor();
  }
  await time.pass(11 * minute, () => useCard(company, 1));
  await page.getByText('自動終了しました').waitFor();
  const showsNothing = async () => {
    await heading(page, '管理者ログオン').or(heading(page, '利用者ログオン')).waitFor();
    for (const shown of [company.name, '佐藤 健一', 'sato01'])
      expect(await page.content()).not.toContain(shown);
  };
  await showsNothing();
  await page.goBack();
  await showsNothing();
  await page.goBack();
  await showsNothing();
  await page.goForward();
  await showsNothing();
  // Another document, and back: nothing was kept of the first.
  await page.goto('/livez');
  await page.goBack();
  await showsNothing();
});

test('what somebody was typing at the idle end is gone for good once another person has been in that tab (R11)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const page = await open();
  const time = await moveTime(page.context());
  await logOnAsAdministrator(page, company);
  await typeNewUser(page);
  await time.pass(11 * minute, () => useCard(company, 1));
  await page.getByText('自動終了しました').waitFor();

  await page.getByRole('link', { name: '利用者の方' }).click();
  await field(page, 'ご契約先ID').fill(company.contractId);
  await field(page, '利用者ID').fill('sato01');
  await field(page, '利用者暗証番号').fill(pins.user);
  await button(page, 'ログオン').click();
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor();
  expect(await page.content()).not.toContain('森 拓也');
  await button(page, 'ログオフ').click();
  await page.getByText('ログオフしました').waitFor();

  await page.getByRole('link', { name: '管理者の方' }).click();
  await findNothingTyped(page, company);
});

test('log off in one tab is log off in all of them at once, whatever is open there; nothing that was typed comes back (R11)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
  const first = await open();
  await logOnAsAdministrator(first, company);
  const [form, dialog] = [await first.context().newPage(), await first.context().newPage()];
  await form.goto('/');
  await heading(form, 'ホーム').waitFor();
  await typeNewUser(form);
  await dialog.goto('/users/sato01/lock');
  await dialog.getByRole('dialog').waitFor();

  await button(first, 'ログオフ').click();
  for (const tab of [first, form, dialog]) {
    await tab.getByText('ログオフしました').waitFor();
    expect(await tab.getByRole('dialog').count()).toBe(0);
    for (const shown of [company.name, '佐藤 健一', '森 拓也'])
      expect(await tab.content()).not.toContain(shown);
  }
  await findNothingTyped(form, company);
});

test('a tab that asks the server before it hears of the log off in another one: both say that somebody logged off, and nothing that was typed comes back (R11)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const leaving = await open();
  await logOnAsAdministrator(leaving, company);
  const other = await leaving.context().newPage();
  await other.goto('/');
  await heading(other, 'ホーム').waitFor();
  const [ended, told] = [gate(), gate()];
  // What the pages ask by themselves is not in the way: it is the click that hears of the end.
  await leaving.context().route('**/graphql', async (route) => {
    if (route.request().headers()['monban-passive'] !== undefined) await told.opened;
    await route.fallback();
  });
  await typeNewUser(other);
  await leaving.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation LogOff') !== true) return route.fallback();
    const response = await route.fetch();
    ended.open();
    await told.opened;
    await route.fulfill({ response });
  });
  await button(leaving, 'ログオフ').click();
  await ended.opened;
  await other.getByRole('link', { name: '操作履歴', exact: true }).click();
  await other.getByText('ログオンが終わりました').waitFor();

  told.open();
  for (const tab of [leaving, other]) await tab.getByText('ログオフしました').waitFor();
  await findNothingTyped(other, company);
});

test('a tab that is just loading when somebody logs off in another one says so, and shows nothing of theirs (R11)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const leaving = await open();
  await logOnAsAdministrator(leaving, company);
  const loading = await leaving.context().newPage();
  const [asked, told] = [gate(), gate()];
  await loading.route('**/graphql', async (route) => {
    const response = await route.fetch();
    asked.open();
    await told.opened;
    await route.fulfill({ response });
  });
  await loading.goto('/');
  await asked.opened;
  await button(leaving, 'ログオフ').click();
  await leaving.getByText('ログオフしました').waitFor();

  told.open();
  await loading.getByText('ログオフしました').waitFor();
  expect(await loading.content()).not.toContain(company.name);
});

test('somebody goes on while the page still waits to hear of the end that it asked about: the warning goes (R11)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const page = await open();
  const time = await moveTime(page.context());
  await logOnAsAdministrator(page, company);
  const away = 8 * minute + 10 * second;
  const [asked, told] = [gate(), gate()];
  await time.pass(away, () =>
    page.route(
      '**/graphql',
      async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          /("idleEndsAt":")([^"]+)/g,
          (_, name: string, end: string) =>
            `${name}${new Date(Date.parse(end) - away).toISOString()}`,
        );
        asked.open();
        await told.opened;
        await route.fulfill({ response, body });
      },
      { times: 1 },
    ),
  );
  await warning(page).waitFor();
  await asked.opened;
  const wentOn = page.waitForResponse(
    (response) => response.request().postData()?.includes('query Continue') === true,
  );
  await page.keyboard.press('Enter');
  await (await wentOn).finished();
  await time.pass(second);
  told.open();
  await warning(page).waitFor({ state: 'hidden' });
});

test('an act that is on its way when the end comes: the page is covered; what the server took in time is done and told, and the end put off (R11)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
  const page = await open();
  const time = await moveTime(page.context());
  await logOnAsAdministrator(page, company);
  const held = await holdLock(page);
  await time.pass(11 * minute);
  await page.getByText('確認しています…').waitFor();
  expect(await page.getByText('佐藤 健一').first().isVisible()).toBe(false);
  held.release();
  await page.getByText('確認しています…').waitFor({ state: 'hidden' });
  await heading(page, '利用者').waitFor();
  await page.getByText('sato01（佐藤 健一）の利用を中止しました').first().waitFor();
});

test('an act that reaches the server after the end is not done: the page says that the session is over, and after the logon it stands as it was (R11, A13)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
  const page = await open();
  const time = await moveTime(page.context());
  await logOnAsAdministrator(page, company);
  const held = await holdLock(page);
  await time.pass(11 * minute, () => useCard(company, 1));
  await page.getByText('自動終了しました').waitFor();
  held.release();
  expect(await held.answer()).toContain('UNAUTHENTICATED');
  expect(await page.content()).not.toContain('佐藤 健一');
  await logOnHere(page, company);
  // Where they were, and the PIN to be entered anew.
  await page.getByRole('dialog').waitFor();
  expect(await field(page, 'ご契約先確認暗証番号').inputValue()).toBe('');
  await page.goto('/users');
  await page.getByRole('link', { name: '利用を中止：sato01' }).waitFor();
});

async function goToNewUser(page: Page): Promise<void> {
  await page.getByRole('link', { name: '利用者', exact: true }).click();
  await page.getByRole('link', { name: '利用者を追加' }).click();
  await heading(page, '利用者を追加').waitFor();
}

async function typeNewUser(page: Page): Promise<void> {
  await goToNewUser(page);
  await field(page, '利用者ID').fill('mori02');
  await field(page, '氏名').fill('森 拓也');
}

/** Logged on again, the administrator finds the form empty. */
async function findNothingTyped(
  page: Page,
  company: Awaited<ReturnType<typeof openCompany>>,
): Promise<void> {
  await logOnHere(page, company);
  await heading(page, 'ホーム').waitFor();
  await goToNewUser(page);
  expect(await field(page, '氏名').inputValue()).toBe('');
}

/** Where the page stands, without loading it anew. */
async function logOnHere(
  page: Page,
  { card, contractId }: Awaited<ReturnType<typeof openCompany>>,
): Promise<void> {
  await field(page, 'ご契約先ID').fill(contractId);
  await field(page, 'ご契約先暗証番号').fill(pins.contract);
  await field(page, 'ワンタイムパスワード').fill(await readOffCard(page, card));
  await button(page, 'ログオン').click();
}

/** Confirms a lock whose request goes no further until it is released. */
async function holdLock(page: Page) {
  await page.getByRole('link', { name: '利用者', exact: true }).click();
  await page.getByRole('link', { name: '利用を中止：sato01' }).click();
  const way = gate();
  const isLock = (body: string | null) => body?.includes('mutation LockUser') === true;
  await page.route('**/graphql', async (route) => {
    if (isLock(route.request().postData())) await way.opened;
    await route.fallback();
  });
  const sent = page.waitForRequest((request) => isLock(request.postData()));
  await field(page, 'ご契約先確認暗証番号').fill(pins.contractConfirmation);
  await button(page, '利用を中止する').click();
  const request = await sent;
  return {
    release: way.open,
    answer: async () => (await (await request.response())?.text()) ?? '',
  };
}
