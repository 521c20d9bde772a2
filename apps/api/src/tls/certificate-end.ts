import { afterDays, day, type Instant } from '@monban/domain/instant';

import type { Log } from '../log.ts';

/** How long before its end the server's own certificate is warned of. */
const warningDays = 30;

/** Keeps an eye on the end of the server's own certificate. */
export interface CertificateWatch {
  /** Another one is in force. */
  watch(endsAt: Instant): void;
  stop(): void;
}

/** Says in the log that it ends within 30 days, or has ended: when one is put in force, and once a day. */
export function watchCertificate(
  log: Log,
  now: () => Instant,
  milliseconds = day,
): CertificateWatch {
  let end: Instant | null = null;
  const look = (): void => {
    if (end === null) return;
    const at = now();
    if (at >= end) log.error('the certificate of TLS_CERT has ended');
    else if (at >= afterDays(end, -warningDays))
      log.warn('the certificate of TLS_CERT ends soon', { count: Math.floor((end - at) / day) });
  };
  const timer = setInterval(look, milliseconds);
  timer.unref();
  return {
    watch: (endsAt) => {
      end = endsAt;
      look();
    },
    stop: () => clearInterval(timer),
  };
}
