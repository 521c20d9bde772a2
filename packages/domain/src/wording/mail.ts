import type { HistoryEvent } from '../history-event.ts';
import { formatJapan, type Instant } from '../instant.ts';
import type { Locale } from '../locale.ts';
import type { MailedCode } from '../mail.ts';
import type { Notice } from '../notice.ts';
import { confirmationCode } from '../notification-address.ts';
import { mail as en } from './en-mail.ts';
import { mail as ja } from './ja-mail.ts';
import type { MailWords } from './mail-words.ts';
import { words } from './words.ts';

export interface MailText {
  /** One line. */
  readonly subject: string;
  /** Lines that end in a line feed. Neither PIN nor link, and no more than 3 digits of the contract ID. */
  readonly text: string;
}

const languages: Readonly<Record<Locale, MailWords>> = { ja, en };

/** A mail in words (R10): what happened, when, from where, and what to do if it wasn't you. */
export function mailText(notice: Notice, code: MailedCode | null, locale: Locale): MailText {
  const t = languages[locale];
  const moment = (at: Instant) => formatJapan(at, locale);
  const lines = [
    t.lead(notice.contractIdTail),
    '',
    ...notice.events.map((event) => t.item(words(locale).event(event))),
    '',
    t.when(moment(notice.at)),
    t.whence(notice.address),
    ...(code === null
      ? []
      : ['', ...t.code(code.digits, moment(code.until), confirmationCode.tries)]),
    '',
    ...t.close,
  ];
  return { subject: subjectOf(notice.events, t), text: lines.map((line) => `${line}\n`).join('') };
}

function subjectOf(events: readonly HistoryEvent[], { subject, titles }: MailWords): string {
  const [first, ...more] = events;
  return first === undefined ? subject('', 0) : subject(titles[first.type], more.length);
}
