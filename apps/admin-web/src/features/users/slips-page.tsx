import { Button, buttonClass } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useEffect, useState } from 'react';
import { Link, useBlocker, useNavigate } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { useHandover } from './handover.tsx';
import { Slip } from './slip.tsx';

/** Temporary PINs, shown once. The page stays until somebody says that they are printed. */
export function SlipsPage() {
  const m = useMessages();
  const t = m.slips;
  const { slips, hand } = useHandover();
  const navigate = useNavigate();
  const [printed, setPrinted] = useState(false);
  const holding = slips.length > 0 && !printed;
  const blocker = useBlocker(holding);
  useWarningBeforeUnload(holding);

  // Once the way is free: the PINs go, then the page.
  useEffect(() => {
    if (!printed) return;
    hand([]);
    if (blocker.state === 'blocked') blocker.proceed();
    else void navigate(paths.users());
  }, [blocker, hand, navigate, printed]);

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
    <>
      <div className="flex flex-col gap-4 print:hidden">
        <PageHeading site={m.common.site}>{t.title}</PageHeading>
        <Notice tone="warning" title={t.lead}>
          {t.printedHint}
        </Notice>
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" onPress={() => window.print()}>
            {t.print}
          </Button>
          <Button kind="secondary" onPress={() => setPrinted(true)}>
            {t.printed}
          </Button>
        </div>
      </div>
      {slips.map((slip) => (
        <Slip key={slip.userId} slip={slip} />
      ))}
      {blocker.state === 'blocked' && !printed && (
        <Dialog title={t.leaving} role="alertdialog" onClose={blocker.reset}>
          <p>{t.leavingText}</p>
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" autoFocus onPress={blocker.reset}>
              {t.stay}
            </Button>
            <Button kind="danger" onPress={() => setPrinted(true)}>
              {t.leave}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Closing the tab or loading anew asks too; the browser puts it into words of its own. */
function useWarningBeforeUnload(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [on]);
}
