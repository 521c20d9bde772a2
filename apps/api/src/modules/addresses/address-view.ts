import type { Instant } from '@monban/domain/instant';
import { codeTriesLeft } from '@monban/domain/notification-address';

import type { selectNotificationAddresses } from './address.store.ts';

type AddressRow = Awaited<ReturnType<typeof selectNotificationAddresses>>[number];

/** An address as the schema shows it. */
export function addressView(row: AddressRow, now: Instant) {
  const { address, addedAt, bouncedAt, codeUntil, codeWrong, confirmedAt, leavesAt, status } = row;
  const pending = status === 'PENDING';
  const waiting = { until: codeUntil ?? now, wrong: codeWrong };
  return {
    address,
    status,
    bouncedAt,
    standsSince: confirmedAt ?? addedAt,
    leavesAt: status === 'LEAVING' ? leavesAt : null,
    codeUntil: pending ? codeUntil : null,
    codeTriesLeft: pending ? codeTriesLeft(waiting, now) : null,
  };
}
