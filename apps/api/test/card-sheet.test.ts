import { cardSheetWords } from '@monban/domain/wording/card-sheet';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { bank, bankToken } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

interface Shown {
  readonly serial: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly digits: readonly string[];
  readonly sheetPdf: string;
  readonly sheetPage: string;
}

/** A text on the sheet, by where it stands: points from the upper left corner. */
interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

const millimetre = 72 / 25.4;
const a4 = { width: 210 * millimetre, height: 297 * millimetre };
const parts = 'card { serial columns rows digits sheetPdf sheetPage }';

let ground: Ground;
let server: OwnServer;
let desk: Client;

beforeAll(async () => {
  ground = await layGround({ LOG_LEVEL: 'debug' });
  server = await startHere(ground);
  desk = bank(server.url, ground, ['desk']);
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

const opening = {
  name: 'Yamada Trading',
  lockLinkage: 'UNLINKED',
  services: [{ service: 'BALANCE_INQUIRY' }],
};

interface Answer {
  readonly answer: { readonly card: Shown; readonly contract: { readonly contractId: string } };
}

const open = async () =>
  (
    await desk.send<Answer>(
      `mutation ($input: OpenContractInput!) { answer: openContract(input: $input) { ... on ContractOpened { contract { contractId } ${parts} } } }`,
      { input: opening },
    )
  ).answer;

async function readBack(pdf: string): Promise<readonly Placed[]> {
  const document = await getDocumentProxy(new Uint8Array(Buffer.from(pdf, 'base64')), {
    // It would tell of the font's hinting, which a reader of texts has no use for.
    verbosity: 0,
  });
  expect(document.numPages).toBe(1);
  const page = await document.getPage(1);
  const { height, width } = page.getViewport({ scale: 1 });
  expect([width, height].map(Math.round)).toEqual([a4.width, a4.height].map(Math.round));
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [size = 0, , , , x = 0, y = 0] = item.transform as readonly number[];
    return [{ text: item.str, x, y: height - y, width: item.width, size }];
  });
}

/** The rows of a table whose digits have this size, by where they stand. */
function rowsOf(placed: readonly Placed[], size: number): readonly string[] {
  const digits = placed
    .filter((each) => Math.abs(each.size - size) < 0.01 && /^\d$/.test(each.text))
    .toSorted((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x)
    .map(({ text }) => text);
  return Array.from({ length: digits.length / 10 }, (_, row) =>
    digits.slice(row * 10, row * 10 + 10).join(''),
  );
}

describe('R8: the sheet of a card', () => {
  it('read back from the PDF, on the card and in the large copy, has the digits of the card that was issued, cell by cell', async () => {
    for (let each = 0; each < 5; each += 1) {
      const { card } = await open();
      const placed = await readBack(card.sheetPdf);
      expect(rowsOf(placed, 11)).toEqual(card.digits);
      expect(rowsOf(placed, 20)).toEqual(card.digits);
      for (const size of [10, 17]) {
        const labels = placed.filter((one) => one.size === size).map(({ text }) => text);
        expect(labels.toSorted()).toEqual([...card.rows, ...card.columns].toSorted());
      }
    }
  });

  it('is a card of 85.60 × 53.98 mm, with digits larger than a newspaper’s, and the copy with a large-print book’s', async () => {
    const { card } = await open();
    const placed = await readBack(card.sheetPdf);
    const back = placed.filter(({ size, text }) => [10, 11].includes(size) && text.length === 1);
    expect(back).toHaveLength(120);
    const [left, right] = [
      Math.min(...back.map(({ x }) => x)),
      Math.max(...back.map(({ x, width }) => x + width)),
    ];
    const [top, bottom] = [
      Math.min(...back.map(({ y, size }) => y - size)),
      Math.max(...back.map(({ y }) => y)),
    ];
    const millimetres = [right - left, bottom - top].map((each) => each / millimetre);
    figure(
      'R8',
      `the table is ${millimetres.map((each) => each.toFixed(1)).join(' × ')} mm of a card of 85.60 × 53.98 mm; its digits are 11 points, the copy’s 20`,
    );
    expect(millimetres[0]).toBeLessThan(85.6);
    expect(millimetres[1]).toBeLessThan(53.98);
  });

  it('says in both languages whose card it is, what to do when it is lost, and what it is never kept with; no PIN, no name', async () => {
    const { card, contract } = await open();
    const text = (await readBack(card.sheetPdf)).map((each) => each.text).join(' ');
    expect(text).toContain(contract.contractId);
    expect(text).toContain(card.serial);
    for (const { lost, keepApart, neverAsked } of Object.values(cardSheetWords))
      for (const sentence of [lost, keepApart, neverAsked])
        expect(text.replaceAll(/\s/g, '')).toContain(sentence.replaceAll(/\s/g, ''));
    expect(text).not.toContain(opening.name);
  });

  it('as a page has the same digits twice, runs no script and asks nobody for anything', async () => {
    const { card } = await open();
    const cells = [...card.sheetPage.matchAll(/<td>(\d)<\/td>/g)].map(([, digit]) => digit);
    expect(cells.join('')).toBe(card.digits.join('').repeat(2));
    expect(card.sheetPage).toContain("default-src 'none'");
    expect(card.sheetPage).not.toMatch(/<script|<link|<img|<iframe|src=|href=|url\(|@import|:\/\//);
  });

  it('comes with a further card, and with the one that another human fetches', async () => {
    const { contract } = await open();
    const input = { contractId: contract.contractId };
    const issued = await desk.send<Answer>(
      `mutation ($input: IssueCardInput!) { answer: issueCard(input: $input) { ... on CardIssued { ${parts} } } }`,
      { input },
    );
    const env = { ...ground.env, MONBAN_TWO_PERSONS: 'on' };
    const careful = await startHere({ ...ground, env });
    const as = (subject: string) =>
      connect(careful.url, { authorization: `Bearer ${bankToken(ground, ['desk'], subject)}` });
    const { answer } = await as('clerk1').send<{ answer: { act: { actId: string } } }>(
      'mutation ($input: IssueCardInput!) { answer: issueCard(input: $input) { ... on DeskActWaiting { act { actId } } } }',
      { input },
    );
    await as('clerk2').send(
      'mutation ($input: ApproveDeskActInput!) { approveDeskAct(input: $input) { __typename } }',
      { input: { actId: answer.act.actId } },
    );
    // Who has seen the registration PIN, as clerk1 has, is shown no card.
    const shown = await as('clerk3').send<Answer>(
      `mutation ($input: ShowCardInput!) { answer: showCard(input: $input) { ... on CardShown { ${parts} } } }`,
      { input },
    );
    await careful.close();
    for (const { card } of [issued.answer, shown.answer])
      expect(rowsOf(await readBack(card.sheetPdf), 11)).toEqual(card.digits);
  });

  it('A9: leaves its digits in no line of the log and in no column of the database', async () => {
    const { card } = await open();
    const sql = asSuperuser(ground);
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
    const kept = [];
    for (const { name } of tables)
      for (const { text } of await sql.unsafe<{ text: string }[]>(
        `select t::text as text from ${name} t`,
      ))
        kept.push(text);
    await sql.end();
    expect(server.logged.length).toBeGreaterThan(0);
    for (const row of [...card.digits, card.sheetPdf.slice(0, 200), card.digits.join('')]) {
      expect(server.logged.filter((line) => line.includes(row))).toEqual([]);
      expect(kept.filter((text) => text.includes(row))).toEqual([]);
    }
  });
});
