import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Person } from './person.ts';
import type { Ending } from './session-channel.ts';

/** What the last wrong PIN left: how many more in a row, and who would be locked then. */
export interface Tries {
  readonly left: number;
  readonly everybody: boolean;
}

export interface Session {
  readonly person: Person;
  readonly end: (because: Ending) => void;
  /** Who is there has changed in something: their PINs are no temporary ones any more, say. */
  readonly changed: () => void;
  /** Null until a PIN was wrong in this page; every form that asks for one says it. */
  readonly tries: Tries | null;
  readonly setTries: (tries: Tries | null) => void;
  /** Whether the page holds what can't be shown again: an end takes it away for good. */
  readonly shownOnce: boolean;
  readonly setShownOnce: (shownOnce: boolean) => void;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider(props: {
  readonly person: Person;
  readonly onEnd: (because: Ending) => void;
  readonly onChanged: () => void;
  readonly children: ReactNode;
}) {
  const { children, onChanged, onEnd, person } = props;
  const [tries, setTries] = useState<Tries | null>(null);
  const [shownOnce, setShownOnce] = useState(false);
  const session = useMemo(
    () => ({
      person,
      end: onEnd,
      changed: onChanged,
      tries,
      setTries,
      shownOnce,
      setShownOnce,
    }),
    [onChanged, onEnd, person, shownOnce, tries],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of whoever is logged on. Only for what is inside. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('used outside the application');
  return session;
}
