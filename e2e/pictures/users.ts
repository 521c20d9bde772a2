import { asUser, type Scene } from './stage.ts';

export const users: readonly Scene[] = [
  { name: 'first-logon', play: (stage) => asUser(stage, 'sasaki04') },
  { name: 'own', play: (stage) => asUser(stage, 'kato01') },
  {
    name: 'own-settings',
    play: async (stage) => {
      await asUser(stage, 'kato01');
      await stage.page.locator('nav a[href="/settings"]').click();
      await stage.page.locator('input[name="theme"]').first().waitFor();
    },
  },
  {
    name: 'emergency-user',
    play: async (stage) => {
      await asUser(stage, 'kato01');
      await stage.page.locator('a[href="/emergency"]').click();
      await stage.page.locator('input[name="confirmationPin"]').waitFor();
    },
  },
];
