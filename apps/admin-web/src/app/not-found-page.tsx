import { buttonClass } from '@monban/ui/button/button';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Link } from 'react-router';
import { paths } from '../lib/paths.ts';
import { useMessages } from '../messages/messages.tsx';

export function NotFoundPage() {
  const m = useMessages();
  return (
    <>
      <PageHeading site={m.common.site}>{m.common.fault.notFoundTitle}</PageHeading>
      <p>{m.common.fault.notFound}</p>
      <p>
        <Link className={buttonClass('secondary')} to={paths.home}>
          {m.common.fault.home}
        </Link>
      </p>
    </>
  );
}
