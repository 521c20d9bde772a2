import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../messages/messages.tsx';
import { askViewer, type Seen } from './ask-viewer.ts';
import { hear, type IdleClock, idleStage, type IdleStage } from './idle-clock.ts';
import type { Person } from './person.ts';
import { type Ending, listen, tell } from './session-channel.ts';

/** How often a quiet page looks at its clock: a sleeping machine's timers stand still. */
const lookEvery = 15_000;
/** By which somebody shows that they are there. */
const signsOfLife = ['focus', 'pageshow', 'keydown', 'pointerdown', 'pointermove'] as const;
const second = 1000;
/** After an act, before asking when the session ends now: acts come in bursts. */
const settle = 400;

/**
 * Watches over the idle end (R11). `acted` is to be called after each request that was somebody's
 * act; what is asked here is passive, so that watching prolongs nothing.
 */
export function useIdleEnd(options: {
  readonly person: Person;
  readonly serverNow: number | null;
  readonly onEnd: (because: Ending) => void;
}): { readonly stage: IdleStage; readonly acted: () => void } {
  const { onEnd, person, serverNow } = options;
  const { sessionId } = person;
  const { locale } = useLanguage();
  const clock = useRef<IdleClock>(hear(null, { ...person, serverNow }, Date.now()));
  const [stage, setStage] = useState<IdleStage>(() => idleStage(clock.current, Date.now()));
  const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const asking = useRef(false);
  const again = useRef(false);
  const left = useRef(false);

  const look = useCallback(() => setStage(idleStage(clock.current, Date.now())), []);

  const take = useCallback(
    (seen: Seen) => {
      // The page was left while this was on its way, and whoever left it knows better why.
      if (left.current) return;
      if (seen.kind === 'PERSON') {
        const told = { ...seen.person, serverNow: seen.serverNow };
        clock.current = hear(clock.current, told, Date.now());
        look();
      } else if (idleStage(clock.current, Date.now()).stage === 'OVER') onEnd('IDLE');
      else if (seen.kind === 'NOBODY') onEnd('ENDED');
    },
    [look, onEnd],
  );

  const ask = useCallback(async () => {
    again.current = asking.current;
    if (asking.current) return;
    asking.current = true;
    // What was asked before somebody's act tells of an end that the act has put off: asked once more.
    do {
      again.current = false;
      take(await askViewer(locale, sessionId));
    } while (again.current && !left.current);
    asking.current = false;
  }, [locale, sessionId, take]);

  const soon = useCallback(() => {
    clearTimeout(pending.current);
    pending.current = setTimeout(() => void ask(), settle);
  }, [ask]);

  const acted = useCallback(() => {
    tell({ say: 'ACTED', sessionId });
    soon();
  }, [sessionId, soon]);

  // Another tab of this session was used, or this one is looked at again after a while.
  useEffect(
    () => listen((word) => word.say === 'ACTED' && word.sessionId === sessionId && soon()),
    [sessionId, soon],
  );
  useEffect(() => {
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [look]);

  // Somebody is back at a machine that slept past the end, before any of its timers is: they see nothing.
  useEffect(() => {
    const cover = () => {
      const now = idleStage(clock.current, Date.now());
      if (now.stage === 'OVER') setStage((before) => (before.stage === 'OVER' ? before : now));
    };
    for (const sign of signsOfLife) addEventListener(sign, cover, { capture: true });
    return () => {
      for (const sign of signsOfLife) removeEventListener(sign, cover, { capture: true });
    };
  }, []);

  // A warning, and even more an end, is first checked with the server: another tab may know more.
  useEffect(() => {
    if (stage.stage !== 'CALM') void ask();
  }, [ask, stage.stage]);

  // Covered a moment too early (clocks differ by up to a second): ask until the server says it too.
  useEffect(() => {
    const calm = stage.stage === 'CALM' ? Math.min(stage.wait + 50, lookEvery) : second;
    const timer = setTimeout(stage.stage === 'OVER' ? () => void ask().then(look) : look, calm);
    return () => clearTimeout(timer);
  }, [ask, look, stage]);

  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      clearTimeout(pending.current);
    };
  }, []);

  return { stage, acted };
}
