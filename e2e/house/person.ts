import type { Locator, Page } from 'playwright-core';
import { type Card, type Company, digitAt, pins } from './company.ts';

/** A cell as the picture of the card's back shows it. */
interface LitCell {
  readonly position: number;
  readonly column: string;
  readonly row: string;
}

/** Reads the lit cells off the picture, as the eye does: number in the cell, letter above, digit at the side. */
export async function litCells(page: Page): Promise<readonly LitCell[]> {
  await page.getByRole('list', { name: '読み取る順番' }).waitFor();
  const lit = await page.locator('figure table').evaluate((table) => {
    const [head, ...rows] = [...(table as HTMLTableElement).rows];
    return rows.flatMap((row) =>
      [...row.cells].slice(1).flatMap((cell, index) => {
        const text = cell.textContent;
        const column = head?.cells[index + 1]?.textContent ?? '';
        return text === ''
          ? []
          : [{ position: Number(text), column, row: row.cells[0]?.textContent ?? '' }];
      }),
    );
  });
  return lit.toSorted((a, b) => a.position - b.position);
}

/** The four digits that the page asks for, read off the card in the hand (R7). */
export async function readOffCard(page: Page, card: Card): Promise<string> {
  const cells = await litCells(page);
  return cells.map(({ column, row }) => digitAt(card, column, row)).join('');
}

/** A field by its label alone: what marks it as required is part of the label too. */
export function field(page: Page, label: string): Locator {
  return page.getByLabel(new RegExp(`^${label}\\s*※(必須|任意)$`));
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** All that the logon asks for; nothing is sent yet. */
export async function fillInLogon(
  page: Page,
  { card, contractId }: Pick<Company, 'card' | 'contractId'>,
  pin: string = pins.contract,
): Promise<void> {
  await page.goto('/');
  await field(page, 'ご契約先ID').fill(contractId);
  await field(page, 'ご契約先暗証番号').fill(pin);
  await field(page, 'ワンタイムパスワード').fill(await readOffCard(page, card));
}

/** Enters contract ID, PIN and the digits off the card; what comes of it is the test's matter. */
export async function enterAdministratorLogon(
  page: Page,
  company: Pick<Company, 'card' | 'contractId'>,
  pin: string = pins.contract,
): Promise<void> {
  await fillInLogon(page, company, pin);
  await button(page, 'ログオン').click();
}

export async function logOnAsAdministrator(
  page: Page,
  company: Pick<Company, 'card' | 'contractId'>,
  pin: string = pins.contract,
): Promise<void> {
  await enterAdministratorLogon(page, company, pin);
  await heading(page, 'ホーム').waitFor();
}

/** Enters a user's ID and PIN; what comes of it is the test's matter. */
export async function enterUserLogon(
  page: Page,
  contractId: string,
  userId: string,
  pin: string = pins.user,
): Promise<void> {
  await page.goto('/user');
  await field(page, 'ご契約先ID').fill(contractId);
  await field(page, '利用者ID').fill(userId);
  await field(page, '利用者暗証番号').fill(pin);
  await button(page, 'ログオン').click();
}

export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** Confirms the form or dialog that is open with the administrator's confirmation PIN (R4). */
export async function confirm(
  page: Page,
  submit: string,
  pin: string = pins.contractConfirmation,
): Promise<void> {
  await field(page, 'ご契約先確認暗証番号').fill(pin);
  await button(page, submit).click();
}
