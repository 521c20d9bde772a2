import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { deskOf, issueCard, openCompany, pins, useCard } from './house/company.ts';
import { judge } from './house/judge.ts';
import { keyboardOf } from './house/keyboard.ts';
import {
  button,
  enterAdministratorLogon,
  field,
  heading,
  logOnAsAdministrator,
  readOffCard,
} from './house/person.ts';
import { test } from './house/test.ts';

const digits = '新しいカードの4つの数字';
const confirmationPin = 'ご契約先確認暗証番号';

test('“the new card has come”: by keyboard the administrator reads four cells off it and puts it in force; from then on it is asked, and the old one is worth nothing (R7, R8, R21)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  const card = await issueCard(house, company);
  const page = await open();
  await logOnAsAdministrator(page, company);
  const keyboard = keyboardOf(page);
  await page.getByText('新しいお客様カードが発行されています').waitFor();
  await keyboard.press(page.getByRole('link', { name: '使用を開始' }));
  await heading(page, '新しいお客様カードの使用開始').waitFor();
  expect(await judge(page, 'a new card')).toEqual([]);

  // Nothing entered: each field says what it wants, and nothing is sent.
  await keyboard.press(button(page, '新しいカードを使い始める'));
  await page.getByRole('alert').getByText('4桁の数字です', { exact: false }).waitFor();

  // Off the wrong card: it counts, and the page says what is left.
  const right = await readOffCard(page, card);
  const wrong = right.replaceAll(/\d/g, (digit) => String(9 - Number(digit)));
  await keyboard.type(field(page, digits), wrong);
  await keyboard.type(field(page, confirmationPin), pins.contractConfirmation);
  await keyboard.press(button(page, '新しいカードを使い始める'));
  await page
    .getByRole('alert')
    .getByText('暗証番号またはワンタイムパスワードが違います', { exact: false })
    .waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('あと6回');
  expect(await field(page, digits).inputValue()).toBe('');

  await keyboard.type(field(page, digits), right);
  await keyboard.type(field(page, confirmationPin), pins.contractConfirmation);
  await keyboard.press(button(page, '新しいカードを使い始める'));
  await page.getByText('の使用を開始しました。', { exact: false }).first().waitFor();
  await heading(page, 'ホーム').waitFor();
  expect(await page.getByText('新しいお客様カードが発行されています').count()).toBe(0);

  await page.goto('/settings/card');
  await page.getByText('使用開始を待っているお客様カードはありません').waitFor();
  expect(await judge(page, 'no new card')).toEqual([]);

  const [before, after] = [await open(), await open()];
  await enterAdministratorLogon(before, company);
  await before.getByRole('alert').waitFor();
  await logOnAsAdministrator(after, { ...company, card });
});

test('“how long does this card last?”: the first page says from five logons on that a new one is due, then that cells come again, and at the end that nobody will log on again (R7, R8)', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { notificationAddress: 'soumu@example.jp' });
  const page = await open();
  // The registration was the first logon, the browser's are the 19th and the next.
  await useCard(company, 17);
  await logOnAsAdministrator(page, company);
  await page.getByText('未使用のマスで、あと6回ログオンできます').waitFor();
  expect(await page.getByText('残り少なくなりました').count()).toBe(0);
  await logOnAsAdministrator(await anew(page), company);
  await page
    .getByText('お客様カードの未使用のマスが残り少なくなりました（ログオンあと5回分）')
    .waitFor();
  await page.getByText('担当窓口へ新しいカードをお申し込みください。').waitFor();
  expect(await judge(page, 'a card that is due')).toEqual([]);

  await useCard(company, 4);
  await logOnAsAdministrator(await anew(page), company);
  await page
    .getByText('未使用のマスがなくなりました（一度使ったマスで、ログオンあと25回）')
    .waitFor();
  await page.getByRole('definition').filter({ hasText: '一度使ったマスで、あと25回' }).waitFor();

  await useCard(company, 24);
  await logOnAsAdministrator(await anew(page), company);
  await page.getByText('使用できるお客様カードがありません').waitFor();
  await page.getByText('このままでは次回からログオンできません。', { exact: false }).waitFor();
  await enterAdministratorLogon(await anew(page), company);
  await page.getByRole('alert').waitFor();
});

/** Without the session that was in it. */
async function anew(page: Page): Promise<Page> {
  await page.context().clearCookies();
  return page;
}

test('“are we leaving that bank?”: a contract that is going to be closed says when on the first page, until it is taken back', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  const { contractId } = company;
  await deskOf(house).act('closeContract', '', { contractId });
  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.getByText(/このご契約は\d+年\d+月\d+日 00:00に解約となります/).waitFor();
  await deskOf(house).act('keepContract', '', { contractId });
  await page.reload();
  await page
    .getByText('確認が必要なことはありません。')
    .or(page.getByText('宛先がありません'))
    .first()
    .waitFor();
  expect(await page.getByText('解約となります').count()).toBe(0);
});
