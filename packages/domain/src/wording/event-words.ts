import { type Change, changesOf } from '../change.ts';
import type { DeskNote, HistoryEvent } from '../history-event.ts';
import { type ChangeText, eventText, type EventTexts, type Words } from './vocabulary.ts';

/** What a language says of events. */
interface Language {
  readonly texts: EventTexts;
  readonly change: (change: Change) => ChangeText;
  readonly note: (note: DeskNote) => readonly string[];
  /** What ends a sentence. */
  readonly stop: string;
  /** What stands between two. */
  readonly between: string;
}

/** A line of the history: what happened, from what to what, and what the desk wrote down with it. */
export function eventWords(language: Language): Pick<Words, 'event' | 'headline' | 'parts'> {
  const { between, stop, texts } = language;
  const parts: Words['parts'] = (happened) => ({
    what: eventText(texts, happened.type, happened),
    changes: changesOf(happened)
      .map(language.change)
      .map(({ what, from, to }) => `${what}: ${from} → ${to}${stop}`),
    note: noteOf(happened, language.note),
  });
  return {
    parts,
    event: (happened) => {
      const { changes, note, what } = parts(happened);
      return [what, ...changes, ...note].join(between);
    },
    headline: (happened) => {
      const { note, what } = parts(happened);
      return [what, ...note].join(between);
    },
  };
}

function noteOf(happened: HistoryEvent, text: Language['note']): readonly string[] {
  const desk = 'desk' in happened ? (happened.desk ?? null) : null;
  return desk === null ? [] : text(desk);
}
