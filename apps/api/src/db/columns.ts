import type { Instant } from '@monban/domain/instant';
import { customType } from 'drizzle-orm/pg-core';

/** A moment, kept as `timestamptz` to the millisecond and handed out as the domain's {@link Instant}. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz(3)',
  toDriver: (at) => new Date(at).toISOString(),
  fromDriver: (text) => new Date(text).getTime(),
});

/** Bytes: hashes and salts. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** JSON whose text is kept to the letter, because a hash is taken over it. */
export const exactJson = customType<{ data: string; driverData: string }>({
  dataType: () => 'json',
});
