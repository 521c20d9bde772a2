import type { slips as words } from '../ja/slips.ts';

export const slips: typeof words = {
  title: 'Slip with temporary PINs',
  lead: 'These PINs are shown here and now only. Print them and hand them over in person.',
  print: 'Print',
  printed: 'I have printed it',
  printedHint: 'Once you press “I have printed it”, the PINs disappear and can’t be shown again.',
  leaving: 'Have you printed the slip?',
  leavingText:
    'If you leave this page, the temporary PINs can’t be shown again. If they are not printed, you will have to reset the PINs.',
  stay: 'Stay on this page',
  leave: 'It is printed. Leave',
  gone: 'There are no temporary PINs to show. If you need some, use “Reset PINs” of the user.',
  toUsers: 'To the users',
  slip: {
    title: 'For the user (confidential)',
    contract: 'Contract',
    contractId: 'Contract ID',
    userId: 'User ID',
    name: 'Name',
    pin: 'User PIN (temporary)',
    confirmationPin: 'User confirmation PIN (temporary)',
    expires: 'Valid until',
    how: 'How to use it',
    steps: [
      'On the logon page, choose “User”.',
      'Enter the contract ID, the user ID and the user PIN (temporary).',
      'Follow the page and replace both PINs by ones of your own.',
      'Then cut this slip up and throw it away.',
    ],
    secret: 'Show or tell the PINs on this slip to nobody.',
  },
};
