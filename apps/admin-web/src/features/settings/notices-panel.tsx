import { buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';

/** The way to the mails that were sent. */
export function NoticesPanel() {
  const t = useMessages().notices;
  return (
    <Panel
      title={t.title}
      aside={
        <Link className={buttonClass('secondary', true)} to={paths.notices()}>
          {t.see}
        </Link>
      }
    >
      <p className="text-subtle">{t.about}</p>
    </Panel>
  );
}
