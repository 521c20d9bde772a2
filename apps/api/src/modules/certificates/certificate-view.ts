import { certificateStatus, renewableFrom } from '@monban/domain/certificate';
import { administratorName } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';

import type { CertificateGrantRow, CertificateRow, PersonRow } from '../../db/rows.ts';

/** Whose something is, as far as it is shown. */
export type Holder = Pick<PersonRow, 'userId' | 'name'>;

/** A certificate as the schema shows it. */
export function certificateView(row: CertificateRow, holder: Holder, now: Instant) {
  const { thumbprint, serial, authority, issuedAt, until, revokedAt } = row;
  return {
    thumbprint,
    serial,
    person: holder.userId ?? administratorName,
    name: holder.name,
    status: certificateStatus(row, now),
    authority,
    issuedAt,
    until,
    renewableFrom: renewableFrom(row),
    revokedAt,
  };
}

/** A grant that waits for its code to be used; never the code. */
export function grantView({ grantedAt, until }: CertificateGrantRow, { userId, name }: Holder) {
  return { person: userId ?? administratorName, name, grantedAt, until };
}
