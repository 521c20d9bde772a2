import type { HistoryEventType } from '../history-event.ts';
import type { Advice } from '../notice.ts';
import type { EventTexts, UnnamedActor } from './vocabulary.ts';

/** What a mail says that no page does: apart from `Words`, which the logon page loads. */
export interface MailWords {
  /** What happened, in a few words, for the subject. */
  readonly titles: Readonly<Record<HistoryEventType, string>>;
  /** `more`: how many other things the same mail tells. */
  readonly subject: (title: string, more: number, bank: string | null) => string;
  /** The first line: whose notice it is, and when, to the second. */
  readonly lead: (moment: string, bank: string | null) => string;
  readonly item: (text: string) => string;
  /** A line of the same item. */
  readonly further: (text: string) => string;
  /** What comes next, of which the history has no need. */
  readonly next: Partial<EventTexts>;
  readonly contract: (contractIdTail: string, bank: string | null) => string;
  readonly by: (who: string) => string;
  readonly actors: Readonly<Record<UnnamedActor, string>>;
  readonly user: (userId: string) => string;
  readonly whence: (address: string) => string;
  readonly code: (digits: string, until: string, tries: number) => readonly string[];
  /** What to do if it wasn't you: lines. */
  readonly advice: Readonly<Record<Advice, readonly string[]>>;
  /** What Monban never does. */
  readonly close: readonly string[];
}
