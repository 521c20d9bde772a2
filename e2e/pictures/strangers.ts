import { giveOutCode } from './plays.ts';
import { cells, fill, type Scene, submit } from './stage.ts';

/** What whoever is not logged on sees. */
export const strangers: readonly Scene[] = [
  {
    name: 'logon-administrator',
    play: async ({ page, company }) => {
      await page.goto('/');
      await fill(page, { contractId: company.contractId, contractPin: company.pins.pin });
      await cells(page);
    },
  },
  {
    name: 'logon-user',
    play: async ({ page }) => {
      await page.goto('/user');
      await page.locator('h1').waitFor();
    },
  },
  {
    name: 'logon-refused',
    play: async ({ page, company }) => {
      await page.goto('/user');
      await fill(page, {
        contractId: company.contractId,
        userId: 'nobody',
        userPin: 'wrong-pin-1',
      });
      await submit(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'registration',
    play: async ({ page, company }) => {
      await page.goto('/first');
      await fill(page, { contractId: company.contractId });
      await cells(page);
      await fill(page, { contractPin: 'Momiji-1234' });
    },
  },
  {
    name: 'certificate',
    play: async ({ page }) => {
      await page.goto('/certificate');
      await fill(page, { passphrase: 'Momiji', passphraseAgain: 'momiji' });
      await submit(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'certificate-own-key',
    play: async ({ page }) => {
      await page.goto('/certificate');
      await page.locator('input[type="radio"]').nth(1).check();
    },
  },
  {
    name: 'certificate-ready',
    play: async (stage) => {
      const { page } = stage;
      await giveOutCode(stage);
      const code = await page.locator('article code').innerText();
      await page.context().clearCookies();
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto('/certificate');
      await fill(page, { code, passphrase: 'Momiji-no-hana', passphraseAgain: 'Momiji-no-hana' });
      await submit(page);
      await page.locator('main h3').first().waitFor();
    },
  },
];
