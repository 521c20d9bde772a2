import type { HistoryEvent } from '../history-event.ts';
import { formatJapan, type Instant } from '../instant.ts';
import type { Locale } from '../locale.ts';
import type { MailedCode } from '../mail.ts';
import { adviceOf, type Notice } from '../notice.ts';
import { confirmationCode } from '../notification-address.ts';
import { mail as en } from './en-mail.ts';
import { mail as ja } from './ja-mail.ts';
import type { MailWords } from './mail-words.ts';
import { eventText, type UnnamedActor } from './vocabulary.ts';
import { words } from './words.ts';

export interface MailText {
  /** One line. */
  readonly subject: string;
  /** Lines that end in a line feed. Neither PIN nor link, and no more than 3 digits of the contract ID. */
  readonly text: string;
  /** The same words as a page, without script, picture, table or address of anything. */
  readonly html: string;
}

const languages: Readonly<Record<Locale, MailWords>> = { ja, en };

/** Lines that stand together; what happened is a list, each thing in its lines. */
type Paragraph = { readonly list: readonly (readonly string[])[] } | readonly string[];

/** What a mail is written of: a notice, and whose deed it tells. */
export interface MailFacts extends Notice {
  /** As the history shows it; null: nothing says who it was, and then the mail doesn't. */
  readonly actor: string | null;
  /** What the bank calls itself; null: it does not say. */
  readonly bank: string | null;
}

/** A mail in words (R10): when what happened, by whom, from where, and what to do if it wasn't you. */
export function mailText(notice: MailFacts, code: MailedCode | null, locale: Locale): MailText {
  const t = languages[locale];
  const moment = (at: Instant) => formatJapan(at, locale);
  const subject = subjectOf(notice, t);
  const paragraphs: readonly Paragraph[] = [
    [t.lead(moment(notice.at), notice.bank)],
    { list: notice.events.map((event) => itemOf(event, t, locale)) },
    [t.contract(notice.contractIdTail, notice.bank), ...deed(notice, t)],
    ...(code === null ? [] : [t.code(code.digits, moment(code.until), confirmationCode.tries)]),
    t.advice[adviceOf(notice.events)],
    t.close,
  ];
  const lines = paragraphs.map((each) =>
    'list' in each
      ? each.list.flatMap(([first = '', ...more]) => [t.item(first), ...more.map(t.further)])
      : each,
  );
  return {
    subject,
    text: lines.map((each) => each.map((line) => `${line}\n`).join('')).join('\n'),
    html: mailPage(subject, paragraphs, locale),
  };
}

/** What happened and what changed, then what comes next, and the desk's paperwork last. */
function itemOf(event: HistoryEvent, t: MailWords, locale: Locale): readonly string[] {
  const { changes, note, what } = words(locale).parts(event);
  const next = eventText(t.next, event.type, event);
  const before = changes.length === 0 ? [what + next] : [what, ...changes, next.trim()];
  return [...before, ...note].filter((line) => line !== '');
}

/** By whom and from where; the bank's own addresses say nothing to a company. */
function deed({ actor, address }: MailFacts, t: MailWords): readonly string[] {
  const unnamed = actor === null ? null : unnamedActor(actor);
  return [
    ...(actor === null ? [] : [t.by(unnamed === null ? t.user(actor) : t.actors[unnamed])]),
    ...(address === null || unnamed === '@bank' ? [] : [t.whence(address)]),
  ];
}

/** Null: it is a user's ID. No clerk of the bank is named to a company. */
function unnamedActor(shown: string): UnnamedActor | null {
  if (shown.includes('/')) return '@bank';
  return shown === '@administrator' || shown === '@stranger' || shown === '@system' ? shown : null;
}

function subjectOf({ bank, events }: MailFacts, { subject, titles }: MailWords): string {
  const [first, ...more] = events;
  return subject(first === undefined ? '' : titles[first.type], more.length, bank);
}

/**
 * Outlook lays pages out with Word: it knows fonts, sizes and margins that stand in each element, and little else. No
 * colour is set, so a dark screen keeps its own.
 */
function mailPage(subject: string, paragraphs: readonly Paragraph[], locale: Locale): string {
  const type = "font-family:Meiryo,'Hiragino Sans',Arial,sans-serif;line-height:1.7";
  const size = `${type};font-size:16px;margin:0 0 16px 0`;
  const body = paragraphs.map((each) =>
    'list' in each
      ? `<ul style="${size};padding:0 0 0 24px">${each.list.map((item) => `<li>${item.map(escapeHtml).join('<br>\n')}</li>`).join('\n')}</ul>`
      : `<p style="${size}">${each.map(escapeHtml).join('<br>\n')}</p>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${escapeHtml(subject)}</title>
</head>
<body style="${type};margin:16px;max-width:640px">
<h1 style="${type};font-size:18px;margin:0 0 16px 0">${escapeHtml(subject)}</h1>
${body.join('\n')}
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Names and addresses are what people typed. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
