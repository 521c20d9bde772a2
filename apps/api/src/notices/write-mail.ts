import type { HistoryEvent } from '@monban/domain/history-event';
import { type ContractId, contractIdTail } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';
import type { Locale } from '@monban/domain/locale';
import { type MailedCode, mailedEvents, tellsCode } from '@monban/domain/mail';
import { mailText } from '@monban/domain/wording/mail';

import type { AddressCodes } from '../secrets/address-codes.ts';
import type { selectNotices } from './outbox.store.ts';

type NoticeRow = Awaited<ReturnType<typeof selectNotices>>[number];

/** A mail as its recipient reads it. */
export interface Mail {
  /** The same however often it is sent. */
  readonly id: string;
  readonly to: string;
  readonly at: Instant;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  /** The same words as a page. */
  readonly html: string;
}

/** Puts a notice into words. A code is derived here and goes into the mail; it stands in no row. */
export function writeMail({ notice, locale, recipient }: NoticeRow, codes: AddressCodes): Mail {
  const { address: to, at, messageId: id, origin } = notice;
  // A contract ID in a row has been parsed: nothing else gets into one. The events were written by `openAct` alone.
  const contractId = notice.contractId as ContractId;
  const told = JSON.parse(notice.events) as readonly HistoryEvent[];
  const events = mailedEvents(told, contractId);
  const facts = { to, at, events, address: origin, contractIdTail: contractIdTail(contractId) };
  const code = codeFor({ to, at, events: told }, recipient, codes);
  return { id, to, at, locale, ...mailText(facts, code, locale) };
}

function codeFor(
  mail: Parameters<typeof tellsCode>[0],
  recipient: NoticeRow['recipient'],
  codes: AddressCodes,
): MailedCode | null {
  if (recipient === null || !tellsCode(mail, recipient)) return null;
  const { contractId, address, codeSalt, codeUntil } = recipient;
  if (codeSalt === null || codeUntil === null) return null;
  return { digits: codes.code({ contractId, address, salt: codeSalt }), until: codeUntil };
}
