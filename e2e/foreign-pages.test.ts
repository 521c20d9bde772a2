import { afterAll, beforeAll, expect, inject } from 'vitest';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { type Company, openCompany } from './house/company.ts';
import { type ForeignSite, openForeignSite } from './house/foreign-site.ts';
import { logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

let theirs: ForeignSite;
let company: Company;

beforeAll(async () => {
  theirs = await openForeignSite();
  company = await openCompany(inject('house'));
});
afterAll(() => theirs.stop());

const house = () => inject('house').url;
/** Needs no PIN, and is seen at once. */
const act = 'mutation { logOff { __typename } }';

/** An administrator at work, in a browser that nobody watches: it is told of what it must not do. */
async function atWork(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: house(), locale: 'ja-JP' });
  const page = await context.newPage();
  await logOnAsAdministrator(page, company);
  return page;
}

/** Ways in which a page can have the browser of whoever looks at it send something. Each is run by that page. */
const ways: Readonly<
  Record<string, (to: { readonly url: string; readonly act: string }) => unknown>
> = {
  'a form': ({ url, act: query }) => {
    document.body.innerHTML = `<form method="post" action="${url}/graphql"><input name="query" value="${query}"></form>`;
    document.forms[0]?.submit();
  },
  'a form with files': ({ url, act: query }) => {
    document.body.innerHTML = `<form method="post" enctype="multipart/form-data" action="${url}/graphql"><input name="query" value="${query}"></form>`;
    document.forms[0]?.submit();
  },
  'a form whose text is JSON': ({ url, act: query }) => {
    document.body.innerHTML = `<form method="post" enctype="text/plain" action="${url}/graphql"><input></form>`;
    const [input] = document.querySelectorAll('input');
    input?.setAttribute('name', `{"query":"${query}","variables":{"a":"`);
    input?.setAttribute('value', '"}}');
    document.forms[0]?.submit();
  },
  'a form by GET': ({ url, act: query }) => {
    document.body.innerHTML = `<form action="${url}/graphql"><input name="query" value="${query}"></form>`;
    document.forms[0]?.submit();
  },
  'a link': ({ url, act: query }) => {
    location.href = `${url}/graphql?query=${encodeURIComponent(query)}`;
  },
  'a picture': ({ url, act: query }) => {
    new Image().src = `${url}/graphql?query=${encodeURIComponent(query)}`;
  },
  'a script by GET': ({ url, act: query }) => {
    const script = document.createElement('script');
    script.src = `${url}/graphql?query=${encodeURIComponent(query)}`;
    document.head.append(script);
  },
  'text/plain by fetch': ({ url, act: query }) => {
    void fetch(`${url}/graphql`, {
      method: 'POST',
      mode: 'no-cors',
      credentials: 'include',
      body: JSON.stringify({ query }),
    });
  },
  'a body of no type by fetch': ({ url, act: query }) => {
    void fetch(`${url}/graphql`, {
      method: 'POST',
      mode: 'no-cors',
      credentials: 'include',
      body: new Blob([JSON.stringify({ query })]),
    });
  },
  'JSON by fetch': ({ url, act: query }) => {
    fetch(`${url}/graphql`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).catch(() => undefined);
  },
  'a beacon': ({ url, act: query }) =>
    navigator.sendBeacon(`${url}/graphql`, JSON.stringify({ query })),
  'a beacon of JSON': ({ url, act: query }) =>
    navigator.sendBeacon(
      `${url}/graphql`,
      new Blob([JSON.stringify({ query })], { type: 'application/json' }),
    ),
};

/** What came of it, as the browser tells: what kind of answer, or that their page was not even given one. */
interface Ended {
  readonly answer: string;
  readonly withCookie: boolean;
}

/** Sends in this way from their page. */
async function attempt(
  context: BrowserContext,
  origin: string,
  way: (to: { readonly url: string; readonly act: string }) => unknown,
): Promise<Ended> {
  const page = await context.newPage();
  await page.goto(origin);
  const ours = (request: Request) => request.url().startsWith(`${house()}/graphql`);
  const withheld = page
    .waitForEvent('requestfailed', { predicate: ours })
    .then((request) => ({ request, answer: 'withheld' }));
  const answered = page
    .waitForResponse((response) => ours(response.request()))
    .then((response) => ({
      request: response.request(),
      answer: `${response.status()} ${response.headers()['content-type'] ?? ''}`,
    }));
  // Whichever does not come ends with the page.
  for (const each of [withheld, answered]) each.catch(() => undefined);
  await page.evaluate(way, { url: house(), act });
  const { request, answer } = await Promise.race([withheld, answered]);
  const headers = await request.allHeaders();
  await page.close();
  return { answer, withCookie: headers['cookie'] !== undefined };
}

/** Who the server says is there, asked by our own page. */
function whoIsThere(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { __typename } }"}',
    });
    return response.text();
  });
}

const distances = ['near', 'far'] as const;

test('whoever looks at a page of somebody else’s while logged on has nothing done in their name, though the browser sends what it is made to send (A21)', async ({
  browser,
}) => {
  for (const distance of distances) {
    const page = await atWork(browser);
    const executed: string[] = [];
    const told: string[] = [];
    let withCookie = 0;
    for (const [name, way] of Object.entries(ways)) {
      const ended = await attempt(page.context(), theirs[distance], way);
      told.push(`${name}: ${ended.answer}`);
      if (ended.withCookie) withCookie += 1;
      if (!(await whoIsThere(page)).includes('"Administrator"')) executed.push(name);
    }
    console.log(
      `A21 from a page ${distance}: ${executed.length} of ${told.length} executed, ${withCookie} seen with the cookie`,
    );
    expect([distance, executed]).toEqual([distance, []]);
    // By GET there is GraphiQL, which runs nothing by itself: a page, and no answer of the API's.
    expect(told.filter((each) => /: 2.*json/.test(each))).toEqual([]);
    // Of the same site the cookie comes along: there it is the server alone that refuses.
    expect(withCookie > 0).toBe(distance === 'near');
    await page.context().close();
  }
});

test('framed by somebody else no page of ours shows anything, though its reader is logged on: nobody clicks on what they don’t see (A21)', async ({
  browser,
}) => {
  const page = await atWork(browser);
  const paths = ['/', '/user', '/users', '/history', '/graphql'];
  const frames = paths.map(
    (path) =>
      `<iframe src="${house()}${path}"></iframe><embed src="${house()}${path}"><object data="${house()}${path}"></object>`,
  );
  for (const distance of distances) {
    const framing = await page.context().newPage();
    await framing.goto(theirs[distance]);
    await framing.setContent(frames.join(''), { waitUntil: 'load' });
    const iframes = await framing.locator('iframe').all();
    expect(iframes.length).toBe(paths.length);
    for (const frame of iframes) {
      const inside = await (await frame.elementHandle())?.contentFrame();
      expect(await inside?.content()).not.toMatch(/門番|Monban|GraphiQL/);
    }
    expect(framing.frames().filter((frame) => frame.url().startsWith(house()))).toEqual([]);
  }
  await page.context().close();
});
