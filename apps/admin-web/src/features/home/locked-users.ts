import type { Locale } from '@monban/domain/locale';
import { words } from '@monban/domain/wording/words';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import type { InsideMessages } from '../../messages/inside.ts';
import type { Waiting, WaitingUser } from './home-contract.ts';

/** How many locked users are named one by one before the list of users has to do. */
const oneByOne = 5;

/** Each with the reasons, and the way to let them back in. */
export function lockedOf(
  users: readonly WaitingUser[],
  m: InsideMessages,
  locale: Locale,
): readonly Waiting[] {
  const lines = users.slice(0, oneByOne).map((user) => lineOf(user, m, locale));
  const rest = users.length - lines.length;
  if (rest === 0) return lines;
  const way = { to: paths.users({ status: 'LOCKED' }), text: m.home.seeUsers };
  return [...lines, { key: 'locked', text: m.home.moreLocked(rest), way }];
}

function lineOf({ locks, name, userId }: WaitingUser, m: InsideMessages, locale: Locale): Waiting {
  const t = m.home;
  const { labels } = words(locale);
  const reasons = locks.map(({ at, reason }) =>
    m.users.lockedSince(labels.lockReason[reason], momentText(at, locale)),
  );
  // Whose lock only the desk lifts has nothing to press: their own page says so.
  const desk = locks.every(({ reason }) => reason === 'BY_DESK');
  const text = desk ? t.seeUser : t.unlock;
  return {
    key: userId,
    text: t.locked(m.users.who(userId, name)),
    note: reasons.join(' '),
    way: {
      to: desk ? paths.user(userId) : paths.userAct(userId, 'unlock'),
      text,
      label: m.users.actOn(text, userId),
    },
  };
}
