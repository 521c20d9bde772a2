import type { HistoryEvent, HistoryEventType } from '../history-event.ts';
import type { Yen } from '../money.ts';

const desk = { reference: 'U-77', identityCheck: 'FORM_WITH_SEAL' } as const;
const user = { kind: 'USER', userId: 'yamada' } as const;
const transaction = {
  userId: 'yamada',
  service: 'FUNDS_TRANSFER',
  action: 'EXECUTE',
  amount: 100_000 as Yen,
  accountNumber: '001-1234567',
} as const;
const limit = { perTransaction: 100_000 as Yen, perDay: 500_000 as Yen };

/** One event of every type, for tests: a type without one does not compile. */
export const examples: { readonly [T in HistoryEventType]: Extract<HistoryEvent, { type: T }> } = {
  CONTRACT_OPENED: {
    type: 'CONTRACT_OPENED',
    name: '株式会社門',
    services: [
      { service: 'BALANCE_INQUIRY', ceiling: null },
      { service: 'PAYROLL', ceiling: limit },
    ],
    lockLinkage: 'LINKED',
    desk,
  },
  CARD_ISSUED: { type: 'CARD_ISSUED', serial: 'C-1', sent: true, desk },
  CARD_REPORTED_LOST: { type: 'CARD_REPORTED_LOST', serial: 'C-1', desk: null },
  CARD_SHOWN: { type: 'CARD_SHOWN', serial: 'C-1', desk },
  DESK_ACT_ASKED: {
    type: 'DESK_ACT_ASKED',
    operation: 'issueCard',
    actId: '00000000000-12345678',
    desk,
  },
  DESK_ACT_APPROVED: {
    type: 'DESK_ACT_APPROVED',
    operation: 'issueCard',
    actId: '00000000000-12345678',
    askedBy: 'core-banking/clerk1',
    desk,
  },
  DESK_ACT_DECLINED: {
    type: 'DESK_ACT_DECLINED',
    operation: 'issueCard',
    actId: '00000000000-12345678',
    askedBy: 'core-banking/clerk1',
    desk,
  },
  CARD_PUT_IN_FORCE: { type: 'CARD_PUT_IN_FORCE', serial: 'C-2', replaced: 'C-1', desk },
  ADMINISTRATOR_RESET: {
    type: 'ADMINISTRATOR_RESET',
    from: '門 一郎',
    to: '門 花子',
    desk,
  },
  CONTRACT_CLOSED: { type: 'CONTRACT_CLOSED', closedAt: Date.UTC(2026, 10, 22, 15), desk },
  CONTRACT_KEPT: { type: 'CONTRACT_KEPT', desk },
  CONTRACT_UNLOCKED: { type: 'CONTRACT_UNLOCKED', lifted: ['WRONG_PINS'], desk },
  LOCK_LINKAGE_SET: { type: 'LOCK_LINKAGE_SET', from: 'LINKED', to: 'UNLINKED', desk },
  CONTRACT_RENAMED: { type: 'CONTRACT_RENAMED', from: '株式会社門', to: '株式会社新門', desk },
  IDLE_MINUTES_SET: { type: 'IDLE_MINUTES_SET', from: 10, to: 1, desk },
  AUTHENTICATION_METHOD_SET: {
    type: 'AUTHENTICATION_METHOD_SET',
    from: 'CERTIFICATE',
    to: 'ID_PIN',
    desk,
  },
  CONTRACT_SERVICES_SET: {
    type: 'CONTRACT_SERVICES_SET',
    from: [{ service: 'BALANCE_INQUIRY', ceiling: null }],
    to: [
      { service: 'BALANCE_INQUIRY', ceiling: null },
      { service: 'PAYROLL', ceiling: limit },
    ],
    desk,
  },
  ADMINISTRATOR_REGISTERED: { type: 'ADMINISTRATOR_REGISTERED' },
  ADMINISTRATOR_LOGGED_ON: { type: 'ADMINISTRATOR_LOGGED_ON' },
  USER_LOGGED_ON: { type: 'USER_LOGGED_ON', userId: 'yamada' },
  LOGGED_OFF: { type: 'LOGGED_OFF', person: user },
  SESSION_ENDED_BY_NEWCOMER: { type: 'SESSION_ENDED_BY_NEWCOMER', person: user },
  WRONG_ENTRY: { type: 'WRONG_ENTRY', person: user, secret: 'LOGON_PIN', inARow: 2 },
  WARNED: { type: 'WARNED', person: user, inARow: 3 },
  CONTRACT_LOCKED: { type: 'CONTRACT_LOCKED', reason: 'WRONG_PINS', by: 'yamada' },
  USER_LOCKED: { type: 'USER_LOCKED', userId: 'yamada', reason: 'WRONG_PINS', by: 'yamada' },
  USER_UNLOCKED: { type: 'USER_UNLOCKED', userId: 'yamada', lifted: ['WRONG_PINS'] },
  PIN_CHANGED: { type: 'PIN_CHANGED', kind: 'LOGON', person: user },
  TEMPORARY_PINS_REPLACED: { type: 'TEMPORARY_PINS_REPLACED', userId: 'yamada' },
  USER_PINS_RESET: { type: 'USER_PINS_RESET', userId: 'yamada', lifted: ['WRONG_PINS'] },
  USER_ADDED: {
    type: 'USER_ADDED',
    userId: 'yamada',
    name: '山田 太郎',
    email: 'taro@example.jp',
    permissions: [
      { service: 'PAYROLL', action: 'VIEW' },
      { service: 'PAYROLL', action: 'APPROVE' },
    ],
    limits: [{ service: 'PAYROLL', limit }],
  },
  USER_UPDATED: {
    type: 'USER_UPDATED',
    userId: 'yamada',
    from: { name: '山田 太郎', email: null },
    to: { name: '山田 花子', email: 'hanako@example.jp' },
  },
  USER_REMOVED: { type: 'USER_REMOVED', userId: 'yamada', name: '山田 太郎' },
  USER_PERMISSIONS_SET: {
    type: 'USER_PERMISSIONS_SET',
    userId: 'yamada',
    from: [{ service: 'PAYROLL', action: 'VIEW' }],
    to: [
      { service: 'PAYROLL', action: 'VIEW' },
      { service: 'PAYROLL', action: 'APPROVE' },
    ],
  },
  USER_LIMITS_SET: {
    type: 'USER_LIMITS_SET',
    userId: 'yamada',
    from: [],
    to: [{ service: 'PAYROLL', limit }],
  },
  USER_ACCOUNTS_SET: {
    type: 'USER_ACCOUNTS_SET',
    userId: 'yamada',
    from: [],
    to: ['001-1234567'],
  },
  CONTRACT_LIMITS_SET: {
    type: 'CONTRACT_LIMITS_SET',
    from: [{ service: 'PAYROLL', limit: { ...limit, perDay: 900_000 as Yen } }],
    to: [{ service: 'PAYROLL', limit }],
  },
  SESSION_ENDED: { type: 'SESSION_ENDED', person: user },
  HISTORY_EXPORTED: { type: 'HISTORY_EXPORTED', entries: 250 },
  NOTIFICATION_ADDRESSES_SET: {
    type: 'NOTIFICATION_ADDRESSES_SET',
    from: ['first@example.jp'],
    to: ['first@example.jp', 'new@example.jp'],
  },
  NOTIFICATION_ADDRESS_CONFIRMED: {
    type: 'NOTIFICATION_ADDRESS_CONFIRMED',
    address: 'new@example.jp',
  },
  MAIL_LANGUAGE_SET: { type: 'MAIL_LANGUAGE_SET', from: 'ja', to: 'en' },
  LOGON_NOTICES_SET: { type: 'LOGON_NOTICES_SET', person: user, on: false },
  ADDRESS_BOUNCED: { type: 'ADDRESS_BOUNCED', address: 'first@example.jp', person: user },
  NOTICE_RESENT: {
    type: 'NOTICE_RESENT',
    address: 'first@example.jp',
    writtenAt: Date.UTC(2026, 10, 22, 5, 5, 9),
    desk,
  },
  NOTIFICATION_ADDRESS_ADDED: { type: 'NOTIFICATION_ADDRESS_ADDED', address: 'new@example.jp' },
  CERTIFICATE_GRANTED: {
    type: 'CERTIFICATE_GRANTED',
    person: user,
    until: Date.UTC(2027, 1, 10, 3),
    desk: null,
  },
  CERTIFICATE_ISSUED: {
    type: 'CERTIFICATE_ISSUED',
    person: user,
    serial: '4f0a11c2e7b3',
    until: Date.UTC(2027, 10, 22, 3),
    how: 'GRANTED',
    desk: null,
  },
  CERTIFICATE_REVOKED: {
    type: 'CERTIFICATE_REVOKED',
    person: user,
    serial: '4f0a11c2e7b3',
    because: 'ASKED',
    desk,
  },
  CERTIFICATE_EXPIRING: {
    type: 'CERTIFICATE_EXPIRING',
    person: user,
    serial: '4f0a11c2e7b3',
    until: Date.UTC(2027, 10, 22, 3),
    days: 30,
  },
  TRANSACTION_AUTHORIZED: {
    type: 'TRANSACTION_AUTHORIZED',
    ...transaction,
    transactionHash: 'ab'.repeat(32),
    clientId: 'core-banking',
  },
  AUTHORIZATION_CAPTURED: {
    type: 'AUTHORIZATION_CAPTURED',
    ...transaction,
    reference: 'TRF-2026-0001',
  },
  AUTHORIZATION_VOIDED: { type: 'AUTHORIZATION_VOIDED', ...transaction },
  CARD_DUE: { type: 'CARD_DUE', left: 5, logons: 30 },
  CARD_EXHAUSTED: { type: 'CARD_EXHAUSTED', serial: '4821-903177' },
  CARD_WITHDRAWN: { type: 'CARD_WITHDRAWN', serial: '4821-903177' },
  ATTEMPT_REFUSED: { type: 'ATTEMPT_REFUSED', because: 'LOCKED', person: user },
  ACT_REFUSED: { type: 'ACT_REFUSED', operation: 'lockUser', code: 'NOT_FOUND' },
  REFUSALS_COUNTED: { type: 'REFUSALS_COUNTED', because: 'LOCKED', number: 40 },
};

export const everyExample: readonly HistoryEvent[] = Object.values(examples);
