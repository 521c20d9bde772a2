import type { own as words } from '../ja/own.ts';

export const own: typeof words = {
  title: 'Home',
  welcome: 'Your PINs are changed. Log on with the new one from the next time.',
  rights: 'What you may do (permissions)',
  noRights: 'You have no permissions yet. Ask your administrator if you need some.',
  limits: 'Limits and what is left of today’s',
  noLimits: 'No limits are set yet (¥0). Ask your administrator if you need some.',
  accounts: 'Accounts',
  allAccounts: 'All accounts of the contract',
  service: 'Service',
  perTransaction: 'Per transaction',
  perDay: 'Per day',
  usedToday: 'Used today',
  leftToday: 'Left today',
  you: 'About you',
  userId: 'User ID',
  name: 'Name',
  email: 'Mail address',
  lastLogon: 'Previous logon',
};
