import type { EarlierRights } from '@monban/domain/earlier-rights';
import { readEarlierRights } from './earlier-rights.ts';

/** What one page hands to the next beside the address. Kept by the browser: nothing secret. */
export interface NavigationState {
  /** What was just done, to be said at the top of the page. */
  readonly done?: string;
  /** A certificate was just renewed: its file is yet to be imported. */
  readonly renewed?: boolean;
  /** Where to go back to. */
  readonly from?: string;
  /** What a form for rights begins with, instead of the rights that stand: those before some change. */
  readonly rights?: EarlierRights;
}

export function readNavigationState(state: unknown): NavigationState {
  if (typeof state !== 'object' || state === null) return {};
  const { done, from, renewed, rights: given } = state as Record<string, unknown>;
  const rights = readEarlierRights(given);
  return {
    ...(typeof done === 'string' ? { done } : {}),
    ...(renewed === true ? { renewed } : {}),
    // Only addresses of this application, whatever somebody put there.
    ...(typeof from === 'string' && /^\/(?!\/)/.test(from) ? { from } : {}),
    ...(rights === null ? {} : { rights }),
  };
}
