import { buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';

/** The way to one's own PINs. */
export function PinsPanel() {
  const m = useMessages();
  const { person } = useSession();
  const t = m.settings.pins;
  return (
    <Panel title={t.title}>
      <p className="text-subtle">{t.lead[person.kind]}</p>
      <p>
        <Link className={buttonClass('secondary')} to={paths.pins}>
          {m.pins.title}
        </Link>
      </p>
    </Panel>
  );
}
