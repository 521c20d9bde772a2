import type { shell as words } from '../ja/shell.ts';

export const shell: typeof words = {
  navigation: 'Menu',
  home: 'Home',
  users: 'Users',
  history: 'History',
  sessions: 'Logged on',
  emergency: 'Emergency stop',
  settings: 'Settings',
  logOff: 'Log off',
  administrator: 'Administrator',
  user: 'User',
  contract: 'Contract',
  accessibility:
    'Logging on by reading digits off a card does not meet criterion 3.3.8 of WCAG 2.2. Everything else is made to level AA.',
};
