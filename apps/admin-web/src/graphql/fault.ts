/**
 * What went wrong beside the matter itself: no answer of the act's own, but of the way to it.
 * UNAUTHENTICATED: the session is over, or this page was loaded under another one.
 */
export type Fault =
  | { readonly kind: 'UNAUTHENTICATED' }
  | { readonly kind: 'FORBIDDEN' }
  | { readonly kind: 'UNREACHABLE' }
  /** `id`: what the server's log has it under; null where the answer named none. */
  | { readonly kind: 'BROKEN'; readonly id: string | null };

/** A GraphQL error's `extensions`, as a fault. */
export function faultOf(extensions: Readonly<Record<string, unknown>> | undefined): Fault {
  const code = extensions?.['code'];
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return { kind: code };
  const id = extensions?.['id'];
  return { kind: 'BROKEN', id: typeof id === 'string' ? id : null };
}
