import type { Instant } from '@monban/domain/instant';

import { selectRevoked } from '../modules/certificates/certificate.store.ts';
import type { Services } from '../services.ts';
import type { BuiltInAuthority } from './built-in-authority.ts';

/** What the built-in authority says to everybody: whose it is, and what it takes back. */
export interface Published {
  /** Its own certificate's DER. */
  certificate(): Promise<Buffer>;
  /** RFC 5280, DER. */
  revocationList(): Promise<Buffer>;
}

/** A list is made at most this often, whoever asks: it is read out of every contract, and takes a while to sign. */
const keptMilliseconds = 300_000;

/** Null: there is no built-in authority. */
export function publish({ authority, database, now }: Services): Published | null {
  return authority === null ? null : publishAs(authority, database, now);
}

function publishAs(
  authority: BuiltInAuthority,
  database: Services['database'],
  now: Services['now'],
): Published {
  let kept: { readonly at: Instant; readonly list: Promise<Buffer> } | null = null;

  async function make(at: Instant): Promise<Buffer> {
    const rows = await database.across(async ({ queries }) => selectRevoked(queries, at));
    const revoked = rows.map(({ serial, revokedAt, closedAt }) => ({
      serial,
      revokedAt: revokedAt ?? closedAt ?? at,
    }));
    return authority.revocationList(revoked, at);
  }

  return {
    certificate: () => authority.certificate(),
    revocationList() {
      const at = now();
      if (kept === null || at - kept.at >= keptMilliseconds || at < kept.at) {
        const list = make(at);
        const own = { at, list };
        kept = own;
        // What failed isn't kept: the next one who asks finds out whether it is mended.
        list.catch(() => {
          if (kept === own) kept = null;
        });
      }
      return kept.list;
    },
  };
}
