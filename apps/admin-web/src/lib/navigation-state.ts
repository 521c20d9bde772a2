/** What one page hands to the next beside the address. Kept by the browser: nothing secret. */
export interface NavigationState {
  /** What was just done, to be said at the top of the page. */
  readonly done?: string;
  /** Where to go back to. */
  readonly from?: string;
}

export function readNavigationState(state: unknown): NavigationState {
  if (typeof state !== 'object' || state === null) return {};
  const { done, from } = state as Record<string, unknown>;
  return {
    ...(typeof done === 'string' ? { done } : {}),
    // Only addresses of this application, whatever somebody put there.
    ...(typeof from === 'string' && /^\/(?!\/)/.test(from) ? { from } : {}),
  };
}
