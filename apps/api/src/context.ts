import type { CertificateThumbprint } from '@monban/domain/certificate';
import type { Locale } from '@monban/domain/locale';
import type { Caller } from './caller.ts';

/** All of a request that may decide who asks. Nothing else of it reaches the operations. */
export interface RequestSeen {
  readonly cookies: { readonly session: string | null };
  /** `Monban-Session`: the token of a session made through a bank system. */
  readonly sessionHeader: string | null;
  /** `Monban-Page`: the public ID of the session that the page was loaded under. */
  readonly pageHeader: string | null;
  /** `Authorization`, as sent. */
  readonly authorization: string | null;
  /**
   * The client certificate that the connection was authenticated with, from the handshake or a trusted proxy's
   * `Client-Cert` (RFC 9440): SHA-256 of its DER, 64 lower-case hex digits. `null` without one.
   */
  readonly connectionCertificate: CertificateThumbprint | null;
  /**
   * A certificate that a client passes on for its user, in the same form: `Client-Cert` over a connection that the
   * client authenticated with its own. Counts only beside a bank token that is bound to that one (RFC 8705).
   */
  readonly passedOnCertificate: CertificateThumbprint | null;
  /** `Monban-Client-Address` in its one spelling; counts only beside a valid bank token. */
  readonly clientAddress: string | null;
  /** Where the client is, in its one spelling: the other end of the connection, or what a trusted proxy says of its own. */
  readonly remoteAddress: string;
  readonly acceptLanguage: string | null;
  /** Drawn here for each request; in the answer's `Monban-Request-Id` and in each of its log lines. */
  readonly requestId: string;
}

/** What an operation may change of the answer's headers. */
export interface ReplySeen {
  /** Hands the browser its session (`__Host-`, HttpOnly, Secure, SameSite=Strict; ends with the browser). */
  setSessionCookie(token: string): void;
  /** Takes the cookie away and has the browser forget what it kept of this origin. */
  clearSession(): void;
}

/** What every resolver gets beside its arguments. */
export interface Context {
  readonly caller: Caller;
  readonly request: RequestSeen;
  readonly reply: ReplySeen;
}

/**
 * The language of the answer: English for whoever prefers it to Japanese, else Japanese.
 * @param acceptLanguage the header as sent, `null` without one
 */
export function localeOf(acceptLanguage: string | null): Locale {
  if (acceptLanguage === null) return 'ja';
  const weight = { ja: 0, en: 0 };
  for (const range of acceptLanguage.slice(0, 200).split(',')) {
    const [, language, quality] = /^\s*(ja|en)\b[^;]*(?:;\s*q=([0-9.]+))?/i.exec(range) ?? [];
    const known = language?.toLowerCase();
    if (known !== 'ja' && known !== 'en') continue;
    weight[known] = Math.max(weight[known], quality === undefined ? 1 : Number(quality));
  }
  return weight.en > weight.ja || (weight.en === weight.ja && startsWithEnglish(acceptLanguage))
    ? 'en'
    : 'ja';
}

/** Of two languages wanted alike the first one named is meant. */
function startsWithEnglish(acceptLanguage: string): boolean {
  return /^\s*en\b/i.test(acceptLanguage);
}
