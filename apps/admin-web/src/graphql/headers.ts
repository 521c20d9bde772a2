import type { Locale } from '@monban/domain/locale';

/** Under which session a page was loaded, in which language it is read, and who asks: person or page. */
export interface Asking {
  readonly locale: Locale;
  /** The public ID of the session; null before there is one. */
  readonly page: string | null;
  /** The page asks by itself; nobody did anything, so that the session isn't prolonged (R11). */
  readonly passive: boolean;
}

export function headersOf(asking: Asking): Record<string, string> {
  return {
    'accept-language': asking.locale,
    ...(asking.page === null ? {} : { 'monban-page': asking.page }),
    ...(asking.passive ? { 'monban-passive': '1' } : {}),
  };
}
