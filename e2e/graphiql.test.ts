import { chapters } from '@monban/examples/chapters';
import type { Example } from '@monban/examples/example';
import type { Page, Response } from 'playwright-core';
import { beforeAll, expect, inject } from 'vitest';
import { type OpenBrowser, test } from './house/test.ts';
import { openContract, tokenOfTheBank } from './house/company.ts';
import { startServer } from './house/server.ts';

/** Those that run where one person at the desk is enough. */
const examples = chapters
  .filter(({ needsTwoPersons }) => needsTwoPersons !== true)
  .flatMap((chapter) => chapter.examples);
let token: string;
beforeAll(() => {
  token = tokenOfTheBank(inject('house'), ['desk', 'transactions', 'read', 'mail']);
});

/** GraphiQL, once it has the schema. The fixture fails the test if a page asks another host for anything. */
async function openGraphiql(open: OpenBrowser, url = inject('house').url): Promise<Page> {
  const page = await open({ locale: 'en-GB', baseURL: url });
  const schema = nextAnswer(page);
  await page.goto('/graphql');
  await schema;
  await page.getByRole('region', { name: 'Examples', exact: true }).waitFor();
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  return page;
}

function nextAnswer(page: Page): Promise<Response> {
  return page.waitForResponse(
    (response) => response.url().endsWith('/graphql') && response.request().method() === 'POST',
  );
}

async function choose(page: Page, { title }: Example): Promise<void> {
  await page.getByRole('button', { name: title }).click();
}

/** Presses the button of the editor; answers what the server said. */
async function run(page: Page): Promise<Readonly<Record<string, unknown>>> {
  const answered = nextAnswer(page);
  await page.getByRole('button', { name: 'Execute query' }).click();
  return (await answered).json();
}

/** Runs one after another; answers what failed. */
async function runAll(page: Page, story: readonly Example[]): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const example of story) {
    await choose(page, example);
    if (JSON.stringify(example.variables).includes('{{code}}')) {
      const { address } = example.variables['input'] as { readonly address: string };
      await page.getByLabel('Code of the mail').fill(await lastCodeTo(address));
    }
    const { data, errors } = await run(page);
    const answer = (data as Record<string, { __typename?: string } | null> | null)?.[example.shows];
    const wanted = example.answersHere ?? example.answers;
    const right = wanted === undefined || answer?.__typename === wanted;
    if (errors !== undefined || !right)
      failed.push(`${example.title}: ${JSON.stringify(errors ?? answer)}`);
  }
  console.log(`GraphiQL: ${story.length - failed.length} of ${story.length} examples ran`);
  return failed;
}

/** What the pane of answers shows, without the ends of its lines. */
const shown = async (page: Page) =>
  (await page.locator('.result-window').innerText()).replaceAll(/\s+/g, ' ');

test('An engineer pastes a bank token once, and every example runs in GraphiQL, from the first to the last; nothing is asked of another host, and nothing kept in the browser', async ({
  open,
}) => {
  const page = await openGraphiql(open);
  await page.getByLabel('Bank token', { exact: true }).fill(token);
  expect(await runAll(page, examples)).toEqual([]);
  await expect.poll(() => shown(page)).toContain('AuthenticationMethodSet');
  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage, document.cookie, location.href]),
  );
  expect(kept).not.toContain(token.slice(-20));
});

test('Where two persons are needed at the desk, the examples of both clerks run in GraphiQL too', async ({
  open,
}) => {
  const house = inject('house');
  const { contractId } = await openContract(house);
  const careful = await startServer({ ...inject('ground'), MONBAN_TWO_PERSONS: 'on' });
  try {
    const page = await openGraphiql(open, careful.url);
    await page.getByLabel('Bank token', { exact: true }).fill(token);
    await page.getByLabel('Another clerk’s token').fill(tokenOfTheBank(house, ['desk'], 'clerk2'));
    await page.getByLabel('Contract ID').fill(contractId);
    const story = chapters.filter(({ needsTwoPersons }) => needsTwoPersons === true);
    const failed = await runAll(
      page,
      story.flatMap((chapter) => chapter.examples),
    );
    expect(failed).toEqual([]);
  } finally {
    await careful.stop();
  }
});

test('Whoever runs an example too early is told in GraphiQL what to do first; the documentation of the schema stands beside', async ({
  open,
}) => {
  const page = await openGraphiql(open);
  const opening = examples.find(({ shows }) => shows === 'openContract');
  const adding = examples.find(({ shows }) => shows === 'registerAdministrator');
  if (opening === undefined || adding === undefined) throw new Error('Both are examples.');
  await choose(page, opening);
  await page.getByRole('button', { name: 'Execute query' }).click();
  await expect.poll(() => shown(page)).toContain('bankToken is not known: fill it in');
  await choose(page, adding);
  await page.getByRole('button', { name: 'Execute query' }).click();
  await expect.poll(() => shown(page)).toContain('run “The desk opens a contract” first');

  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Mutation' }).click();
  await page.getByText('Opens a contract; registration PIN and card are shown once.').waitFor();
});

test('What somebody has written themselves is not lost when they choose an example: it stays in its tab', async ({
  open,
}) => {
  const page = await openGraphiql(open);
  const [first, second] = examples;
  if (first === undefined || second === undefined) throw new Error('There are examples.');
  await choose(page, second);
  await expect.poll(() => page.getByRole('tab').count()).toBe(1);
  await page.locator('.graphiql-query-editor').click();
  await page.keyboard.type('# mine\n');
  await choose(page, first);
  await expect.poll(() => page.getByRole('tab').count()).toBe(2);
});

/** The code of the newest mail to an address that has one, read off the mailbox of development, where other tests' mails lie too. */
async function lastCodeTo(address: string): Promise<string> {
  const text = await (await fetch(`${inject('house').url}/dev/mailbox`)).text();
  const mails = text.split('<article>').filter((mail) => mail.includes(`<dd>${address}</dd>`));
  return /(?<![0-9A-Za-z])\d{6}(?![0-9A-Za-z])/.exec(mails.join())?.[0] ?? '';
}
