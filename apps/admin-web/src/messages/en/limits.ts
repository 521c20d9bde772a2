import type { limits as words } from '../ja/limits.ts';

export const limits: typeof words = {
  title: 'Limits',
  lead: 'Of the ceiling, the contract limit and the user’s limit, the smallest amount counts.',
  none: 'The contract has no service that moves money.',
  once: 'Each',
  daily: 'Day',
  ceiling: 'Ceiling of the desk',
  contractLimit: 'Contract limit',
  userLimit: 'User’s limit',
  inEffect: 'What counts',
  usedToday: 'Used today',
  both: (perTransaction: string, perDay: string) =>
    `${perTransaction} per transaction, ${perDay} per day`,
  service: 'Service',
  user: 'User',
  used: (used: string, total: string) => `${used} of ${total}`,
  left: (left: string) => `${left} left`,
  nothingLeft: 'Today’s limit is used up',
  unusable: 'A limit of ¥0: nothing can be used',
  contract: {
    title: 'Limits of the contract',
    change: 'Change contract limits',
    formTitle: 'Change contract limits',
    formLead: 'Limits for the whole company, up to the ceiling of the desk.',
    ofUsers: (who: string) => `What counts for ${who}`,
    submit: 'Change contract limits',
    done: 'The contract limits are changed.',
    told: [
      'The registered addresses are told by mail.',
      'The users’ own limits are not rewritten: once the contract limit is put back, so is what they can use.',
    ],
  },
  users: {
    title: 'Limits of the users',
    nobody: 'There are no users yet.',
    choose: (who: string) => `Choose ${who}`,
    selection: {
      bar: 'What you can do with the users you chose',
      all: 'Choose all users shown',
      hint: 'Choose users to set the same limits for all of them.',
      count: (count: number) => (count === 1 ? '1 user chosen' : `${count} users chosen`),
      clear: 'Choose none',
    },
    setTogether: 'Set the same limits',
    formTitle: 'Set limits of several users',
    formLead: (names: string) => `For: ${names}`,
    noneChosen: 'No users are chosen. Choose them on the page “Limits”.',
    back: 'To the limits',
    emptyStays: 'A limit that is left empty stays as it is. For ¥0 enter 0.',
    now: 'User’s limits now',
    range: (from: string, to: string) => `${from}–${to}`,
    ofWhom: (problem: string, names: string) => `${problem} (for ${names})`,
    submit: 'Set these limits',
    done: (count: number) =>
      count === 1
        ? 'The limits of 1 user are changed.'
        : `The limits of ${count} users are changed.`,
  },
};
