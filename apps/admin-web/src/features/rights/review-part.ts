import type { ChangesOf } from '../../forms/changes-preview.tsx';
import type { InsideMessages } from '../../messages/inside.ts';
import type { CompanyUser } from './company.ts';
import type { SameChanges } from './review.ts';

/** `sato01（佐藤 健一）・…`, all of them. */
export function namesOf(m: InsideMessages, users: readonly CompanyUser[]): string {
  return m.common.list(users.map(({ name, userId }) => m.users.who(userId, name)));
}

/** Whom the same changes concern: by name, several by number and all their names. */
export function partOf(
  m: InsideMessages,
  { changes, users }: SameChanges,
  title: (who: string) => string = (who) => who,
): ChangesOf {
  const names = namesOf(m, users);
  return users.length > 1
    ? { whose: title(m.rights.several(users.length)), detail: names, changes }
    : { whose: title(names), changes };
}
