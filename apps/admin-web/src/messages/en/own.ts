import type { own as words } from '../ja/own.ts';

export const own: typeof words = {
  title: 'Home',
  welcome: 'Your PINs are changed. Log on with the new one from the next time.',
  askAdministrator: 'If you need other permissions or limits, ask your administrator.',
  pins: 'Change your own PINs',
  you: 'About you',
  userId: 'User ID',
  name: 'Name',
  email: 'Email address',
  lastLogon: 'Previous logon',
};
