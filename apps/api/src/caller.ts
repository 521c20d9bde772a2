import type { CertificateThumbprint } from '@monban/domain/certificate';
import type { Locale } from '@monban/domain/locale';
import type { BankCaller } from './bank/bank-caller.ts';
import type { SessionSeen } from './sessions/session-seen.ts';

/**
 * Who asks. A bank token without a session is `BANK`; beside `Monban-Session` the kind is the
 * person's and `bank` says through which client they come. Whoever has no valid session is a
 * stranger.
 */
export type Caller =
  | { readonly kind: 'STRANGER'; readonly origin: Origin; readonly bank: BankCaller | null }
  | {
      readonly kind: 'ADMINISTRATOR' | 'USER';
      readonly origin: Origin;
      readonly session: SessionSeen;
      readonly bank: BankCaller | null;
    }
  | { readonly kind: 'BANK'; readonly origin: Origin; readonly bank: BankCaller };

/** Where a request comes from, in which language it is answered, and how its log lines are found. */
export interface Origin {
  /** The person's address: the connection's, or what a bank system named in `Monban-Client-Address`. */
  readonly address: string;
  /** By which logons are limited (A17); `null`: a bank's own address, which never is. */
  readonly limitedAddress: string | null;
  /** R12: the certificate that the person comes with; null: none. */
  readonly certificate: CertificateThumbprint | null;
  readonly locale: Locale;
  readonly requestId: string;
}
