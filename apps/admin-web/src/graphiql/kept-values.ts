import type { Values } from '@monban/examples/example';

/**
 * What the examples' `{{…}}` stand for, a bank token and PINs among it: in this page's memory, and
 * nowhere else.
 */
export interface KeptValues {
  get(): Values;
  set(values: Values): void;
  /** For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
}

export function keptValues(): KeptValues {
  let kept: Values = {};
  const listeners = new Set<() => void>();
  return {
    get: () => kept,
    set(values) {
      kept = values;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
