import { enumType } from './enum-type.ts';

export const RefusalCodeEnum = enumType('RefusalCode', 'Every way in which Monban says no.', {
  LOGON_REFUSED:
    'The one answer to strangers: the entries are wrong, a certificate that is needed is missing, or the service is locked (ASVS 6.3.8).',
  WRONG_PIN: 'A current or confirmation PIN of somebody logged on was wrong; it counts.',
  PIN_POLICY: 'A proposed PIN does not keep to the rules; nothing was compared.',
  INVALID_INPUT: 'Fields of the input are wrong; each is named. Nothing was compared.',
  NOT_PERMITTED: 'The user may not have this transaction authorised (R13).',
  LIMIT_EXCEEDED: 'The amount is over a limit (R14).',
  CONFLICT:
    'Somebody else was first: a stale version, an ID that was ever taken, or an idempotency key with another input.',
  NOT_FOUND: 'There is no such thing; also what belongs to another contract.',
  NOT_ALLOWED_NOW: 'The state of the thing forbids it; the message says which.',
  TRY_AGAIN: 'Not now: nothing was compared, counted or changed. `because` says why.',
});

export const HindranceEnum = enumType('Hindrance', 'Why nothing was compared.', {
  BUSY: 'Too much is going on: the same request again, after `retryAfterSeconds`.',
  ADDRESS_LIMITED:
    'Too many wrong entries came from where the request comes from (A17): nobody logs on from there for a while.',
  CHALLENGE_PASSED:
    'The one-time password answers cells that are asked no more: ask for the challenge anew.',
  AUTHORITY_AWAY: 'The built-in authority’s key can’t be read: no certificate is issued.',
});

export const LimitLayerEnum = enumType('LimitLayer', 'Whose limit an amount is over (R14).', {
  USER: 'The user’s own, which the administrator sets.',
  CONTRACT: 'The contract’s, or the desk’s ceiling.',
});

export const LimitPeriodEnum = enumType('LimitPeriod', 'Which of a limit’s two amounts.', {
  TRANSACTION: '1回あたり',
  DAY: '1日あたり; a day is a day in Japan.',
});

export const AuthorizationStatusEnum = enumType(
  'AuthorizationStatus',
  'What has become of an authorisation.',
  {
    AUTHORIZED: 'It waits to be captured.',
    CAPTURED: 'It was used, and counts against the day’s limits.',
    VOIDED: 'It came to nothing; its amount is free again.',
  },
);

export const VoidedBecauseEnum = enumType(
  'VoidedBecause',
  'Why an authorisation came to nothing.',
  {
    BY_CLIENT: 'The bank system voided it.',
    EXPIRED: 'Nobody captured it in time.',
    LOCKED: 'Its user or contract was locked.',
    PINS_RESET: 'Its user’s PINs were reset.',
    USER_REMOVED: 'Its user was removed.',
    RIGHTS_ENDED: 'Its user lost the permission or the account.',
  },
);

export const LockScopeEnum = enumType('LockScope', 'Whom the seventh wrong PIN stops (R19–R21).', {
  MYSELF: 'The person who erred.',
  EVERYBODY: 'The whole contract.',
});

export const ServiceEnum = enumType('Service', 'A service of the internet banking.', {
  BALANCE_INQUIRY: '残高照会: view.',
  ACTIVITY_STATEMENT: '入出金明細照会: view.',
  FUNDS_TRANSFER: '資金移動: view, execute. Moves money.',
  TAX_AND_BILL_PAYMENT: '税金・各種料金払込み: view, execute. Moves money.',
  BULK_TRANSFER: '総合振込: view, create, approve, send. Moves money.',
  PAYROLL: '給与・賞与振込: view, create, approve, send. Moves money.',
  DIRECT_DEBIT: '預金口座振替: view, create, approve, send.',
  FILE_EXCHANGE: '外部ファイル送受信: view, create, approve, send.',
});

export const ActionEnum = enumType(
  'Action',
  'What may be done in a service (R13). An action brings in VIEW.',
  {
    VIEW: '照会',
    EXECUTE: '実行',
    CREATE: '作成',
    APPROVE: '承認',
    SEND: '送信',
  },
);

export const LockReasonEnum = enumType(
  'LockReason',
  'Why a contract or a user is locked; several may stand at once.',
  {
    WRONG_PINS: 'Seven wrong entries in a row (R19–R21).',
    BY_ADMINISTRATOR: 'The administrator locked on purpose.',
    BY_DESK: 'The bank’s desk locked on purpose.',
    BY_USER: 'A user stopped themselves, in an emergency.',
  },
);

export const ContractStatusEnum = enumType('ContractStatus', 'Where a contract stands.', {
  AWAITING_REGISTRATION: 'Opened; the administrator has never logged on.',
  ACTIVE: 'In use.',
  LOCKED: 'Stopped; only the desk starts it again.',
  CLOSED: 'Ended for good.',
});

export const AdministratorStatusEnum = enumType(
  'AdministratorStatus',
  'Where the administrator stands.',
  {
    AWAITING_REGISTRATION: 'A registration PIN was given out and not used (R2).',
    ACTIVE: 'Has PINs of their own.',
  },
);

export const UserStatusEnum = enumType('UserStatus', 'Where a user stands.', {
  AWAITING_FIRST_LOGON: 'Has temporary PINs, and replaces them before anything else.',
  ACTIVE: 'Has PINs of their own.',
  LOCKED: '利用中止: logs on no more until unlocked.',
  REMOVED: '登録抹消: gone for good; the ID is never given again.',
});

export const LockLinkageEnum = enumType(
  'LockLinkage',
  '暗証番号ロックの連動: whom a user’s seventh wrong PIN stops.',
  {
    LINKED: 'Everybody (R19).',
    UNLINKED: 'The user alone (R20); the administrator’s stops everybody (R21).',
  },
);

export const CardStatusEnum = enumType('CardStatus', 'Where a customer card stands (R8).', {
  SENT: 'Issued, and not in force yet.',
  IN_FORCE: 'The one that is asked.',
  LOST: 'Reported lost; unusable (R18).',
  REPLACED: 'Another has taken its place.',
  EXHAUSTED: 'Every cell was asked as often as it may be.',
  WITHDRAWN: 'The key that its digits come from was revoked.',
});

export const PinKindEnum = enumType('PinKind', 'Which PIN of the pair.', {
  LOGON: 'The logon PIN: contract PIN or user PIN.',
  CONFIRMATION: 'The confirmation PIN.',
});

export const PinPolicyEnum = enumType(
  'PinPolicy',
  'Which rules a new PIN is judged by; a setting of the bank’s.',
  {
    MODERN: '8–64 printable ASCII characters, no composition rule.',
    SHINKIN: '6–12 letters and digits, mixed.',
  },
);

export const NotificationAddressStatusEnum = enumType(
  'NotificationAddressStatus',
  'Where a notice address stands (R10).',
  {
    PENDING: 'Waits for the code that was mailed to it.',
    IN_FORCE: 'Gets every notice.',
    LEAVING: 'Was replaced, and gets every notice for 7 days more.',
  },
);

export const IdentityCheckEnum = enumType(
  'IdentityCheck',
  'How the desk made sure who was asking.',
  {
    FORM_WITH_SEAL: 'A form with the registered seal.',
    IN_PERSON: 'The person came to the counter.',
    CALL_BACK: 'The desk called the company back.',
  },
);

export const BankScopeEnum = enumType('BankScope', 'What a bank token is good for.', {
  DESK: 'Acts of the desk, by a human.',
  TRANSACTIONS: 'Logging users on and having transactions authorised.',
  READ: 'Reading any contract.',
  MAIL: 'Reporting mail that came back, and nothing else.',
});

export const HistoryKindEnum = enumType('HistoryKind', 'By what people look for entries.', {
  LOGON: 'Logons, registration, sessions that ended.',
  ERROR_OR_LOCK: 'Wrong entries, locks, unlocking.',
  PIN: 'PINs changed, replaced, reset.',
  USER: 'Users added, corrected, removed.',
  RIGHTS: 'Permissions, limits and accounts; the contract’s limits.',
  TRANSACTION: 'Transactions authorised, captured, voided.',
  CERTIFICATE: 'Certificates granted, issued, revoked, ending (R12).',
  CONTRACT: 'The contract itself: cards, notice addresses, lock linkage, exports.',
  REFUSAL: 'What was refused.',
});

export const AbilityReasonEnum = enumType(
  'AbilityReason',
  'Why a user can’t do something right now: contract, person, rights, the three layers of limits.',
  {
    CONTRACT_NOT_REGISTERED: 'The administrator has never logged on.',
    CONTRACT_LOCKED: 'The contract is locked.',
    CONTRACT_CLOSED: 'The contract is closed.',
    USER_LOCKED: 'The user is locked.',
    USER_REMOVED: 'The user was removed.',
    TEMPORARY_PINS: 'The user has not chosen their own PINs yet.',
    TEMPORARY_PINS_EXPIRED: 'The temporary PINs have expired.',
    NO_CERTIFICATE: 'The contract asks for a certificate (R12), and the user has no valid one.',
    NO_PERMISSION: 'It was not granted (R13).',
    CEILING_IS_ZERO: 'The desk’s ceiling is 0.',
    CONTRACT_LIMIT_IS_ZERO: 'The contract limit is 0.',
    USER_LIMIT_IS_ZERO: 'The user’s limit is 0 (R14).',
    CONTRACT_DAY_IS_SPENT: 'The contract’s limit for today is used up.',
    USER_DAY_IS_SPENT: 'The user’s limit for today is used up.',
  },
);

export const AttentionKindEnum = enumType(
  'AttentionKind',
  'Why something waits for the administrator.',
  {
    CONTRACT_CLOSING: 'The contract is going to be closed: `closedAt` says when.',
    NO_ADDRESS_IN_FORCE: 'Notices go nowhere (R10).',
    NO_CARD: 'No card is in force (R8).',
    ADDRESS_BOUNCED: 'Mail to a notice address comes back (R10).',
    NOTICES_UNDELIVERED:
      'The last notice to a notice address was given up; over once the next one is delivered.',
    USER_EMAIL_BOUNCED: 'Mail to users’ addresses comes back.',
    USER_NOTICES_UNDELIVERED: 'The last notice to users’ addresses was given up.',
    USER_LOCKED: 'Users are locked.',
    TEMPORARY_PINS_EXPIRED: 'Users can no longer log on for the first time: they need new PINs.',
    NO_CERTIFICATE: 'Users can’t log on: they need a certificate (R12), and have no valid one.',
    CEILING_IS_ZERO: 'Users have a right in a service whose ceiling is 0.',
    CONTRACT_LIMIT_IS_ZERO: 'Users have a right in a service whose contract limit is 0.',
    CONTRACT_DAY_IS_SPENT: 'The contract’s limit for today is used up.',
    USER_LIMIT_IS_ZERO: 'Users have a right in a service, and a limit of 0 (R14).',
    OWN_CERTIFICATE_NEEDED_SOON:
      'The administrator has no certificate that is valid from `certificateFrom` on, and gets in no more from then.',
    CERTIFICATE_NEEDED_SOON:
      'Users have no certificate that is valid from `certificateFrom` on, and get in no more from then.',
    CARD_SENT: 'A new card was sent: `activateCard` puts it in force.',
    CARD_DUE: 'The card’s unused cells run out.',
    OWN_CERTIFICATE_EXPIRING: 'The administrator’s certificate ends within 30 days.',
    CERTIFICATE_EXPIRING: 'Users’ certificates end within 30 days.',
    ADDRESS_PENDING: 'A notice address waits for its code.',
    AWAITING_FIRST_LOGON: 'Users have not logged on with their temporary PINs.',
  },
);

export const NoticeStateEnum = enumType('NoticeState', 'What has become of a notice (R10).', {
  WAITING: 'It waits to be sent: for its turn, or for the recipient’s mail server.',
  SENT: 'The mail server took it.',
  UNDELIVERABLE:
    'The mail server will not take it, or did not for days, or it came back; nobody tries any more.',
});

export const DeliveryActionEnum = enumType(
  'DeliveryAction',
  'What a delivery status notification says of a mail (RFC 3464, 2.3.3).',
  {
    FAILED: 'It did not arrive, and nobody tries any more.',
    DELAYED: 'It has not arrived yet, and is tried further.',
    DELIVERED: 'It arrived.',
    RELAYED: 'It went on to a server that tells nothing further.',
    EXPANDED: 'It went on to several addresses.',
  },
);

export const LanguageEnum = enumType('Language', 'A language that Monban speaks.', {
  ja: 'Japanese.',
  en: 'English.',
});
