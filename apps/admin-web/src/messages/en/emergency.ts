import type { emergency as japanese } from '../ja/emergency.ts';

export const emergency: typeof japanese = {
  title: 'Emergency stop',
  lead: {
    ADMINISTRATOR: 'What has happened? Choose, see what follows, and stop it.',
    USER: 'If somebody may know your PINs, you can lock yourself here at once.',
  },
  back: 'Stop nothing and go back',
  which: 'What to stop',
  acts: {
    CONTRACT: {
      text: 'Lock the whole contract',
      hint: 'When misuse is suspected',
      follows: [
        'The administrator and all users are logged off at once, and so are you.',
        'Nobody can log on or confirm transactions any more.',
        "Only the bank's desk can start it again.",
        'The registered addresses are told by email.',
      ],
      submit: 'Lock the contract',
    },
    CARD: {
      text: 'Make the card unusable',
      hint: 'When the card was lost or stolen',
      follows: [
        'The present card cannot be used from this moment on. There is no way back.',
        'You are logged off at once, and cannot log on until a new card has come and has been put in force.',
        'Users can work on as before.',
        "Please apply for a new card at the bank's desk. Call the desk again once it has come: the desk puts it in force.",
        'The registered addresses are told by email.',
      ],
      submit: 'Make the card unusable',
    },
    MYSELF: {
      text: 'Lock myself',
      hint: 'When somebody may know a PIN of yours',
      follows: [
        'You are logged off at once, and can neither log on nor confirm transactions.',
        'Your company’s administrator can start it again.',
        'The registered addresses are told by email.',
      ],
      submit: 'Lock myself',
    },
  },
  computer: {
    title: 'When a computer was lost or stolen',
    text: 'Revoke the certificate on it: nobody can log on with it then, and whoever is logged on with it is out at once.',
    way: 'Choose the certificate to revoke',
  },
  userConfirmationPin: 'User confirmation PIN',
};
