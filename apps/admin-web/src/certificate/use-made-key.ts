import { useRef } from 'react';
import { loadKeyFile } from './issued.ts';
import type { MadeKey } from './key-file.ts';

interface KeptKey {
  /** Made at the first asking. Asked again for the same, it is the same key with the same request. */
  readonly keyFor: (what: string) => Promise<MadeKey>;
  readonly forget: () => void;
}

/**
 * A key, in this page's memory alone, until its file is made: a request whose answer was lost is sent again as it was,
 * and the API answers it again.
 */
export function useMadeKey(): KeptKey {
  const kept = useRef<{ readonly what: string; readonly made: MadeKey }>(null);
  return {
    keyFor: async (what) => {
      if (kept.current?.what === what) return kept.current.made;
      const { makeKey } = await loadKeyFile();
      const made = await makeKey();
      kept.current = { what, made };
      return made;
    },
    forget: () => {
      kept.current = null;
    },
  };
}
