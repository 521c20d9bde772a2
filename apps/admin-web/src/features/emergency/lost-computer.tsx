import { useQuery } from '@apollo/client/react';
import { buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { companysCertificatesDocument, usersCertificatesDocument } from './emergency.graphql.ts';

/** As they stand now: this page is for the worst hour. */
const fetchPolicy = 'network-only';

/**
 * The way to revoke a certificate that is on a computer that is gone (R12). It comes below all else and may come
 * late: whoever wants to stop something waits for no answer.
 */
export function LostComputer() {
  const t = useMessages().emergency.computer;
  const { person } = useSession();
  const user = person.kind === 'USER';
  const companys = useQuery(companysCertificatesDocument, { fetchPolicy, skip: user });
  const skip = !user || person.mustReplacePins;
  const viewer = useQuery(usersCertificatesDocument, { fetchPolicy, skip }).data?.viewer;
  const certificates = user
    ? viewer?.__typename === 'User' && viewer.certificates
    : companys.data?.contract?.certificates;
  if (!certificates || !certificates.some(({ status }) => status === 'VALID')) return null;
  return (
    <Panel title={t.title}>
      <p>{t.text}</p>
      <p>
        <Link
          className={buttonClass('secondary')}
          to={user ? paths.ownCertificate : paths.certificates}
        >
          {t.way}
        </Link>
      </p>
    </Panel>
  );
}
