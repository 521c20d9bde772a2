import type { Locator, Page } from 'playwright-core';

/** More fields than any page has: whoever pressed Tab so often went round without meeting it. */
const wayRound = 120;

/** Somebody without a mouse. */
export interface Keyboard {
  /** Presses Tab until the focus is there. */
  to(there: Locator): Promise<void>;
  /** Goes to a field and types, key by key. */
  type(field: Locator, text: string): Promise<void>;
  /** Goes to a button, link or box and presses a key on it. */
  press(there: Locator, key?: 'Enter' | 'Space'): Promise<void>;
}

export function keyboardOf(page: Page): Keyboard {
  const to = async (there: Locator): Promise<void> => {
    await there.waitFor();
    for (let presses = 0; presses < wayRound; presses += 1) {
      if (await isFocused(there)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${there.toString()}.`);
  };
  return {
    to,
    type: async (field, text) => {
      await to(field);
      await page.keyboard.type(text);
    },
    press: async (there, key = 'Enter') => {
      await to(there);
      await page.keyboard.press(key);
    },
  };
}

function isFocused(there: Locator): Promise<boolean> {
  return there.evaluate((element) => element === document.activeElement);
}
