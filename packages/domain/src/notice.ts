import type { ContractId } from './id.ts';
import { contractIdTail } from './id.ts';
import { concernedUser, type HistoryEvent, type HistoryEventType } from './history-event.ts';
import type { Instant } from './instant.ts';

/** PENDING: its code isn't entered yet. LEAVING: replaced, and told for 7 days more. */
export type NotificationAddressStatus = 'PENDING' | 'IN_FORCE' | 'LEAVING';

/** Who is told of an event (R10): the contract, the contract and the user, or nobody and why. */
export type NoticeRule = { readonly to: 'CONTRACT' | 'USER_TOO' } | { readonly none: string };

const contract: NoticeRule = { to: 'CONTRACT' };
const userToo: NoticeRule = { to: 'USER_TOO' };

/** A new event does not compile until somebody has decided here who is told of it. */
export const noticeRules: Record<HistoryEventType, NoticeRule> = {
  CONTRACT_OPENED: contract,
  CARD_ISSUED: contract,
  CONTRACT_UNLOCKED: contract,
  LOCK_LINKAGE_SET: contract,
  ADMINISTRATOR_REGISTERED: contract,
  ADMINISTRATOR_LOGGED_ON: contract,
  USER_LOGGED_ON: userToo,
  LOGGED_OFF: { none: 'ends a session that was told of when it began' },
  SESSION_ENDED_BY_NEWCOMER: userToo,
  WRONG_ENTRY: { none: 'told at the 3rd in a row (WARNED) and at the lock' },
  WARNED: userToo,
  CONTRACT_LOCKED: contract,
  USER_LOCKED: userToo,
  USER_UNLOCKED: userToo,
  PIN_CHANGED: userToo,
  TEMPORARY_PINS_REPLACED: userToo,
  USER_PINS_RESET: userToo,
  USER_ADDED: userToo,
  NOTIFICATION_ADDRESS_ADDED: contract,
  CARD_DUE: contract,
  ATTEMPT_REFUSED: { none: 'could not succeed; mail for each would let strangers flood people' },
  ACT_REFUSED: { none: 'changed nothing, and the person who tried was told why' },
  REFUSALS_COUNTED: { none: 'sums up refusals of which none was told' },
};

/** A mail to come: its subject and text are made of this and of nothing else. */
export interface Notice {
  readonly to: string;
  readonly event: HistoryEvent;
  readonly at: Instant;
  /** Where the request came from; null where it came from no network. */
  readonly address: string | null;
  /** The last 3 digits, all of the contract ID that a mail may show. */
  readonly contractIdTail: string;
}

/** What the history's entry says of an event besides the event. */
export interface NoticeFacts {
  readonly contractId: ContractId;
  readonly at: Instant;
  readonly address: string | null;
}

export interface AddressBook {
  readonly contract: readonly {
    readonly address: string;
    readonly status: NotificationAddressStatus;
  }[];
  /** Of the user whom the event concerns (`concernedUser`); null: none, or none known. */
  readonly user: string | null;
}

/** The mails that an event sends (R10), one for each address however often it is registered. */
export function noticesOf(
  event: HistoryEvent,
  facts: NoticeFacts,
  book: AddressBook,
): readonly Notice[] {
  const notice = {
    event,
    at: facts.at,
    address: facts.address,
    contractIdTail: contractIdTail(facts.contractId),
  };
  return recipients(event, book).map((to) => ({ ...notice, to }));
}

function recipients(event: HistoryEvent, book: AddressBook): readonly string[] {
  const rule = noticeRules[event.type];
  if ('none' in rule) return [];
  const addresses = book.contract.filter(({ status }) => status !== 'PENDING');
  const told = addresses.map(({ address }) => address);
  if (rule.to === 'USER_TOO' && book.user !== null && concernedUser(event) !== null) {
    told.push(book.user);
  }
  // A change of the addresses goes to the old ones and to the new one, pending or not.
  if (event.type === 'NOTIFICATION_ADDRESS_ADDED') told.push(event.address);
  return told.filter((address, index) => told.indexOf(address) === index);
}
