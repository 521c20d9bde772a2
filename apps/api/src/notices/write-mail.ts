import type { HistoryEvent } from '@monban/domain/history-event';
import { type ContractId, contractIdTail } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';
import type { Locale } from '@monban/domain/locale';
import { type MailedCode, mailedEvents, tellsCode } from '@monban/domain/mail';
import { type MailFacts, mailText } from '@monban/domain/wording/mail';

import { type Actor, actorShown } from '../history/record.ts';
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
export function writeMail(
  { recipient, ...row }: NoticeRow,
  codes: AddressCodes,
  bank: string | null,
): Mail {
  const { address: to, at, locale, messageId: id } = row.notice;
  const { events } = told(row);
  const code = codeFor({ to, at, events }, recipient, codes);
  return { id, to, at, locale, ...mailText(factsOf(row, bank), code, locale) };
}

/** The same words without the code, for whoever looks at a notice later. */
export function noticeText(row: Omit<NoticeRow, 'recipient' | 'bounced'>, bank: string | null) {
  const { subject, text } = mailText(factsOf(row, bank), null, row.notice.locale);
  return { subject, text };
}

function factsOf(row: Pick<NoticeRow, 'actor' | 'notice'>, bank: string | null): MailFacts {
  const { address: to, at, origin } = row.notice;
  const { contractId, events } = told(row);
  return {
    to,
    at,
    events: mailedEvents(events, contractId),
    address: origin,
    actor: row.actor === null ? null : actorShown(JSON.parse(row.actor) as Actor),
    bank,
    contractIdTail: contractIdTail(contractId),
  };
}

/** A contract ID in a row has been parsed: nothing else gets into one. The events were written by `openAct` alone. */
function told({ notice }: Pick<NoticeRow, 'notice'>) {
  return {
    contractId: notice.contractId as ContractId,
    events: JSON.parse(notice.events) as readonly HistoryEvent[],
  };
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
