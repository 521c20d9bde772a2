import type { settings as words } from '../ja/settings.ts';

export const settings: typeof words = {
  title: 'Settings',
  pins: {
    title: 'PINs',
    lead: {
      ADMINISTRATOR: 'Change the contract PIN and the contract confirmation PIN.',
      USER: 'Change your user PIN and your user confirmation PIN.',
    },
  },
  display: {
    title: 'Display',
    lead: 'For this browser alone. The language of the mails that tell you things stays as it is.',
    language: 'Language',
    languages: { ja: '日本語', en: 'English' },
  },
  addresses: {
    title: 'Addresses for notices',
    lead: 'Logons, locks, changes and more are told to all addresses that are in force.',
    none: 'No address is registered. Nobody is told of locks and other important things.',
    change: 'Change addresses',
    columns: { address: 'Address', status: 'Status', acts: 'Acts' },
    bounced: 'Mail comes back',
    leaving: (until) => `Told until ${until}`,
    code: (until, tries) => `Code good until ${until} (entries left: ${tries})`,
    spent: 'The code is good no more',
    enter: 'Enter code',
    renew: 'Send a new code',
    actOn: (act, address) => `${act}: ${address}`,
  },
  change: {
    title: 'Change addresses for notices',
    lead: (most) => `There can be 1 to ${most} addresses.`,
    standing: 'Present addresses',
    standingHint: 'An address whose tick is taken away gets no notices in future.',
    leavingHint: (until) => `Taken out (told until ${until}). Tick it to take it back.`,
    new: 'New addresses',
    newAddress: (position) => `New address ${position}`,
    newHint: 'Such as keiri@example.co.jp',
    full: (most) => `There can be ${most} addresses. To add one, take another out.`,
    nothing: 'Nothing is changed. Please add an address, or change a tick.',
    follows: {
      added: (address) =>
        `A code is mailed to ${address}. Entering it under Settings puts the address in force.`,
      renewed: (address) => `A new code is mailed to ${address}.`,
      back: (address) => `${address} is in force at once.`,
      leaving: (address) =>
        `${address} goes on getting every notice for some days (7 as a rule), in case this was not you.`,
      dropped: (address) => `The code that was mailed to ${address} is good no more.`,
      told: 'All addresses in force are told by mail what was changed.',
    },
    submit: 'Change addresses',
    done: 'The addresses for notices have been changed.',
  },
  confirm: {
    title: 'Enter the code',
    lead: (address) => `Please enter the 6 digits that were mailed to ${address}.`,
    bounds: (until, tries) => `Good until ${until}. Entries left: ${tries}.`,
    missing:
      'If no mail comes, please check the address, and whether the mail was taken for spam. If the address is wrong, take it out and add the right one.',
    spent:
      'This code can’t be used any more: its time is over, or it was entered wrong too often. Please send a new one.',
    code: 'Code',
    follows: ['This address gets notices from now on.', 'All addresses in force are told by mail.'],
    submit: 'Put the address in force',
    done: (address) => `${address} is in force.`,
  },
  renew: {
    title: 'Send a new code?',
    follows: (address) => [
      `A new code is mailed to ${address}. The one before is good no more.`,
      'All addresses in force are told by mail.',
    ],
    submit: 'Send a new code',
    done: (address) => `A new code was mailed to ${address}.`,
  },
  gone: 'This address does not wait for a code.',
};
