import { Badge } from '@monban/ui/badge/badge';
import type { UserEmailFragment } from '../graphql/generated/graphql.ts';
import { momentText } from '../lib/moment.ts';
import { useLanguage } from '../messages/inside.ts';

/** Where a user's notices go, and below it where they still go for some days. */
export function UserEmail({ user }: { readonly user: UserEmailFragment }) {
  const { m, locale } = useLanguage();
  return (
    <span className="flex flex-col items-start gap-1">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="break-all">{user.email ?? m.common.none}</span>
        {user.emailBouncedAt !== null && (
          <Badge tone="danger">{m.settings.addresses.bounced}</Badge>
        )}
      </span>
      {user.leavingEmails?.map(({ address, leavesAt }) => (
        <span key={address} className="text-sm break-words">
          {m.users.detail.leaving(address, momentText(leavesAt, locale))}
        </span>
      ))}
    </span>
  );
}
