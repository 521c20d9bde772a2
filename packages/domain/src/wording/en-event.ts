import {
  administratorName,
  type AuthorizedTransaction,
  type CertificateOrigin,
  type CertificateRevokedBecause,
  type DeskNote,
  type ServiceLimit,
  type Who,
} from '../history-event.ts';
import { formatJapan } from '../instant.ts';
import type { Amounts } from '../limit.ts';
import { formatYen } from '../money.ts';
import { byService, type Permission } from '../permission.ts';
import type { LockReason } from '../status.ts';
import { labels } from './en-labels.ts';
import type { EventTexts } from './vocabulary.ts';

export const eventTexts: EventTexts = {
  CONTRACT_OPENED: ({ name, services, lockLinkage }) =>
    `The contract (${name}) was opened. Services: ${services
      .map(({ service, ceiling }) => labels.service[service] + inBrackets(ceiling))
      .join(', ')}. Lock linkage: ${labels.lockLinkage[lockLinkage]}.`,
  CARD_ISSUED: ({ serial, sent }) =>
    `The card ${serial} was issued.${sent ? ' Until it is put in force, the present one is used.' : ''}`,
  CARD_REPORTED_LOST: ({ serial }) =>
    `The card ${serial} was reported lost and can no longer be used.`,
  CARD_SHOWN: ({ serial }) => `The table of the card ${serial} was shown at the desk, once.`,
  DESK_ACT_ASKED: ({ operation, actId }) =>
    `At the desk, ${labels.waitingOperation[operation]} was asked for (act ${actId}). It waits for another person's approval.`,
  DESK_ACT_APPROVED: ({ operation, actId, askedBy }) =>
    `At the desk, another person approved ${labels.waitingOperation[operation]}, asked for by ${askedBy} (act ${actId}).`,
  DESK_ACT_DECLINED: ({ operation, actId, askedBy }) =>
    `At the desk, ${labels.waitingOperation[operation]}, asked for by ${askedBy} (act ${actId}), was declined or withdrawn.`,
  CARD_PUT_IN_FORCE: ({ serial, replaced }) =>
    `The card ${serial} was put in force.${replaced === null ? '' : ` The card ${replaced} can no longer be used.`}`,
  ADMINISTRATOR_RESET: () =>
    'The administrator was given a new registration PIN. The contract PIN and the contract confirmation PIN can no longer be used.',
  CONTRACT_CLOSED: ({ closedAt }) =>
    `The contract will be closed on ${formatJapan(closedAt, 'en', 'MINUTE')}; nobody can use it from then on.`,
  CONTRACT_KEPT: () => 'The closing of the contract was taken back.',
  CONTRACT_UNLOCKED: ({ lifted }) => `The contract was unlocked.${reasons(lifted)}`,
  LOCK_LINKAGE_SET: () => 'Lock linkage was changed.',
  CONTRACT_RENAMED: () => 'The contract was renamed.',
  IDLE_MINUTES_SET: () => 'The idle end was changed.',
  AUTHENTICATION_METHOD_SET: () => 'The authentication method was changed.',
  CONTRACT_SERVICES_SET: () => 'The services and ceilings of the contract were changed.',
  ADMINISTRATOR_REGISTERED: () => 'The administrator completed the registration.',
  ADMINISTRATOR_LOGGED_ON: () => 'The administrator logged on.',
  USER_LOGGED_ON: ({ userId }) => `User ${userId} logged on.`,
  LOGGED_OFF: ({ person }) => `${who(person)} logged off.`,
  SESSION_ENDED_BY_NEWCOMER: ({ person }) =>
    `${who(person)} logged on anew, which ended the session they had.`,
  WRONG_ENTRY: ({ person, secret, inARow }) =>
    `${who(person)} entered a wrong ${labels.secret[secret]} (wrong entries in a row: ${inARow}).`,
  WARNED: ({ person, inARow }) => `${who(person)} has made ${inARow} wrong entries in a row.`,
  CONTRACT_LOCKED: ({ reason, by }) =>
    `The contract was locked. Reason: ${labels.lockReason[reason]}${byWhom(reason, by)}.`,
  USER_LOCKED: ({ userId, reason }) =>
    `User ${userId} was locked. Reason: ${labels.lockReason[reason]}.`,
  USER_UNLOCKED: ({ userId, lifted }) => `User ${userId} was unlocked.${reasons(lifted)}`,
  PIN_CHANGED: ({ kind, person }) => `${who(person)} changed the ${labels.pinKind[kind]}.`,
  TEMPORARY_PINS_REPLACED: ({ userId }) => `User ${userId} replaced both temporary PINs.`,
  USER_PINS_RESET: ({ userId, lifted }) =>
    `User ${userId} was given temporary PINs.${reasons(lifted)}`,
  USER_ADDED: ({ userId, name, email, permissions, limits }) =>
    `User ${userId} (${name}) was added. Email address: ${email ?? 'none'}. Permissions: ${rights(permissions)}. Limits: ${bounds(limits)}.`,
  USER_UPDATED: ({ userId }) => `The data of user ${userId} was changed.`,
  USER_REMOVED: ({ userId, name }) => `User ${userId} (${name}) was removed.`,
  USER_PERMISSIONS_SET: ({ userId }) => `The permissions of user ${userId} were changed.`,
  USER_LIMITS_SET: ({ userId }) => `The limits of user ${userId} were changed.`,
  USER_ACCOUNTS_SET: ({ userId }) => `The accounts of user ${userId} were changed.`,
  CONTRACT_LIMITS_SET: () => "The contract's limits were changed.",
  SESSION_ENDED: ({ person }) => `The administrator ended the session of ${whoInside(person)}.`,
  HISTORY_EXPORTED: ({ entries }) => `The history was exported (entries: ${entries}).`,
  NOTIFICATION_ADDRESSES_SET: () => 'The addresses for notices were changed.',
  NOTIFICATION_ADDRESS_CONFIRMED: ({ address }) =>
    `The address ${address} was put in force for notices by its code.`,
  MAIL_LANGUAGE_SET: () => 'The language of the mails was changed.',
  LOGON_NOTICES_SET: ({ on, person }) =>
    `${who(person)} switched the notices of their own logons ${on ? 'on' : 'off'}.`,
  ADDRESS_BOUNCED: ({ address, person }) =>
    `Mail to ${address}${person.kind === 'USER' ? `, the address of user ${person.userId},` : ', an address for notices,'} comes back. Please correct the address, or have its mailbox put right.`,
  NOTICE_RESENT: ({ address, writtenAt }) =>
    `The notice of ${formatJapan(writtenAt, 'en')} to ${address} is sent once more.`,
  NOTICES_RESENT: ({ number, failedSince }) =>
    `The notices that were given up since ${formatJapan(failedSince, 'en')} are sent once more (notices: ${number}).`,
  NOTIFICATION_ADDRESS_ADDED: ({ address }) => `The address ${address} was added for notices.`,
  CERTIFICATE_GRANTED: ({ person, until }) =>
    `${who(person)} was given a retrieval code for a certificate. To be used by ${formatJapan(until, 'en', 'MINUTE')}.`,
  CERTIFICATE_ISSUED: ({ person, serial, until, how }) =>
    `The certificate ${serial} of ${whoInside(person)} was ${certificateOrigins[how]}. Valid until ${formatJapan(until, 'en', 'MINUTE')}.`,
  CERTIFICATE_REVOKED: ({ person, serial, because }) =>
    `The certificate ${serial} of ${whoInside(person)} was revoked.${certificateEnds[because]}`,
  CERTIFICATE_EXPIRING: ({ person, serial, until, days }) =>
    `The certificate ${serial} of ${whoInside(person)} ends within ${days} days, on ${formatJapan(until, 'en', 'MINUTE')}.`,
  TRANSACTION_AUTHORIZED: (transaction) =>
    `User ${transaction.userId} confirmed a transaction, and it was authorised. ${transactionText(transaction)}`,
  AUTHORIZATION_CAPTURED: ({ reference, ...transaction }) =>
    `An authorisation of user ${transaction.userId} was captured. ${transactionText(transaction)} Reference: ${reference}.`,
  AUTHORIZATION_VOIDED: (transaction) =>
    `An authorisation of user ${transaction.userId} was voided. ${transactionText(transaction)}`,
  CARD_DUE: ({ left, logons = 0 }) =>
    `${
      left > 0
        ? `The card is good for ${left} more logons that ask only cells not asked before.`
        : `Every cell of the card was asked once. It is good for ${logons} more logons, with cells asked before.`
    } Please apply for a new one at the bank's desk, unless you have.`,
  CARD_WITHDRAWN: ({ serial }) =>
    `The card ${serial} was withdrawn: the bank's key that its digits come from may have become known. Nobody can log on with it any more. The bank's desk will send a new one.`,
  CARD_EXHAUSTED: ({ serial }) =>
    `The card ${serial} is used up: nobody can log on with it any more. Please ask the bank's desk to issue a new one and to put it in force.`,
  ATTEMPT_REFUSED: ({ because, person }) =>
    `A logon by ${person === null ? 'somebody unknown' : whoInside(person)} was refused. Reason: ${labels.refusedBecause[because]}.`,
  ACT_REFUSED: ({ operation, code }) =>
    `The operation ${operation} was refused. Reason: ${labels.refusalCode[code]}.`,
  REFUSALS_COUNTED: ({ because, number }) =>
    `Refusals besides: ${number}. Reason: ${{ ...labels.refusedBecause, ...labels.refusalCode }[because]}.`,
};

const certificateOrigins: Record<CertificateOrigin, string> = {
  GRANTED: 'issued',
  RENEWED: 'issued in place of the one before',
  REGISTERED: 'registered',
};

const certificateEnds: Record<CertificateRevokedBecause, string> = {
  ASKED: '',
  USER_REMOVED: ' Reason: user removed.',
  NEW_ADMINISTRATOR: ' Reason: another administrator.',
  BY_ITS_AUTHORITY: ' Reason: the authority that issued it has revoked it.',
};

function transactionText({
  service,
  action,
  amount,
  accountNumber,
}: Omit<AuthorizedTransaction, 'userId'>): string {
  const account = accountNumber === null ? '' : ` Account: ${accountNumber}.`;
  return `${labels.service[service]} (${labels.action[action]}), ${formatYen(amount)}.${account}`;
}

function who(person: Who): string {
  return person.kind === 'ADMINISTRATOR' ? 'The administrator' : `User ${person.userId}`;
}

function whoInside(person: Who): string {
  return person.kind === 'ADMINISTRATOR' ? 'the administrator' : `user ${person.userId}`;
}

/** The desk is the bank's, and no clerk of it: who it was stands in the history, beside the text. */
function byWhom(reason: LockReason, by: string): string {
  if (reason === 'BY_DESK') return '';
  return by === administratorName ? ' (the administrator)' : ` (user ${by})`;
}

export function noteText({ reference, identityCheck }: DeskNote): readonly string[] {
  return [
    ...(reference === null ? [] : [`Reference: ${reference}.`]),
    ...(identityCheck === null ? [] : [`Identity check: ${labels.identityCheck[identityCheck]}.`]),
  ];
}

function reasons(lifted: readonly LockReason[]): string {
  if (lifted.length === 0) return '';
  return ` Locks lifted: ${lifted.map((reason) => labels.lockReason[reason]).join(', ')}.`;
}

function rights(permissions: readonly Permission[]): string {
  const lines = byService(permissions).map(
    ({ service, actions }) =>
      `${labels.service[service]} (${actions.map((action) => labels.action[action]).join(', ')})`,
  );
  return lines.join(', ') || 'none';
}

function bounds(limits: readonly ServiceLimit[]): string {
  const lines = limits.map(({ service, limit }) => labels.service[service] + inBrackets(limit));
  return lines.join(', ') || 'none';
}

function inBrackets(amounts: Amounts | null): string {
  if (amounts === null) return '';
  return ` (${formatYen(amounts.perTransaction)} per transaction, ${formatYen(amounts.perDay)} per day)`;
}
