import { words } from '@monban/domain/wording/words';
import { Badge, type BadgeTone } from '@monban/ui/badge/badge';
import type { UserRowFragment } from '../../graphql/generated/graphql.ts';
import { momentText } from '../../lib/moment.ts';
import { useLanguage } from '../../messages/inside.ts';

const tones: Record<UserRowFragment['status'], BadgeTone> = {
  AWAITING_FIRST_LOGON: 'info',
  ACTIVE: 'success',
  LOCKED: 'danger',
  REMOVED: 'neutral',
};

/** A user's state in a word, and below it why and since when, where there is something to say. */
export function UserStatus({ user }: { readonly user: UserRowFragment }) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const wrong = (user.wrongPins ?? 0) + (user.wrongConfirmationPins ?? 0);
  return (
    <span className="flex flex-col items-start gap-1">
      <Badge tone={tones[user.status]}>{labels.userStatus[user.status]}</Badge>
      {user.locks.map((lock) => (
        <span key={lock.reason} className="text-sm">
          {labels.lockReason[lock.reason]}{' '}
          {/* A date that breaks in the middle is read as two numbers. */}
          <span className="inline-block md:whitespace-nowrap">
            {m.users.since(momentText(lock.at, locale))}
          </span>
        </span>
      ))}
      {wrong > 0 && <span className="text-sm text-warning">{m.users.wrongEntries(wrong)}</span>}
    </span>
  );
}
