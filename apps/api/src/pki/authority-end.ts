import { afterDays } from '@monban/domain/instant';

import type { Services } from '../services.ts';
import { AuthorityError } from './authority-file.ts';

/** How long before its end the built-in authority is warned of. */
const warningDays = 30;
const day = 24 * 3_600_000;

/**
 * Looks at the end of the built-in authority's own certificate, past which it issues nothing, and none of what it has issued
 * is good.
 * @returns says in the log that it ends within 30 days, or has ended: once for each day that is left
 */
export function watchAuthority({
  authority,
  log,
  now,
}: Pick<Services, 'authority' | 'log' | 'now'>): () => Promise<void> {
  let told: number | null = null;
  return async () => {
    const end = await authority?.endsAt().catch((fault: unknown) => {
      // What is wrong with its file is told to whoever wants something signed.
      if (fault instanceof AuthorityError) return null;
      throw fault;
    });
    const at = now();
    if (end === null || end === undefined || at < afterDays(end, -warningDays)) return;
    const left = Math.max(-1, Math.floor((end - at) / day));
    if (left === told) return;
    told = left;
    if (left < 0) log.error('the certificate of the built-in authority has ended');
    else log.warn('the certificate of the built-in authority ends soon', { count: left });
  };
}
