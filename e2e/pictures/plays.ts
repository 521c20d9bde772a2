import type { Route } from 'playwright-core';
import { asAdministrator, asUser, fill, type Stage, submit } from './stage.ts';

export async function chooseFile(stage: Stage, lines: readonly string[]): Promise<void> {
  const headings =
    '利用者ID,氏名,Eメールアドレス,残高照会,資金移動,資金移動 1回あたり,資金移動 1日あたり';
  await asAdministrator(stage, '/import-users');
  await stage.page.locator('input[type="file"]').setInputFiles({
    name: 'shain.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([headings, ...lines].join('\n')),
  });
}

export async function withNewAddress(stage: Stage): Promise<void> {
  const { page, company } = stage;
  await asAdministrator(stage, '/settings/addresses');
  const address = 'soumu@midori.example';
  const known = await page.getByText(address).count();
  if (known === 0) {
    await fill(page, { new0: address, confirmationPin: company.pins.confirmationPin });
    await submit(page);
  } else await page.locator('nav a[href="/settings"]').click();
  await page.locator('a[href^="/settings/code"]').first().waitFor();
}

export async function giveOutCode(stage: Stage): Promise<void> {
  const { page, company } = stage;
  await asAdministrator(stage, '/certificates/grant/kato01');
  await fill(page, { confirmationPin: company.pins.confirmationPin });
  await submit(page);
  await page.locator('article code').waitFor();
}

export async function sessions(stage: Stage): Promise<void> {
  const other = await stage.page.context().browser()?.newContext({ baseURL: stage.url });
  if (other === undefined) throw new Error('The page has no browser.');
  await asUser({ ...stage, page: await other.newPage() }, 'kato01');
  await other.close();
  await asAdministrator(stage, '/sessions');
  await stage.page.locator('a[href^="/sessions/"]').waitFor();
}

export async function emergency(stage: Stage, what: 'CONTRACT' | 'CARD'): Promise<void> {
  const { page } = stage;
  await asAdministrator(stage);
  await page.locator('a[href="/emergency"]').click();
  await page
    .locator('input[name="stop"]')
    .nth(what === 'CONTRACT' ? 0 : 1)
    .check();
  await page.locator('input[name="confirmationPin"]').waitFor();
}

export async function soonOver(route: Route): Promise<void> {
  const response = await route.fetch();
  const soon = new Date(Date.now() + 95_000).toISOString();
  const body = await response.text();
  await route.fulfill({ response, body: body.replace(/("idleEndsAt":")[^"]+/g, `$1${soon}`) });
}
