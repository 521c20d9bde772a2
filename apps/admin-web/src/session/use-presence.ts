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
  readonly leave: (because: Ending) => void;
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
  const sessionId = phase.at === 'INSIDE' ? phase.person.sessionId : null;
  const language = useRef(locale);
  language.current = locale;

  const check = useCallback(async () => {
    const seen = await askViewer(language.current, null);
    if (seen.kind === 'SILENCE') turn({ at: 'UNREACHABLE' });
    else if (seen.kind === 'NOBODY') turn({ at: 'OUTSIDE', after: null, left: null });
    else {
      draftsBelongTo(personKey(seen.person));
      turn({ at: 'INSIDE', person: seen.person, serverNow: seen.serverNow });
    }
  }, [turn]);

  const goOut = useCallback(
    (left: string, because: Ending) => {
      if (!mayLeave(current.current, left)) return;
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
        if (word.say === 'LOGGED_ON' && sessionId === null) void check();
        if (word.say === 'LOGGED_ON' && sessionId !== null) {
          void askViewer(language.current, sessionId).then((seen) => {
            if (seen.kind === 'NOBODY') goOut(sessionId, 'OTHER_PERSON');
          });
        }
        if (word.say === 'ENDED') goOut(word.sessionId, word.because);
      }),
    [check, goOut, sessionId],
  );

  return {
    phase,
    check: () => void check(),
    arrive: (startsAt) => {
      history.replaceState(null, '', startsAt ?? '/');
      tell({ say: 'LOGGED_ON' });
      void check();
    },
    leave: (because) => {
      if (sessionId === null) return;
      tell({ say: 'ENDED', sessionId, because });
      goOut(sessionId, because);
    },
  };
}

/**
 * A session is left once, for the first reason that is heard. ENDED is none: the server says it to a tab
 * that asks before the tab that logs off has its answer and says why.
 */
function mayLeave(phase: Phase, sessionId: string): boolean {
  if (phase.at === 'INSIDE') return phase.person.sessionId === sessionId;
  return phase.at === 'OUTSIDE' && phase.left === sessionId && phase.after === 'ENDED';
}
