import type { card as words } from '../ja/card.ts';

export const card: typeof words = {
  title: 'Put the new card in force',
  lead: 'Enter four digits off the back of the card that has come. From your next logon on the new card is asked.',
  none: 'No card waits to be put in force',
  noneNote: 'If you need a new one, apply for it at the bank’s desk.',
  which: 'The card that was sent',
  serial: 'Card number',
  issued: 'Issued',
  proof: 'Show that you have it',
  digits: 'Four digits off the new card',
  follows: (serial: string, older: string | null) => [
    `From the next logon on, the one-time password is read off the new card (${serial}).`,
    ...(older === null
      ? []
      : [`The present card (${older}) can no longer be used, at once. Cut it up.`]),
    'The registered addresses are told by email.',
  ],
  submit: 'Put the new card in force',
  done: (serial: string) => `The card ${serial} is in force.`,
};
