import type { Page } from 'playwright-core';

/** Something that somebody does on a page, again and again; `time` counts from 0. */
export interface Interaction {
  readonly what: string;
  /** Where it is done, as a selector; what a page doesn't have is left out. */
  readonly on: string;
  readonly act: (page: Page, time: number) => Promise<unknown>;
}

const rowBoxes = 'table tbody input[type="checkbox"]';

const letter: Interaction = {
  what: 'a letter in the search',
  on: 'input[type="search"]',
  act: (page, time) =>
    page.locator('input[type="search"]').press(time % 2 === 0 ? 'o' : 'Backspace'),
};
const row: Interaction = {
  what: 'a row or a box ticked',
  on: rowBoxes,
  act: (page, time) =>
    page
      .locator(rowBoxes)
      .nth(time * 3)
      .press('Space'),
};
const all: Interaction = {
  what: 'all rows, or a whole column, ticked',
  on: 'table thead input[type="checkbox"]',
  act: (page) => page.locator('table thead input[type="checkbox"]').first().press('Space'),
};
const arrow: Interaction = {
  what: 'an arrow key in the grid',
  on: '[role="grid"]',
  act: (page, time) => page.keyboard.press(time % 2 === 0 ? 'ArrowRight' : 'ArrowDown'),
};
const kind: Interaction = {
  what: 'a kind of entries chosen',
  on: 'main fieldset input[type="checkbox"]',
  act: (page, time) =>
    page
      .locator('main fieldset input[type="checkbox"]')
      .nth(time % 5)
      .press('Space'),
};

/** The pages of the administrator's that grow with the company, and what is done on them. */
export const pages: readonly { readonly path: string; readonly acts: readonly Interaction[] }[] = [
  { path: '/users', acts: [letter, row, all] },
  { path: '/permissions', acts: [row, arrow, all] },
  { path: '/limits', acts: [letter, row, all] },
  { path: '/history', acts: [kind] },
  { path: '/sessions', acts: [] },
];
