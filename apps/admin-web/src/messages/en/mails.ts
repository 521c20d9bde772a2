import type { mails as words } from '../ja/mails.ts';

export const mails: typeof words = {
  title: 'Mails',
  lead: {
    ADMINISTRATOR:
      'In which language notices are mailed, and whether the administrator’s logons are told.',
    USER: 'Whether your logons are told to your own mail address.',
  },
  language: 'Language of mails',
  logons: { ADMINISTRATOR: 'Administrator’s logons', USER: 'Your logons' },
  told: { on: 'Told', off: 'Not told' },
  toLanguage: (language) => `Have mails in ${language}`,
  turn: { on: 'Have logons told', off: 'Have logons told no more' },
  ask: {
    language: {
      title: (language) => `Have mails in ${language}?`,
      follows: (language) => [
        `All notices that are mailed from now on are in ${language}, those to users too.`,
        `All addresses in force are told by a mail in ${language} that this was changed.`,
        'The language of the pages stays as it is.',
      ],
      done: (language) => `Mails are in ${language} from now on.`,
    },
    on: {
      title: 'Have your logons told?',
      follows: {
        ADMINISTRATOR: [
          'From the next logon on, all addresses in force are told by mail.',
          'All addresses in force are told by mail that this was changed.',
        ],
        USER: [
          'From the next logon on, your own address is told by mail.',
          'You and the company’s addresses are told by mail that this was changed.',
        ],
      },
      done: 'Your logons are told from the next one on.',
    },
    off: {
      title: 'Have your logons told no more?',
      grave: 'If somebody else logs on in your name, no mail tells you.',
      follows: {
        ADMINISTRATOR: [
          'The administrator’s logons are told to no address. Other notices go on.',
          'All addresses in force are told by mail that this was switched off.',
        ],
        USER: [
          'Your own address is not told. The company’s addresses go on being told.',
          'You and the company’s addresses are told by mail that this was switched off.',
        ],
      },
      done: 'Your logons are told no more.',
    },
  },
};
