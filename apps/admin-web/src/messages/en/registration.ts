import type { registration as words } from '../ja/registration.ts';

export const registration: typeof words = {
  title: 'Registration',
  lead: 'The administrator does this once, at first. Have the letter with the registration PIN and your customer card at hand.',
  proof: 'Proof that it is you',
  registrationPin: 'Registration PIN',
  registrationPinHint: 'As it is printed in the letter, hyphens (-) included.',
  newPins: 'Your PINs from now on',
  newPinsLead: 'Choose two PINs. Tell them to nobody.',
  contractPin: 'Contract PIN',
  contractPinHint: 'For every logon.',
  confirmationPin: 'Contract confirmation PIN',
  confirmationPinHint: 'Confirms each thing that you do, such as adding a user.',
  notification: 'Where notices go',
  address: 'Email address',
  addressHint:
    'Logons and changes are told to this address. The address on your paper form goes on getting them too.',
  follows: 'When this is done',
  consequences: [
    'the registration PIN can no longer be used;',
    'you log on with the contract PIN and your customer card;',
    'the registered addresses are told by mail.',
  ],
  submit: 'Complete registration',
  refusedTitle: 'Registration could not be completed',
};
