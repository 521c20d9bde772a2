import { buttonClass } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { PrintOnce, ShownOnce } from '../../frame/shown-once.tsx';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { useHandover } from './handover.tsx';
import { Slip } from './slip.tsx';

/** Temporary PINs, shown once. The page stays until somebody says that they are printed. */
export function SlipsPage() {
  const m = useMessages();
  const t = m.slips;
  const { slips, hand } = useHandover();
  const forget = useCallback(() => hand([]), [hand]);

  if (slips.length === 0) {
    return (
      <>
        <PageHeading site={m.common.site}>{t.title}</PageHeading>
        <p>{t.gone}</p>
        <p>
          <Link className={buttonClass('secondary')} to={paths.users()}>
            {t.toUsers}
          </Link>
        </p>
      </>
    );
  }
  return (
    <ShownOnce words={t} forget={forget} to={paths.users()}>
      {(done) => (
        <>
          <div className="flex flex-col gap-4 print:hidden">
            <PageHeading site={m.common.site}>{t.title}</PageHeading>
            <Notice tone="warning" title={t.lead}>
              {t.printedHint}
            </Notice>
            <PrintOnce print={t.print} printed={t.printed} onPrinted={done} />
          </div>
          {slips.map((slip) => (
            <Slip key={slip.userId} slip={slip} />
          ))}
        </>
      )}
    </ShownOnce>
  );
}
