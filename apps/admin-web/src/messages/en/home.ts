import type { home as words } from '../ja/home.ts';

export const home: typeof words = {
  title: 'Home',
  lastLogon: 'Previous logon',
  firstTime: 'This is your first logon',
  wrongEntries: 'Wrong entries between the previous logon and this one',
  wrongEntriesWarning: 'If these were not yours, look at the history and change your PINs.',
  attention: 'What needs your attention',
  nothing: 'Nothing needs your attention.',
  locked: (name: string) => `${name} is locked`,
  unlock: 'Unlock',
  waiting: (count: number) =>
    count === 1 ? '1 user has never logged on' : `${count} users have never logged on`,
  seeWaiting: 'See users',
  cardDue: (left: number) =>
    `The unused cells of your card are running out (${left} more logons). Ask the desk for a new card.`,
  recent: 'Last uses',
  noHistory: 'There is no history yet.',
  allHistory: 'All of the history',
  contract: 'State of your contract',
  contractId: 'Contract ID',
  contractName: 'Contract',
  users: 'Users',
  linkage: 'Lock linkage',
  linkages: {
    LINKED: 'On: if anybody makes 7 wrong entries in a row, everybody in the contract is locked',
    UNLINKED: 'Off: if a user makes 7 wrong entries in a row, that user alone is locked',
  },
  idle: 'Idle end',
  idleMinutes: (minutes: number) => `After ${minutes} minutes without doing anything`,
  card: 'Customer card',
  cardFresh: (left: number) => `Unused cells for ${left} more logons`,
  session: 'This logon',
};
