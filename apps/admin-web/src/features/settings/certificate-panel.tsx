import { buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';

/** The way to one's own certificate (R12). */
export function CertificatePanel() {
  const t = useMessages().certificates;
  return (
    <Panel title={t.title}>
      <p className="text-subtle">{t.own.panelLead}</p>
      <p>
        <Link className={buttonClass('secondary')} to={paths.ownCertificate}>
          {t.own.title}
        </Link>
      </p>
    </Panel>
  );
}
