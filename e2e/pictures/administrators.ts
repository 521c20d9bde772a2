import { chooseFile, emergency, giveOutCode, sessions, soonOver, withNewAddress } from './plays.ts';
import { asAdministrator, fill, type Scene, submit } from './stage.ts';

export const administrators: readonly Scene[] = [
  { name: 'home', play: (stage) => asAdministrator(stage) },
  { name: 'users', play: (stage) => asAdministrator(stage, '/users') },
  { name: 'user', play: (stage) => asAdministrator(stage, '/users/yoshida03') },
  {
    name: 'users-selected',
    whole: false,
    play: async (stage) => {
      await asAdministrator(stage, '/users');
      const boxes = stage.page.locator('tbody input[type="checkbox"]');
      for (const box of [0, 3]) await boxes.nth(box).check();
    },
  },
  {
    name: 'update-user',
    whole: false,
    play: async (stage) => {
      await asAdministrator(stage, '/users/kato01/update');
      await fill(stage.page, { name: '加藤 弘', email: '' });
    },
  },
  {
    name: 'remove-user',
    whole: false,
    play: async (stage) => {
      await asAdministrator(stage, '/users/sasaki04/remove');
      await stage.page.locator('input[name="confirmationPin"]').waitFor();
      await stage.page.locator('[role="dialog"] ul.list-disc').waitFor();
    },
  },
  {
    name: 'unlock-user',
    whole: false,
    play: (stage) => asAdministrator(stage, '/users/yoshida03/unlock'),
  },
  {
    name: 'wrong-confirmation-pin',
    whole: false,
    play: async (stage) => {
      const { page } = stage;
      await asAdministrator(stage, '/users/kato01/lock');
      for (let wrong = 1; wrong <= 4; wrong += 1) {
        await fill(page, { confirmationPin: `not-the-pin-${wrong}` });
        const answered = page.waitForResponse('**/graphql');
        await submit(page);
        await answered;
        await page.locator('[aria-invalid="true"]').waitFor();
      }
      await page.locator('input[type="checkbox"]').waitFor();
    },
  },
  {
    name: 'add-user',
    play: async (stage) => {
      const { page } = stage;
      await asAdministrator(stage, '/add-user');
      await fill(page, { userId: 'hayashi06', name: '林 あゆみ' });
      await page.locator('fieldset').nth(2).getByRole('checkbox').nth(1).check();
      await fill(page, {
        'FUNDS_TRANSFER-perTransaction': '80万',
        'FUNDS_TRANSFER-perDay': '2,000,000',
      });
      await page.locator('h1').focus();
    },
  },
  {
    name: 'import-users',
    play: async (stage) => {
      await chooseFile(stage, [
        'sato07,佐藤 健一,,照会,照会・実行,80万,"2,000,000"',
        'ito08,伊藤 さくら',
      ]);
      await stage.page.locator('form').waitFor();
    },
  },
  {
    name: 'import-users-problems',
    play: async (stage) => {
      const lines = ['ｓａｔｏ０７,佐藤 健一', 'kato01,加藤 浩', 'ito08,伊藤 さくら,,,実行,1e6,-5'];
      await chooseFile(stage, lines);
      await stage.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'slips',
    play: async (stage) => {
      const { page, company } = stage;
      await asAdministrator(stage, '/users/yamada02/reset');
      await fill(page, { confirmationPin: company.pins.confirmationPin });
      await submit(page);
      await page.locator('article code').first().waitFor();
    },
  },
  {
    name: 'permissions',
    play: async (stage) => {
      const { page } = stage;
      await asAdministrator(stage, '/permissions');
      // Everybody may see balances, and nobody executes transfers any more.
      const heads = page.locator('[role=grid] thead input');
      await heads.first().check();
      await heads.nth(3).check();
      await heads.nth(3).uncheck();
      await page.locator('h1').focus();
    },
  },
  {
    name: 'user-rights',
    play: async (stage) => {
      const { page } = stage;
      await asAdministrator(stage, '/users/yamada02/rights');
      const [from, part] = await page.locator('select').all();
      await from?.selectOption('kato01');
      await part?.selectOption('2');
      await page.locator('main section').first().getByRole('button').click();
      await page.locator('h1').focus();
    },
  },
  { name: 'limits', play: (stage) => asAdministrator(stage, '/limits') },
  {
    name: 'contract-limits',
    play: async (stage) => {
      await asAdministrator(stage, '/limits/contract');
      await fill(stage.page, {
        'FUNDS_TRANSFER-perTransaction': '15万',
        'FUNDS_TRANSFER-perDay': '80万',
      });
    },
  },
  {
    name: 'users-limits',
    play: async (stage) => {
      await asAdministrator(stage, '/limits/users?users=kato01,yoshida03');
      await fill(stage.page, { 'FUNDS_TRANSFER-perDay': '60万' });
      await stage.page.locator('h1').focus();
    },
  },
  { name: 'settings', play: withNewAddress },
  {
    name: 'addresses',
    play: async (stage) => {
      await asAdministrator(stage, '/settings/addresses');
      await fill(stage.page, { new0: 'keiri2@midori.example' });
      await stage.page.locator('h1').focus();
    },
  },
  {
    name: 'address-code',
    whole: false,
    play: async (stage) => {
      const { page } = stage;
      await withNewAddress(stage);
      await page.locator('a[href^="/settings/code"]').first().click();
      await fill(page, { code: '000000', confirmationPin: stage.company.pins.confirmationPin });
      await submit(page);
      await page.locator('[aria-invalid="true"]').waitFor();
    },
  },
  { name: 'certificates', play: (stage) => asAdministrator(stage, '/certificates') },
  {
    name: 'grant-certificate',
    whole: false,
    play: (stage) => asAdministrator(stage, '/certificates/grant/kato01'),
  },
  { name: 'certificate-code', play: giveOutCode },
  {
    name: 'revoke-certificate',
    whole: false,
    play: async (stage) => {
      await asAdministrator(stage, '/certificates');
      await stage.page.locator('a[href^="/certificates/revoke/"]').first().click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'own-certificate', play: (stage) => asAdministrator(stage, '/settings/certificate') },
  { name: 'sessions', play: sessions },
  {
    name: 'end-session',
    whole: false,
    play: async (stage) => {
      await sessions(stage);
      await stage.page.locator('a[href^="/sessions/"]').click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'emergency', play: (stage) => emergency(stage, 'CONTRACT') },
  { name: 'emergency-card', play: (stage) => emergency(stage, 'CARD') },
  { name: 'pins', play: (stage) => asAdministrator(stage, '/settings/pins') },
  { name: 'history', whole: false, play: (stage) => asAdministrator(stage, '/history') },
  {
    name: 'history-filtered',
    play: (stage) =>
      asAdministrator(
        stage,
        '/history?kind=USER&kind=RIGHTS&by=%40administrator&user=kato01&from=2020-01-01',
      ),
  },
  {
    name: 'history-export',
    whole: false,
    play: (stage) => asAdministrator(stage, '/history/export?kind=USER&user=kato01'),
  },
  {
    name: 'idle-warning',
    whole: false,
    play: async (stage) => {
      await asAdministrator(stage);
      // The page believes the server alone, so the server's answer is what says that time is short.
      await stage.page.route('**/graphql', soonOver);
      await stage.page.locator('nav a[href="/users"]').click();
      await stage.page.getByRole('alertdialog').waitFor();
      await stage.page.unrouteAll({ behavior: 'ignoreErrors' });
    },
  },
  {
    name: 'ended',
    play: async (stage) => {
      const { page } = stage;
      await asAdministrator(stage);
      await page.context().clearCookies();
      await page.locator('nav a[href="/users"]').click();
      await page.locator('input[name="contractId"]').waitFor();
    },
  },
];
