import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../messages/messages.tsx';
import { askViewer } from './ask-viewer.ts';
import { draftsBelongTo, dropAllDrafts } from './drafts.ts';
import { type Person, personKey } from './person.ts';
import { type Ending, listen, onPurpose, tell } from './session-channel.ts';

/** Whether somebody is there. */
type Phase =
  | { readonly at: 'CHECKING' }
  | { readonly at: 'UNREACHABLE' }
  | { readonly at: 'OUTSIDE'; readonly after: Ending | null }
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
  const [phase, setPhase] = useState<Phase>({ at: 'CHECKING' });
  const sessionId = phase.at === 'INSIDE' ? phase.person.sessionId : null;
  const language = useRef(locale);
  language.current = locale;

  const check = useCallback(async () => {
    const seen = await askViewer(language.current, null);
    if (seen.kind === 'SILENCE') setPhase({ at: 'UNREACHABLE' });
    else if (seen.kind === 'NOBODY') setPhase({ at: 'OUTSIDE', after: null });
    else {
      draftsBelongTo(personKey(seen.person));
      setPhase({ at: 'INSIDE', person: seen.person, serverNow: seen.serverNow });
    }
  }, []);

  const goOut = useCallback((because: Ending) => {
    if (onPurpose.has(because)) {
      dropAllDrafts();
      history.replaceState(null, '', '/');
    }
    // Whoever is outside has heard why: an answer that comes late knows no better.
    setPhase((before) => (before.at === 'OUTSIDE' ? before : { at: 'OUTSIDE', after: because }));
  }, []);

  useEffect(() => void check(), [check]);

  useEffect(
    () =>
      listen((word) => {
        if (word.say === 'LOGGED_ON' && sessionId === null) void check();
        if (word.say === 'LOGGED_ON' && sessionId !== null) {
          void askViewer(language.current, sessionId).then((seen) => {
            if (seen.kind === 'NOBODY') goOut('OTHER_PERSON');
          });
        }
        if (word.say === 'ENDED' && word.sessionId === sessionId) goOut(word.because);
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
      if (sessionId !== null) tell({ say: 'ENDED', sessionId, because });
      goOut(because);
    },
  };
}
