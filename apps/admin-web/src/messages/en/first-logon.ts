import type { firstLogon as words } from '../ja/first-logon.ts';

export const firstLogon: typeof words = {
  title: 'Choose your PINs',
  lead: 'At your first logon you replace the temporary PINs of the slip by two of your own.',
  proof: 'Your slip',
  temporaryConfirmationPin: 'User confirmation PIN (temporary)',
  temporaryHint: 'Printed on the slip as “User confirmation PIN (temporary)”.',
  newPins: 'Your PINs from now on',
  userPin: 'New user PIN',
  userPinHint: 'For every logon.',
  confirmationPin: 'New user confirmation PIN',
  confirmationPinHint: 'Confirms each transaction.',
  follows: [
    'Both temporary PINs of the slip can no longer be used.',
    'From the next time you log on with the PIN chosen here.',
    'The registered addresses are told by mail.',
  ],
  submit: 'Use these PINs',
};
