import { formatJapan } from '../instant.ts';
import { defaultLockoutPolicy } from '../lockout.ts';
import type { MailWords } from './mail-words.ts';

const phone = 'Please take the telephone number from the papers of your contract.';

export const mail: MailWords = {
  titles: {
    CONTRACT_OPENED: 'contract opened',
    CARD_ISSUED: 'card issued',
    CARD_REPORTED_LOST: 'card reported lost',
    CARD_SHOWN: 'card shown at the desk',
    DESK_ACT_ASKED: 'act of the desk asked for',
    DESK_ACT_APPROVED: 'act of the desk approved',
    DESK_ACT_DECLINED: 'act of the desk declined',
    CARD_PUT_IN_FORCE: 'card put in force',
    ADMINISTRATOR_RESET: 'administrator reset',
    CONTRACT_CLOSED: 'contract to be closed',
    CONTRACT_KEPT: 'closing taken back',
    CONTRACT_UNLOCKED: 'contract unlocked',
    LOCK_LINKAGE_SET: 'lock linkage changed',
    CONTRACT_RENAMED: 'contract renamed',
    IDLE_MINUTES_SET: 'idle end changed',
    AUTHENTICATION_METHOD_SET: 'authentication method changed',
    CONTRACT_SERVICES_SET: 'services changed',
    ADMINISTRATOR_REGISTERED: 'administrator registered',
    ADMINISTRATOR_LOGGED_ON: 'administrator logged on',
    USER_LOGGED_ON: 'user logged on',
    LOGGED_OFF: 'log off',
    SESSION_ENDED_BY_NEWCOMER: 'session ended by a new logon',
    WRONG_ENTRY: 'wrong entry',
    WARNED: 'wrong entries in a row',
    CONTRACT_LOCKED: 'contract locked',
    USER_LOCKED: 'user locked',
    USER_UNLOCKED: 'user unlocked',
    PIN_CHANGED: 'PIN changed',
    TEMPORARY_PINS_REPLACED: 'temporary PINs replaced',
    USER_PINS_RESET: 'temporary PINs given',
    USER_ADDED: 'user added',
    USER_UPDATED: 'user’s data changed',
    USER_REMOVED: 'user removed',
    USER_PERMISSIONS_SET: 'permissions changed',
    USER_LIMITS_SET: 'limits changed',
    USER_ACCOUNTS_SET: 'accounts changed',
    CONTRACT_LIMITS_SET: 'contract’s limits changed',
    SESSION_ENDED: 'session ended by the administrator',
    HISTORY_EXPORTED: 'history exported',
    NOTIFICATION_ADDRESSES_SET: 'addresses for notices changed',
    NOTIFICATION_ADDRESS_CONFIRMED: 'address for notices in force',
    MAIL_LANGUAGE_SET: 'language of mails changed',
    LOGON_NOTICES_SET: 'notices of logons switched',
    ADDRESS_BOUNCED: 'mail comes back',
    NOTICE_RESENT: 'notice sent once more',
    NOTICES_RESENT: 'notices sent once more',
    NOTIFICATION_ADDRESS_ADDED: 'address for notices added',
    CERTIFICATE_GRANTED: 'retrieval code for a certificate given out',
    CERTIFICATE_ISSUED: 'certificate issued',
    CERTIFICATE_REVOKED: 'certificate revoked',
    CERTIFICATE_EXPIRING: 'certificate ending soon',
    TRANSACTION_AUTHORIZED: 'Transaction authorised',
    AUTHORIZATION_CAPTURED: 'Authorisation captured',
    AUTHORIZATION_VOIDED: 'Authorisation voided',
    CARD_DUE: 'card due',
    CARD_EXHAUSTED: 'card used up',
    CARD_WITHDRAWN: 'card withdrawn',
    ATTEMPT_REFUSED: 'logon refused',
    ACT_REFUSED: 'act refused',
    REFUSALS_COUNTED: 'refusals counted',
  },
  subject: (title, more, bank) =>
    `${bank === null ? 'Corporate' : `${bank}, corporate`} internet banking: ${title}${more === 0 ? '' : `, and ${more} more`}`,
  lead: (moment, bank) =>
    `${bank === null ? '' : `A notice of ${bank}. `}On ${moment}, this happened:`,
  item: (text) => `- ${text}`,
  further: (text) => `  ${text}`,
  next: {
    CARD_ISSUED: ({ sent }) =>
      sent
        ? ' When it has come, log on with the present card and put the new one in force, as the page then says; if you can’t log on, call the bank’s desk.'
        : '',
    CARD_REPORTED_LOST: () =>
      ' The administrator can’t log on until a new card has come and the bank’s desk has put it in force. Please apply for one at the desk, and call the desk once it has come.',
    CARD_WITHDRAWN: () =>
      ' Please call the desk once it has come: when they have put it in force, you can log on.',
    WARNED: ({ inARow }) =>
      ` After ${defaultLockoutPolicy.threshold - inARow} more in a row the service is locked.`,
    USER_LOCKED: () => ' The administrator can unlock them on the page "Users".',
    CONTRACT_LOCKED: () => ' To have it unlocked, please ask the bank’s desk.',
    CERTIFICATE_GRANTED: ({ person }) =>
      ` Please ask ${person.kind === 'ADMINISTRATOR' ? 'the bank’s desk' : 'your company’s administrator'} for the slip with the code, and get the certificate in time: on the page for logging on, "You have a retrieval code: get a certificate".`,
    CERTIFICATE_REVOKED: ({ because, person }) =>
      because === 'USER_REMOVED'
        ? ''
        : ` Nobody can log on with it any more. Where certificates are needed, its holder can’t log on until they have another valid one. ${because === 'BY_ITS_AUTHORITY' ? 'Please ask the bank’s desk for a new one' : `A new code comes from ${person.kind === 'ADMINISTRATOR' ? 'the bank’s desk' : 'your company’s administrator'}`}.`,
    AUTHENTICATION_METHOD_SET: ({ to, toDay = null }) =>
      to === 'CERTIFICATE'
        ? ` The administrator and every user need a certificate of their own${toDay === null ? ': without one nobody can log on' : ` by ${formatJapan(toDay, 'en', 'MINUTE')}: without one nobody can log on from then on`}. Codes for them come from the bank’s desk for the administrator, and from the administrator for users.`
        : '',
    USER_PINS_RESET: () =>
      ' The PINs until now can no longer be used. Please take the slip with the temporary PINs from the administrator in person, log on before they end, and replace both.',
    ADMINISTRATOR_RESET: () =>
      ' The administrator gets the registration PIN from the bank’s desk, and registers with it and the card that is there, on the page for logging on. Users go on working.',
    CERTIFICATE_EXPIRING: ({ authority }) =>
      `${
        authority === 'BANK'
          ? ' To renew it, please ask the bank’s desk.'
          : ' Before then, please log on with it and renew it under "Settings", "Your own certificate".'
      } Where certificates are needed, nobody can log on with one that has ended.`,
  },
  contract: (contractIdTail, bank) =>
    `Contract: ${bank === null ? '' : `${bank}, `}corporate internet banking (last 3 digits of the contract ID: ${contractIdTail})`,
  by: (who) => `By: ${who}`,
  actors: {
    '@administrator': 'the administrator',
    '@bank': 'the bank (its desk, or a system of its own)',
    '@stranger': 'not known (somebody who was not logged on)',
    '@system': 'the system, by itself',
  },
  user: (userId) => `user ${userId}`,
  whence: (address) => `From: ${address}`,
  code: (digits, until, tries) => [
    'To have notices sent to this address, your company’s administrator enters this code on the page "Settings".',
    `Code: ${digits}`,
    `Good until: ${until}. After ${tries} wrong entries it is good no more.`,
    'Please tell the code to your administrator alone.',
  ],
  advice: {
    STOP_IT: [
      'If you know nothing of this, please act at once:',
      '- Administrators: log on and lock the whole contract under "Emergency stop", or call the bank’s desk. Only the desk can unlock the contract again.',
      '- Users: tell your company’s administrator. If you can log on, you can lock yourself under "Emergency stop".',
      phone,
    ],
    CALL: [
      'If you know nothing of this, please call the bank’s desk at once. Users: please tell your company’s administrator.',
      phone,
    ],
    ASK: [
      'With questions, administrators please call the bank’s desk; users please ask their company’s administrator.',
      phone,
    ],
    NOT_YOURS: [
      'If your company does not use corporate internet banking, please throw this mail away.',
      'If it does, and you know nothing of this, please tell your company’s administrator.',
    ],
  },
  close: [
    'There is no link in this mail, and we never ask for a PIN or a one-time password by mail. This mail cannot be answered.',
  ],
};
