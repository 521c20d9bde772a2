import type { Page } from 'playwright-core';
import { type Card, digitAt } from '../house/company.ts';

export interface DemoCompany {
  readonly contractId: string;
  readonly card: Card;
  readonly pins: { readonly pin: string; readonly confirmationPin: string };
  readonly users: readonly {
    readonly userId: string;
    readonly pin: string;
    readonly confirmationPin: string;
  }[];
}

/** Where a scene plays. Its pages are in either language, so that fields go by the name they are sent under. */
export interface Stage {
  readonly url: string;
  readonly page: Page;
  readonly company: DemoCompany;
}

export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`input[name="${name}"]`).fill(value);
  }
}

export async function submit(page: Page): Promise<void> {
  await page.locator('button[type="submit"]').click();
}

/** The cells to read, once they are lit. */
export async function cells(
  page: Page,
): Promise<readonly { readonly column: string; readonly row: string }[]> {
  const words = page.locator('figure ol li strong');
  await words.nth(3).waitFor();
  const texts = await words.allTextContents();
  return texts.map((text) => {
    const [, column = '', row = ''] = /([A-J])\D+([0-9])$/.exec(text) ?? [];
    return { column, row };
  });
}

export async function asAdministrator({ page, company }: Stage, path = '/'): Promise<void> {
  const { card, contractId, pins } = company;
  await page.goto(path);
  await fill(page, { contractId, contractPin: pins.pin });
  const digits = (await cells(page)).map(({ column, row }) => digitAt(card, column, row));
  await fill(page, { oneTimePassword: digits.join('') });
  await submit(page);
  await page.locator('nav a[href="/history"]').waitFor();
  await page.locator('h1').waitFor();
}

export async function asUser({ page, company }: Stage, userId: string): Promise<void> {
  const user = company.users.find((each) => each.userId === userId);
  if (user === undefined) throw new Error(`The demo has no ${userId}.`);
  await page.goto('/user');
  await fill(page, { contractId: company.contractId, userId, userPin: user.pin });
  await submit(page);
  await page.locator('main#content h1').waitFor();
}

/** One picture: what is done until it is taken. */
export interface Scene {
  readonly name: string;
  readonly play: (stage: Stage) => Promise<void>;
  /** False: only what the window shows, not the page down to its end. */
  readonly whole?: boolean;
}
