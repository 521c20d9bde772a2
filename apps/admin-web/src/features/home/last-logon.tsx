import { Notice } from '@monban/ui/notice/notice';
import { momentText } from '../../lib/moment.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';

/** When this person was here before, and what was tried in their name since. */
export function LastLogon() {
  const { m, locale } = useLanguage();
  const { person } = useSession();
  const t = m.home;
  const wrong = person.wrongEntries ?? 0;
  return (
    <>
      <p className="flex flex-wrap gap-x-3">
        <span className="text-subtle">{t.lastLogon}</span>
        <strong>
          {person.previousLogonAt === null
            ? t.firstTime
            : momentText(person.previousLogonAt, locale)}
        </strong>
      </p>
      {wrong > 0 && (
        <Notice tone="warning" title={m.common.pair(t.wrongEntries, m.common.times(wrong))}>
          {t.wrongEntriesWarning}
        </Notice>
      )}
    </>
  );
}
