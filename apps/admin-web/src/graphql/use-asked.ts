import { useEffect, useState } from 'react';

/** What came of an asking: what was asked for, or why it can't be had. */
type Told<T> = { readonly by: () => Promise<T> } & (
  | { readonly value: T }
  | { readonly trouble: unknown }
);

/**
 * What a page needs beyond what its route loaded. Null: not there yet, or nothing to ask. What can't be had is
 * thrown, and the page says that it can't be shown: it never shows a part as the whole. `ask` is to be the same
 * function as long as it asks for the same.
 */
export function useAsked<T>(ask: (() => Promise<T>) | null): T | null {
  const [told, setTold] = useState<Told<T> | null>(null);
  useEffect(() => {
    if (ask === null) return undefined;
    let current = true;
    const settle = (next: Told<T>) => {
      if (current) setTold(next);
    };
    ask().then(
      (value) => settle({ by: ask, value }),
      (trouble: unknown) => settle({ by: ask, trouble }),
    );
    return () => {
      current = false;
    };
  }, [ask]);
  if (told === null || told.by !== ask) return null;
  if ('trouble' in told) throw told.trouble;
  return told.value;
}
