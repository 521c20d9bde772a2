import { expect, inject } from 'vitest';
import {
  addUser,
  appointUser,
  type Company,
  type House,
  openCompany,
  pins,
} from './house/company.ts';
import {
  button,
  confirm,
  enterUserLogon,
  field,
  heading,
  litCells,
  logOnAsAdministrator,
} from './house/person.ts';
import { findingsOf, judge } from './house/judge.ts';
import { test } from './house/test.ts';

/** A company with users in every state. */
async function populate(house: House): Promise<Company> {
  const company = await openCompany(house);
  await appointUser(house, company, 'kato01', '加藤 浩');
  await appointUser(house, company, 'mori02', '森 拓也');
  await addUser(company, 'sasaki03', '佐々木 恵');
  const confirmed = { confirmationPin: pins.contractConfirmation };
  await company.administrator.act('lockUser', '', { userId: 'mori02', ...confirmed });
  await company.administrator.act('setUserLimits', '', {
    userId: 'kato01',
    limits: [],
    expectedVersion: 1,
    ...confirmed,
  });
  return company;
}

test('axe finds nothing on the strangers’ pages, in both languages, both themes, wide and narrow (WCAG 2.2 AA)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'));
  const page = await open();
  const findings: string[] = [];

  await page.goto('/');
  await field(page, 'ご契約先ID').fill(company.contractId);
  await litCells(page);
  findings.push(...(await judge(page, 'administrator’s logon')));

  await page.goto('/user');
  await button(page, 'ログオン').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'user’s logon with what is missing')));

  await page.goto('/first');
  await field(page, 'ご契約先暗証番号').fill('abcd');
  await button(page, '開通確認を完了する').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'registration with what is wrong')));
  expect(findings).toEqual([]);
});

test('axe finds nothing on the administrator’s pages, in both languages, both themes, wide and narrow (WCAG 2.2 AA)', async ({
  open,
}) => {
  const company = await populate(inject('house'));
  const page = await open();
  await logOnAsAdministrator(page, company);
  const findings = [...(await judge(page, 'home'))];
  for (const path of [
    '/users',
    '/users?status=REMOVED',
    '/users/mori02',
    '/users/nobody',
    '/settings',
    '/settings/addresses',
    '/settings/notices',
    '/settings/pins',
    '/sessions',
    '/emergency',
    '/history',
    '/history?kind=RIGHTS&user=kato01&from=2026-01-01',
    '/nowhere',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    findings.push(...(await judge(page, path)));
  }
  expect(findings).toEqual([]);
});

test('axe finds nothing on the administrator’s forms and dialogs, in both languages, both themes, wide and narrow (WCAG 2.2 AA)', async ({
  open,
}) => {
  const company = await populate(inject('house'));
  const page = await open();
  const findings: string[] = [];
  await logOnAsAdministrator(page, company);
  await page.goto('/add-user');
  await page.getByRole('group', { name: '資金移動' }).getByLabel('実行').check();
  await field(page, '1回あたりの限度額').fill('80万');
  await button(page, '利用者を追加する').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'addition with what is missing')));

  await page.goto('/users/kato01/lock');
  for (const left of [6, 5, 4, 3]) {
    await confirm(page, '利用を中止する', pins.wrong);
    await page.getByRole('alert').getByText(`あと${left}回`).waitFor();
  }
  findings.push(...(await judge(page, 'lock with few tries left')));

  await page.goto('/history/export?kind=RIGHTS');
  await page.getByRole('dialog').waitFor();
  findings.push(...(await judge(page, 'export of the history')));
  await page.goto('/history');
  await page.locator('summary').click();
  await page.getByLabel('いつから').fill('2026-11-22');
  await page.getByLabel('いつまで').fill('2026-11-21');
  await button(page, '絞り込む').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'filter of the history with what is wrong')));

  await page.goto('/users/kato01/update');
  await field(page, '氏名').fill('');
  await field(page, 'Eメールアドレス').fill('kato@example');
  await button(page, '訂正する').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'correction with what is wrong')));

  await page.goto('/users/kato01/remove');
  await page.getByText('登録抹消は元に戻せません。').waitFor();
  findings.push(...(await judge(page, 'removal')));

  await page.goto('/users');
  await page.getByRole('checkbox', { name: 'すべて選ぶ' }).first().check();
  findings.push(...(await judge(page, 'users, all of them selected')));

  await page.goto('/users/kato01/reset');
  await confirm(page, '暗証番号を再発行する');
  await heading(page, '仮の暗証番号の用紙').waitFor();
  findings.push(...(await judge(page, 'slip')));
  await page.getByRole('link', { name: 'ホーム' }).click();
  await page.getByRole('alertdialog').waitFor();
  findings.push(...(await judge(page, 'leaving the slip')));
  expect(findings).toEqual([]);
});

test('axe finds nothing on the pages of rights and limits, with what is changed and what is wrong, in both languages, both themes, wide and narrow (WCAG 2.2 AA)', async ({
  open,
}) => {
  const company = await populate(inject('house'));
  const page = await open();
  const findings: string[] = [];
  await logOnAsAdministrator(page, company);
  for (const path of ['/limits', '/limits/users']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    findings.push(...(await judge(page, path)));
  }
  await page.goto('/permissions?users=kato01,mori02');
  await page.getByRole('checkbox', { name: '加藤 浩 資金移動 実行' }).uncheck();
  await page.getByRole('checkbox', { name: '総合振込 承認 すべて' }).check();
  await button(page, '業務権限を変更する').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'permissions, some changed')));
  await button(page, '権限をコピー').click();
  await page.getByRole('dialog').waitFor();
  findings.push(...(await judge(page, 'copying permissions')));

  const daily = page.getByRole('group', { name: '資金移動' }).getByLabel(/^1日あたり/);
  for (const [path, submit] of [
    ['/users/kato01/rights', '権限と限度額を変更する'],
    ['/limits/contract', 'ご契約の限度額を変更する'],
    ['/limits/users?users=kato01,mori02', '限度額をまとめて設定する'],
  ] as const) {
    await page.goto(path);
    await daily.fill('5,000,001');
    if (path.endsWith('rights')) await page.getByLabel('次の口座だけ').check();
    await button(page, submit).click();
    await page.getByRole('alert').waitFor();
    findings.push(...(await judge(page, path)));
  }
  expect(findings).toEqual([]);
});

test('axe finds nothing on the ways to change addresses, to end a session and to stop in an emergency, in both languages, both themes, wide and narrow (WCAG 2.2 AA)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house, { notificationAddress: 'keiri@midori.example' });
  await appointUser(house, company, 'kato01', '加藤 浩');
  const page = await open();
  await logOnAsAdministrator(page, company);
  const findings: string[] = [];
  await page.goto('/settings/addresses');
  await field(page, '追加する宛先（1件目）').fill('soumu@midori.example');
  await confirm(page, '宛先を変更する');
  await page.getByText('Eメール通知の宛先を変更しました。').waitFor();
  findings.push(...(await judge(page, 'settings')));
  await page.getByRole('link', { name: /^確認コードを入力/ }).click();
  await button(page, '宛先を有効にする').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'code with what is missing')));

  await page.goto('/settings/addresses');
  await page.getByRole('checkbox', { name: 'keiri@midori.example' }).uncheck();
  await confirm(page, '宛先を変更する');
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'addresses with what is wrong')));

  await page.goto('/sessions');
  await page.getByRole('link', { name: '終了させる：kato01' }).click();
  await page.getByRole('dialog').waitFor();
  findings.push(...(await judge(page, 'end of a session')));

  await page.goto('/emergency');
  await page.getByRole('radio').first().check();
  await button(page, 'ご契約先の利用を止める').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'emergency stop with what is missing')));
  expect(findings).toEqual([]);
});

test('axe finds nothing on the users’ pages, in both languages, both themes, wide and narrow (WCAG 2.2 AA)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  const { pin } = await addUser(company, 'sasaki03', '佐々木 恵');
  await appointUser(house, company, 'kato01', '加藤 浩');
  const first = await open();
  await enterUserLogon(first, company.contractId, 'sasaki03', pin);
  await heading(first, '暗証番号を決める').waitFor();
  const findings = [...(await judge(first, 'first logon'))];

  const page = await open();
  await enterUserLogon(page, company.contractId, 'kato01');
  await heading(page, 'ホーム').waitFor();
  findings.push(...(await judge(page, 'own page')));
  await page.getByRole('link', { name: '設定' }).click();
  await heading(page, '設定').waitFor();
  findings.push(...(await judge(page, 'own settings')));
  await page.getByRole('link', { name: '緊急の利用中止' }).click();
  await button(page, '自分の利用を止める').click();
  await page.getByRole('alert').waitFor();
  findings.push(...(await judge(page, 'own emergency stop with what is missing')));
  await button(page, 'ログオフ').click();
  await page.getByText('ログオフしました').waitFor();
  findings.push(...(await judge(page, 'logged off')));
  expect(findings).toEqual([]);
});

test('the judge of the pages finds what was planted: pale text, a picture without words, a button too small', async ({
  open,
}) => {
  const page = await open();
  await page.goto('/');
  await heading(page, '管理者ログオン').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await page.locator('main').evaluate((main) => {
    main.insertAdjacentHTML(
      'beforeend',
      '<p>pale</p><img src="/icon.svg"><div><button>x</button><button>y</button></div>',
    );
    for (const each of main.querySelectorAll('p')) each.style.color = '#ccc';
    for (const each of main.querySelectorAll('button')) {
      Object.assign(each.style, { width: '12px', height: '12px', minHeight: '0', padding: '0' });
    }
  });
  const found = (await findingsOf(page)).join('\n');
  for (const rule of ['color-contrast', 'image-alt', 'target-size']) expect(found).toContain(rule);
});
