/**
 * What went wrong beside the matter itself: no answer of the act's own, but of the way to it.
 * UNAUTHENTICATED: the session is over, or this page was loaded under another one.
 */
export type Fault =
  | { readonly kind: 'UNAUTHENTICATED' }
  | { readonly kind: 'FORBIDDEN' }
  | { readonly kind: 'UNREACHABLE' }
  | { readonly kind: 'BROKEN'; readonly requestId: string | null };

/** `extensions.code` of the first GraphQL error, as a fault. */
export function faultOfCode(code: unknown, requestId: string | null): Fault {
  if (code === 'UNAUTHENTICATED') return { kind: 'UNAUTHENTICATED' };
  if (code === 'FORBIDDEN') return { kind: 'FORBIDDEN' };
  return { kind: 'BROKEN', requestId };
}
