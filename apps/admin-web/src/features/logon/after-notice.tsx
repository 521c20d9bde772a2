import { Notice } from '@monban/ui/notice/notice';
import { useMessages } from '../../messages/messages.tsx';
import type { Ending } from '../../session/session-channel.ts';

/** Why somebody who was inside is outside, and what to do about it. */
export function AfterNotice({ after }: { readonly after: Ending }) {
  const t = useMessages().logon.after[after];
  return (
    <Notice tone={after === 'LOGGED_OFF' ? 'success' : 'warning'} title={t.title} live>
      <p>{t.text}</p>
      {'causes' in t && (
        <div className="mt-2 flex flex-col gap-2">
          <ul className="list-disc pl-6">
            {t.causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
          <p>{t.remedy}</p>
        </div>
      )}
    </Notice>
  );
}
