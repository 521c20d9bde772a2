import { formatJapan } from '@monban/domain/instant';
import { words } from '@monban/domain/wording/words';
import { Badge, type BadgeTone } from '@monban/ui/badge/badge';
import { Button } from '@monban/ui/button/button';
import { Changes } from '@monban/ui/changes/changes';
import { useLocation, useNavigate } from 'react-router';
import type { HistoryKind, HistoryLineFragment } from '../../graphql/generated/graphql.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import type { People } from './people.ts';

const tones: Readonly<Record<HistoryKind, BadgeTone>> = {
  LOGON: 'neutral',
  ERROR_OR_LOCK: 'danger',
  PIN: 'neutral',
  USER: 'info',
  RIGHTS: 'info',
  TRANSACTION: 'info',
  CERTIFICATE: 'info',
  CONTRACT: 'info',
  REFUSAL: 'warning',
};

/** What happened: of which kind, in a sentence, from what to what, and the way back. */
export function HistoryEntry(props: {
  readonly entry: HistoryLineFragment;
  readonly people: People;
}) {
  const { m, locale } = useLanguage();
  const { entry } = props;
  const { historyKind } = words(locale).labels;
  return (
    <div className="flex flex-col items-start gap-1">
      <p>
        <span className="mr-2">
          <Badge tone={tones[entry.kind]}>{historyKind[entry.kind]}</Badge>
        </span>
        {entry.headline}
      </p>
      {entry.changes.length > 0 && (
        <Changes
          words={m.changes}
          items={entry.changes.map(({ from, to, what }) => ({
            term: what,
            before: from,
            after: to,
          }))}
        />
      )}
      {entry.before !== null && (
        <div className="-ml-3">
          <WayBack {...props} />
        </div>
      )}
    </div>
  );
}

/** To the form for these rights, which begins with them as they were: a new change, shown and confirmed like any other. */
function WayBack({
  entry,
  people,
}: {
  readonly entry: HistoryLineFragment;
  readonly people: People;
}) {
  const { m, locale } = useLanguage();
  const navigate = useNavigate();
  const location = useLocation();
  const { before, concerns } = entry;
  const gone = concerns !== null && !people.isUser(concerns);
  const to = concerns === null ? paths.contractLimits : paths.userRights(concerns);
  const state = { rights: before, from: `${location.pathname}${location.search}` };
  return (
    <Button
      kind="quiet"
      compact
      label={m.history.back.name(formatJapan(Date.parse(entry.at), locale), entry.headline)}
      unavailable={gone ? words(locale).obstacle('USER_REMOVED') : undefined}
      onPress={() => void navigate(to, { state })}
    >
      {m.history.back.button}
    </Button>
  );
}
