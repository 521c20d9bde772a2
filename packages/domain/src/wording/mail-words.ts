import type { HistoryEventType } from '../history-event.ts';

/** What a mail says that no page does: apart from `Words`, which the logon page loads. */
export interface MailWords {
  /** What happened, in a few words, for the subject. */
  readonly titles: Readonly<Record<HistoryEventType, string>>;
  /** `more`: how many other things the same mail tells. */
  readonly subject: (title: string, more: number) => string;
  readonly lead: (contractIdTail: string) => string;
  readonly item: (text: string) => string;
  readonly when: (moment: string) => string;
  /** Null: it came over no network. */
  readonly whence: (address: string | null) => string;
  readonly code: (digits: string, until: string, tries: number) => readonly string[];
  /** What to do if it wasn't you, and what Monban never does: paragraphs of lines. */
  readonly close: readonly (readonly string[])[];
}
