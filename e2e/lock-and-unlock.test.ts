import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { appointUser, type Company, openCompany, pins } from './house/company.ts';
import { type Keyboard, keyboardOf } from './house/keyboard.ts';
import { button, field, heading, readOffCard } from './house/person.ts';
import { test } from './house/test.ts';

test('R20 by keyboard alone: after seven wrong PINs the right one is refused like the wrong ones; the administrator sees who and why, and lets the user back in', async ({
  open,
}) => {
  const company = await openCompany(inject('house'), { lockLinkage: 'UNLINKED' });
  await appointUser(inject('house'), company, 'sato01', '佐藤 健一');

  const user = await open();
  const userKeys = keyboardOf(user);
  await user.goto('/');
  await userKeys.press(user.getByRole('link', { name: '利用者の方' }));
  await userKeys.type(field(user, 'ご契約先ID'), company.contractId);
  await userKeys.type(field(user, '利用者ID'), 'sato01');
  const answers: string[] = [];
  for (let wrong = 1; wrong <= 7; wrong += 1) {
    answers.push(await refusal(user, userKeys, `wrong-pin-no-${wrong}`));
  }
  answers.push(await refusal(user, userKeys, pins.user));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('入力内容に誤りがあるか、');
  expect(answers[0]).toContain('サービスの利用が中止されています');

  const administrator = await open();
  await unlock(administrator, keyboardOf(administrator), company);

  await userKeys.type(field(user, '利用者暗証番号'), pins.user);
  await user.keyboard.press('Enter');
  await heading(user, 'ホーム').waitFor();
});

/** What the page says to a PIN. */
async function refusal(page: Page, keys: Keyboard, pin: string): Promise<string> {
  await keys.type(field(page, '利用者暗証番号'), pin);
  const answered = page.waitForResponse('**/graphql');
  await page.keyboard.press('Enter');
  await answered;
  // Each attempt empties the field and puts the focus on what is said.
  const said = page.getByRole('alert');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  expect(await field(page, '利用者暗証番号').inputValue()).toBe('');
  return said.innerText();
}

async function unlock(page: Page, keys: Keyboard, company: Company): Promise<void> {
  await page.goto('/');
  await keys.type(field(page, 'ご契約先ID'), company.contractId);
  await keys.type(field(page, 'ご契約先暗証番号'), pins.contract);
  await keys.type(field(page, 'ワンタイムパスワード'), await readOffCard(page, company.card));
  await page.keyboard.press('Enter');
  await heading(page, 'ホーム').waitFor();
  await page.getByText('sato01（佐藤 健一）さんの利用が中止されています').waitFor();

  await keys.press(page.getByRole('link', { name: '利用者', exact: true }));
  const row = page.getByRole('row', { name: /sato01/ });
  await row.waitFor();
  expect(await row.innerText()).toMatch(
    /利用中止[\s\S]*暗証番号等の連続誤り[\s\S]*入力まちがい 7回/,
  );

  await keys.press(row.getByRole('link', { name: '利用中止を解除：sato01' }));
  const dialog = page.getByRole('dialog', { name: 'sato01（佐藤 健一）の利用中止を解除しますか' });
  await dialog.getByText('状態：利用中止 → 利用中').waitFor();
  await keys.type(field(page, 'ご契約先確認暗証番号'), pins.contractConfirmation);
  await keys.press(button(page, '利用中止を解除する'));
  await page.getByText('sato01（佐藤 健一）の利用中止を解除しました。').waitFor();
  expect(await row.innerText()).toContain('利用中');
  expect(await row.innerText()).not.toContain('利用中止');
}
