import { words } from '@monban/domain/wording/words';
import { buttonClass } from '@monban/ui/button/button';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { UserEmail } from '../../address/user-email.tsx';
import type { Language, UserEmailFragment } from '../../graphql/generated/graphql.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { otherLanguage } from './mail-acts.ts';

/** What is mailed (R10): in which language, and whether one's own logons are. */
export function MailsPanel(props: {
  /** Null: it is not this person's to choose. */
  readonly language: Language | null;
  readonly logonNotices: boolean;
  readonly note?: string | null;
  /** Where the mails go, where it is one person's to know. */
  readonly address?: UserEmailFragment;
}) {
  const { address, language, logonNotices, note = null } = props;
  const { m, locale } = useLanguage();
  const t = m.mails;
  const { person } = useSession();
  const names = words(locale).labels.language;
  const other = language === null ? null : otherLanguage(language);
  return (
    <Panel title={t.title}>
      <p className="text-subtle">{t.lead[person.kind]}</p>
      {note !== null && <p className="text-subtle">{note}</p>}
      <DescriptionList
        items={[
          ...(address === undefined
            ? []
            : [{ term: m.own.email, detail: <UserEmail user={address} /> }]),
          ...(language === null ? [] : [{ term: t.language, detail: names[language] }]),
          { term: t.logons[person.kind], detail: t.told[logonNotices ? 'on' : 'off'] },
        ]}
      />
      <p className="flex flex-wrap gap-3">
        {other !== null && (
          <Link className={buttonClass('secondary')} to={paths.mails('mail-language')}>
            {t.toLanguage(names[other])}
          </Link>
        )}
        <Link className={buttonClass('secondary')} to={paths.mails('logon-mails')}>
          {t.turn[logonNotices ? 'off' : 'on']}
        </Link>
      </p>
    </Panel>
  );
}
