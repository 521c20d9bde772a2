import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../messages/messages.tsx';
import { askViewer } from './ask-viewer.ts';
import { draftsBelongTo, dropAllDrafts } from './drafts.ts';
import { type Person, personKey } from './person.ts';
import { type Ending, listen, onPurpose, tell } from './session-channel.ts';

/** Whether somebody is there. `left`: the ID of the session that was left in this page. */
type Phase =
  | { readonly at: 'CHECKING' }
  | { readonly at: 'UNREACHABLE' }
  | { readonly at: 'OUTSIDE'; readonly after: Ending | null; readonly left: string | null }
  | { readonly at: 'INSIDE'; readonly person: Person; readonly serverNow: number | null };

export interface Presence {
  readonly phase: Phase;
  /** Asks the server who is there. */
  readonly check: () => void;
  /** Somebody logged on here; `startsAt`: the address that they wanted. */
  readonly arrive: (startsAt: string | null) => void;
  /** Covers everything at once, in this tab and in the others of the session. */
  readonly leave: (sessionId: string, because: Ending) => void;
}

export function usePresence(): Presence {
  const { locale } = useLanguage();
  const [phase, show] = useState<Phase>({ at: 'CHECKING' });
  // What holds by now, for answers and words that come between two renderings.
  const current = useRef(phase);
  const turn = useCallback((next: Phase) => {
    current.current = next;
    show(next);
  }, []);
  // Sessions that are over, as far as this tab has heard, and why: a session never begins again.
  const over = useRef(new Map<string, Ending>());
  const asked = useRef(0);
  const language = useRef(locale);
  language.current = locale;

  const check = useCallback(async () => {
    const turnOfAsking = ++asked.current;
    const seen = await askViewer(language.current, null);
    // Asked once more meanwhile: that answer knows better.
    if (turnOfAsking !== asked.current) return;
    if (seen.kind === 'SILENCE') return turn({ at: 'UNREACHABLE' });
    if (seen.kind === 'NOBODY') return turn({ at: 'OUTSIDE', after: null, left: null });
    const { person, serverNow } = seen;
    const after = over.current.get(person.sessionId);
    if (after !== undefined) return turn({ at: 'OUTSIDE', after, left: person.sessionId });
    draftsBelongTo(personKey(person));
    turn({ at: 'INSIDE', person, serverNow });
  }, [turn]);

  const goOut = useCallback(
    (left: string, because: Ending) => {
      // The first reason stands. ENDED is none: the server says it to a tab that asks before the tab that logs off
      // has its answer and says why.
      const known = over.current.get(left);
      if (known !== undefined && known !== 'ENDED') return;
      over.current.set(left, because);
      if (sessionOf(current.current) !== left) return;
      if (onPurpose.has(because)) {
        dropAllDrafts();
        history.replaceState(null, '', '/');
      }
      turn({ at: 'OUTSIDE', after: because, left });
    },
    [turn],
  );

  useEffect(() => void check(), [check]);

  useEffect(
    () =>
      listen((word) => {
        if (word.say === 'ENDED') return goOut(word.sessionId, word.because);
        if (word.say !== 'LOGGED_ON') return;
        if (current.current.at !== 'INSIDE') return void check();
        const { sessionId } = current.current.person;
        void askViewer(language.current, sessionId).then((seen) => {
          if (seen.kind === 'NOBODY') goOut(sessionId, 'OTHER_PERSON');
        });
      }),
    [check, goOut],
  );

  return {
    phase,
    check: () => void check(),
    arrive: (startsAt) => {
      history.replaceState(null, '', startsAt ?? '/');
      tell({ say: 'LOGGED_ON' });
      void check();
    },
    leave: (sessionId, because) => {
      tell({ say: 'ENDED', sessionId, because });
      goOut(sessionId, because);
    },
  };
}

/** The session that this tab is in, or was in last. */
function sessionOf(phase: Phase): string | null {
  if (phase.at === 'INSIDE') return phase.person.sessionId;
  return phase.at === 'OUTSIDE' ? phase.left : null;
}
