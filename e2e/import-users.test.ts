import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { addUser, openCompany, pins } from './house/company.ts';
import { gate } from './house/gate.ts';
import { judge } from './house/judge.ts';
import { keyboardOf } from './house/keyboard.ts';
import { button, enterUserLogon, field, heading, logOnAsAdministrator } from './house/person.ts';
import { shiftJis } from './house/shift-jis.ts';
import { test } from './house/test.ts';

const headings =
  '利用者ID,氏名,Eメールアドレス,残高照会,資金移動,資金移動 1回あたり,資金移動 1日あたり';
const people = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `shain${index + 1},社員 ${index + 1}号,,照会,照会・実行,80万,"1,000,000"`,
  );
const csv = (...lines: readonly string[]) => [headings, ...lines, ''].join('\r\n');
const utf8 = (text: string) => Buffer.from(`\ufeff${text}`);

/** Goes to the page of imports, from the list of users, without a mouse. */
async function goToImport(page: Page): Promise<void> {
  const keyboard = keyboardOf(page);
  await keyboard.press(page.getByRole('link', { name: '利用者', exact: true }));
  await heading(page, '利用者').waitFor();
  await keyboard.press(page.getByRole('link', { name: 'ファイルから追加' }));
  await heading(page, 'ファイルから利用者を追加').waitFor();
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await keyboardOf(page).press(page.getByLabel('CSVファイル'), 'Space');
  await (await asked).setFiles({ name, mimeType: 'text/csv', buffer });
}

/** What the server says to this page's session, of which a person has one; as their other window would ask. */
async function send<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  return page.evaluate(
    async (body) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return ((await answer.json()) as { readonly data: Data }).data;
    },
    { query, variables },
  );
}

async function numberOfUsers(page: Page): Promise<number> {
  const { contract } = await send<{
    readonly contract: { readonly users: { readonly totalCount: number } };
  }>(page, '{ contract { users(first: 1) { totalCount } } }');
  return contract.users.totalCount;
}

const problemRows = (page: Page): Locator =>
  page.getByRole('table', { name: '直すところ' }).getByRole('row');

test('a file of 99 people: the page shows them all before anything is written, then adds all by one confirmation PIN, and stays until the slips are printed (R4, R13, R14)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const page = await open();
  const keyboard = keyboardOf(page);
  await logOnAsAdministrator(page, company);
  await goToImport(page);

  const saved = page.waitForEvent('download');
  await keyboard.press(button(page, 'ひな形を保存'));
  const template = await readFile(await (await saved).path(), 'utf8');
  expect(template.split('\r\n')[0]).toContain(`\ufeff${headings.slice(0, 20)}`);

  await choose(page, 'shain.csv', utf8(csv(...people(99))));
  await page.getByRole('heading', { name: '追加する利用者：99人' }).waitFor();
  const rows = page.getByRole('table', { name: '追加する利用者の一覧' }).getByRole('row');
  expect(await rows.count()).toBe(100);
  expect(await rows.nth(1).innerText()).toMatch(
    /shain1[\s\S]*社員 1号[\s\S]*資金移動（照会・実行）[\s\S]*1回 ¥800,000、1日 ¥1,000,000/,
  );
  expect(await numberOfUsers(page)).toBe(0);

  const steps = await holdSecondStep(page);
  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await page.keyboard.press('Enter');
  await page.getByRole('progressbar', { name: '仮の暗証番号を準備しています' }).waitFor();
  steps.goOn();
  await heading(page, '仮の暗証番号の用紙').waitFor();
  expect(await page.getByRole('article').count()).toBe(99);
  expect(await numberOfUsers(page)).toBe(99);

  const codes = await page
    .getByRole('article', { name: /shain42$/ })
    .locator('code')
    .allInnerTexts();
  await keyboard.press(page.getByRole('link', { name: '利用者', exact: true }));
  await page.getByRole('alertdialog', { name: '用紙を印刷しましたか' }).waitFor();
  await page.keyboard.press('Enter');
  await keyboard.press(button(page, '印刷しました'));
  await heading(page, '利用者').waitFor();
  await page.getByText('99人', { exact: true }).waitFor();

  const someone = await open();
  await enterUserLogon(someone, company.contractId, 'shain42', codes.at(-2) ?? '');
  await heading(someone, '暗証番号を決める').waitFor();
});

test('loading the page anew before the slips are printed is asked about, and who thinks better of it still has them (R4)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const page = await open();
  const keyboard = keyboardOf(page);
  await logOnAsAdministrator(page, company);
  await goToImport(page);
  await choose(page, 'shain.csv', utf8(csv(...people(1))));
  await keyboard.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await page.keyboard.press('Enter');
  await heading(page, '仮の暗証番号の用紙').waitFor();
  const slip = await page.getByRole('article').innerText();

  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await page.getByRole('article').innerText()).toBe(slip);

  await keyboard.press(button(page, '印刷しました'));
  await heading(page, '利用者').waitFor();
  const again: string[] = [];
  page.on('dialog', (late) => {
    again.push(late.type());
    void late.accept();
  });
  await page.reload();
  await heading(page, '利用者').waitFor();
  expect(again).toEqual([]);
});

test('a file in Shift_JIS with one of each mistake: line, column, cause and remedy of each are said, nothing is written, and the file put right is taken', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  await addUser(company, 'tanaka', '田中 実');
  await addUser(company, 'yamada', '山田 太郎');
  await company.administrator.act('removeUser', '', {
    userId: 'yamada',
    confirmationPin: pins.contractConfirmation,
  });
  const page = await open();
  await logOnAsAdministrator(page, company);
  await goToImport(page);

  await choose(page, 'shain.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]));
  await page.getByText('CSVファイルではありません').waitFor();

  const good = ['sato1,佐藤①,,,照会・実行,80万,１００万', 'kato2,加藤 愛,kato@midori.example,照会'];
  const bad = [
    ...good,
    'SATO1,佐藤 花子',
    'Tanaka,田中 実',
    'yamada,山田 太郎',
    'ｍｏｒｉ,森 拓也',
    'suzuki①,鈴木 一郎',
    'abe3,安部 進,,,実行,1000001,1000001',
    'ono4,小野 静,,実行',
    'hara5,原 正,,,実行,1e6,-5',
  ];
  const text = csv(...bad).replace('資金移動 1日あたり', '資金移動 1日あたり,給与・賞与振込,秘密');
  await choose(page, 'shain.csv', shiftJis(text));
  await page.getByRole('alert').getByText('直すところが').waitFor();
  // The header, and one row each.
  expect(
    (await problemRows(page).allInnerTexts())
      .slice(1)
      .map((row) => row.replaceAll(/\s+/g, ' ').trim()),
  ).toEqual([
    '1行目 H列：給与・賞与振込 給与・賞与振込はご契約に含まれていません。この列を取り除くか、担当窓口に追加をお申し込みください。',
    '1行目 I列 この列の見出しを読み取れません。ひな形と同じ見出しにするか、列を取り除いてください。',
    '2行目 A列：利用者ID 利用者IDが4行目と同じです（大文字と小文字は区別しません）。どちらかを別の利用者IDにしてください。',
    '4行目 A列：利用者ID 利用者IDが2行目と同じです（大文字と小文字は区別しません）。どちらかを別の利用者IDにしてください。',
    '5行目 A列：利用者ID 利用者IDはすでに使われています。別の利用者IDにしてください。',
    '6行目 A列：利用者ID 利用者IDは登録を抹消した利用者のもので、もう使えません。別の利用者IDにしてください。',
    '7行目 A列：利用者ID 利用者IDに半角英数字以外の文字があります。半角英数字だけで入力してください。',
    '8行目 A列：利用者ID 利用者IDに半角英数字以外の文字があります。半角英数字だけで入力してください。',
    '9行目 F列：資金移動 1回あたり 資金移動 1回あたりが限度額の枠を超えています。¥1,000,000以下の金額を入力してください。',
    '10行目 D列：残高照会 残高照会にない操作が書かれています。使える操作は「照会」です。複数のときは「・」で区切って入力してください。',
    '11行目 F列：資金移動 1回あたり 資金移動 1回あたりを金額として読み取れません。「1,000,000」や「80万」のように入力してください。',
    '11行目 G列：資金移動 1日あたり 資金移動 1日あたりを金額として読み取れません。「1,000,000」や「80万」のように入力してください。',
  ]);
  expect(await numberOfUsers(page)).toBe(1);
  await keyboardOf(page).press(page.locator('summary'));
  expect(await judge(page, 'import with problems')).toEqual([]);

  await choose(page, 'shain.csv', shiftJis(csv(...good)));
  await page.getByRole('heading', { name: '追加する利用者：2人' }).waitFor();
  await page.getByRole('cell', { name: '佐藤①' }).waitFor();
  expect(await problemRows(page).count()).toBe(0);
  expect(await judge(page, 'import with a preview')).toEqual([]);
});

/** The second step of preparing PINs goes no further until the test has seen how far it is. */
async function holdSecondStep(page: Page) {
  const second = gate();
  let prepared = 0;
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('prepareTemporaryPins') === true) {
      prepared += 1;
      if (prepared === 2) await second.opened;
    }
    await route.continue();
  });
  return { goOn: second.open, prepared: () => prepared };
}

test('preparing the PINs can be stopped: nobody was added, the file stays, a wrong confirmation PIN is said, and what was prepared is not prepared again', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const page = await open();
  const keyboard = keyboardOf(page);
  await logOnAsAdministrator(page, company);
  await goToImport(page);
  await choose(page, 'shain.csv', utf8(csv(...people(12))));

  const steps = await holdSecondStep(page);
  const enter = async (pin: string): Promise<void> => {
    await keyboard.type(field(page, 'ご契約先確認暗証番号'), pin);
    await page.keyboard.press('Enter');
  };
  await enter(pins.contractConfirmation);
  await page.getByRole('progressbar').getByText('12人のうち5人').waitFor();
  await keyboard.press(button(page, '中止する'));
  await button(page, '中止しています…').waitFor();
  steps.goOn();
  await page.getByText('中止しました。利用者は1人も追加されていません。').waitFor();
  expect(await numberOfUsers(page)).toBe(0);
  expect(steps.prepared()).toBe(2);

  await enter(pins.wrong);
  await page.getByRole('alert').getByText('暗証番号が違います').waitFor();
  expect(steps.prepared()).toBe(3);
  expect(await numberOfUsers(page)).toBe(0);
  await enter(pins.contractConfirmation);
  await heading(page, '仮の暗証番号の用紙').waitFor();
  expect(steps.prepared()).toBe(3);
  expect(await numberOfUsers(page)).toBe(12);
});

test('an ID that was given out in another window meanwhile is said at its line; nobody of the file was added', async ({
  open,
}) => {
  const page = await open();
  await logOnAsAdministrator(page, await openCompany(inject('house')));
  await goToImport(page);
  await choose(page, 'shain.csv', utf8(csv(...people(3))));
  await page.getByRole('heading', { name: '追加する利用者：3人' }).waitFor();
  await send(page, 'mutation ($input: AddUserInput!) { addUser(input: $input) { __typename } }', {
    input: {
      userId: 'SHAIN2',
      name: '社員 2号',
      permissions: [],
      limits: [],
      confirmationPin: pins.contractConfirmation,
    },
  });
  await keyboardOf(page).type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('直すところが1か所あります').waitFor();
  const [, problem = ''] = await problemRows(page).allInnerTexts();
  expect(problem).toMatch(/3行目\s*A列：利用者ID\s*利用者IDはすでに使われています/);
  expect(await numberOfUsers(page)).toBe(1);
});
