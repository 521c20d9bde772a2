import type { Obstacle } from '../status.ts';

export const obstacles: Record<Obstacle, string> = {
  CONTRACT_NOT_REGISTERED:
    'The contract is not registered yet. Please have the administrator complete the registration first.',
  CONTRACT_LOCKED: "The contract is locked. Please ask the bank's desk to unlock it.",
  CONTRACT_CLOSED: "The contract is closed. Please contact the bank's desk.",
  CONTRACT_NOT_LOCKED: 'The contract is not locked. Please check its status.',
  ADMINISTRATOR_NOT_REGISTERED:
    'The administrator is not registered yet. Please register with the registration PIN.',
  ADMINISTRATOR_ALREADY_REGISTERED:
    'The administrator is registered already. Please log on with the contract PIN.',
  USER_LOCKED: 'This user is locked. Please have the administrator unlock them first.',
  USER_REMOVED:
    'This user has been removed. If they are needed, please add them under another user ID.',
  USER_NOT_LOCKED: 'This user is not locked. Please check their status.',
  TEMPORARY_PINS: 'The temporary PINs are still in use. Please replace both of them first.',
  NO_TEMPORARY_PINS:
    'The temporary PINs have been replaced already. To change a PIN again, please use the change of PINs.',
  ALREADY_LOCKED: 'It is locked for this reason already. Please check its status.',
  LAST_ADDRESS_IN_FORCE:
    'This would leave no address for notices in force. Please put the new one in force with its code before you take the present one out.',
  NOTICE_NOT_UNDELIVERABLE:
    'There is nothing undeliverable to send again: it waits to be sent, or was sent. Please look at the list as it is now.',
  ADDRESS_NOT_PENDING:
    'This address does not wait for a code. Please check its status in the list.',
  CODE_SPENT:
    'The code has expired, or was entered wrongly too often. Please press "Send a new code" in the list of addresses under Settings.',
  NO_LIVE_CARD: "There is no card that can be used. Please contact the bank's desk.",
  AUTHORIZATION_CAPTURED:
    'This authorisation has been captured, and works once. Please look up what became of it.',
  AUTHORIZATION_VOIDED:
    'This authorisation is void. If it is still wanted, please ask the user to confirm a new one.',
  AUTHORIZATION_EXPIRED:
    'This authorisation has expired. If it is still wanted, please ask the user to confirm a new one.',
  ANOTHER_PERSON_NEEDED:
    'Whoever asked for an act cannot approve it. Please have another person at the desk approve it.',
  DESK_ACT_DECIDED:
    'This act was approved or declined already. Please look at the list of those that wait.',
  DESK_ACT_EXPIRED: 'This act has waited too long. Please ask for it again.',
  SAW_CARD:
    "You have been shown this contract's card, and so cannot be given its registration PIN. Please have another person at the desk approve it.",
  SAW_REGISTRATION_PIN:
    "You have been given this contract's registration PIN, and so cannot be shown its card. Please have another person at the desk fetch it.",
  NO_CARD_TO_SHOW:
    'No card of this contract waits to be shown: each table is shown once. If it is needed, please issue another card.',
  NO_SENT_CARD:
    "No card waits to be put in force. If a new one is needed, please apply for it at the bank's desk.",
  ALREADY_CLOSING: 'The contract is going to be closed already. Please check its status.',
  NOT_CLOSING: 'The contract is not going to be closed. Please check its status.',
  TOO_MANY_ENTRIES: 'These are too many entries for one file. Please narrow the filter first.',
  CERTIFICATE_IS_OVER:
    'This certificate was revoked already, or has expired. Please look at the list as it is now.',
  NO_CERTIFICATE_IN_USE:
    'You did not log on with a certificate, so there is none to renew. Please log on with the one that you want to renew.',
  NOT_RENEWABLE_YET:
    'This certificate cannot be renewed yet. Please come back within 30 days of its end.',
  NO_BUILT_IN_AUTHORITY: "No certificates are issued here. Please ask the bank's desk.",
  NO_BANK_AUTHORITY:
    'No authority of the bank is set, so its certificates cannot be registered. Please ask whoever runs the system.',
  ONLY_THE_DESK_UNLOCKS: "Only the bank's desk can lift this lock. Please ask there.",
  PREPARED_PINS_EXPIRED:
    'The temporary PINs that were prepared do not fit this import: they are older than 15 minutes, or from another session. Please have them prepared again.',
  TOO_MANY_USERS:
    'Your contract has as many users as it can have. Please remove one who is no longer needed.',
};
