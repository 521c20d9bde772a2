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
  moreLocked: (count: number) => `Also locked: ${count}`,
  waiting: (count: number) =>
    count === 1 ? '1 user has never logged on' : `${count} users have never logged on`,
  expired: (count: number) => `Users whose temporary PINs have expired: ${count}`,
  names: (names: string, more: number) => (more === 0 ? names : `${names} and ${more} more`),
  seeUser: 'See user',
  seeUsers: 'See users',
  closing: (when: string) => `This contract will be closed on ${when}`,
  closingNote:
    'Nobody can use it from then on. If you know nothing of this, call the desk at once.',
  cardSent: 'A new card was issued',
  cardSentNote: 'Once it has come, put it in force. Until then the present one is used.',
  toCard: 'Put it in force',
  noAddress: {
    text: 'No address for notices is in force',
    note: 'Nobody is told of logons and changes.',
  },
  addressBounced: 'Mail to an address for notices comes back',
  emailBounced: (count) =>
    count === 1
      ? 'Mail to the address of 1 user comes back'
      : `Mail to the addresses of ${count} users comes back`,
  undelivered: 'Notices to an address for notices were not delivered',
  undeliveredNote:
    'Some could not be sent within their days. Please make sure of the address, and that it takes mail. This line goes once the next notice is delivered.',
  usersUndelivered: (count) =>
    count === 1
      ? 'Notices to 1 user were not delivered'
      : `Notices to ${count} users were not delivered`,
  toNotices: 'See the notices',
  toChangeAddresses: 'Change addresses',
  addressPending: 'An address for notices waits for its code',
  toAddresses: 'Add an address',
  toCode: 'Enter the code',
  noCard: {
    text: 'No customer card can be used',
    note: 'You will not be able to log on again. Ask the desk.',
  },
  cardDue: (fresh: number, logons: number) => {
    if (fresh > 0) return `The unused cells of your card are running out (${fresh} more logons)`;
    return logons > 0
      ? `Your card has no unused cells left (${logons} more logons with cells asked before)`
      : 'Your card is used up: you will not be able to log on again';
  },
  cardDueNote: 'Ask the desk for a new card.',
  noCertificate: (count: number) =>
    `Users who can’t log on, for want of a valid certificate: ${count}`,
  ownCertificateNeeded: (when: string) =>
    `You have no certificate yet, and will need one from ${when}`,
  ownCertificateNeededNote:
    'Without one you can’t log on from then. Ask the desk for a retrieval code.',
  certificatesNeeded: (when: string, count: number) =>
    `Users who have no certificate yet, and will need one from ${when}: ${count}`,
  ownCertificateEnding: 'Your certificate ends soon',
  certificateEndingNote:
    'Renew it before it does. Where certificates are needed you can’t log on after that.',
  certificatesEnding: (count: number) => `Users whose certificates end soon: ${count}`,
  toGrant: 'Give out codes',
  toRenew: 'Renew it',
  toCertificates: 'See certificates',
  noCeiling: (service: string, count: number) =>
    `${service}: the ceiling is ¥0, so that people with the permission can’t use it: ${count}`,
  noCeilingNote: 'The desk changes the ceiling, on paper.',
  noContractLimit: (service: string, count: number) =>
    `${service}: the contract’s limit is ¥0, so that people with the permission can’t use it: ${count}`,
  daySpent: (service: string) => `${service}: the contract’s limit for today is used up`,
  noLimit: (service: string, count: number) =>
    `${service}: users with the permission who can’t use it, because their limit is ¥0: ${count}`,
  toContractLimits: 'Contract limits',
  toLimits: 'Set limits',
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
  ownCertificate: 'Your own certificate',
  certificatesFrom: (method: string, when: string) =>
    `${method} (needed by everybody from ${when} on)`,
  idle: 'Idle end',
  idleMinutes: (minutes: number) => `After ${minutes} minutes without doing anything`,
  card: 'Customer card',
  cardFresh: (fresh: number, logons: number) =>
    fresh > 0
      ? `Unused cells for ${fresh} more logons`
      : `Cells asked before, for ${logons} more logons`,
};
