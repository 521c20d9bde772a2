import { useEffect, useState } from 'react';

/** Who logs on, and how: the administrator, a user, or the administrator for the first time. */
export type Way = 'administrator' | 'user' | 'first';

/** An own address only where a stranger may start; every other one is where they wanted to go. */
const addresses: Record<string, Way> = { '/user': 'user', '/first': 'first' };

function wayOf(path: string): Way {
  return addresses[path] ?? 'administrator';
}

/**
 * The chosen way, what chooses another one (the browser's back leads back), and the address inside
 * that the person came for, if they came for one.
 */
export function useWay(): readonly [Way, (way: Way) => void, string | null] {
  const [way, setWay] = useState<Way>(() => wayOf(location.pathname));
  const [wanted] = useState<string | null>(() =>
    location.pathname === '/' || addresses[location.pathname] !== undefined
      ? null
      : location.pathname + location.search,
  );
  useEffect(() => {
    const back = () => setWay(wayOf(location.pathname));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const choose = (chosen: Way) => {
    history.pushState(null, '', chosen === 'administrator' ? '/' : `/${chosen}`);
    setWay(chosen);
  };
  return [way, choose, wanted];
}
