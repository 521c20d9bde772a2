import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { PrintOnce, ShownOnce } from '../../frame/shown-once.tsx';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';

/** One person's retrieval code, between being given out and being printed. */
export interface CodeSlip {
  readonly contractName: string;
  readonly userId: string;
  readonly name: string;
  readonly code: string;
  readonly until: string;
}

/** A retrieval code, shown once. The page stays until somebody says that it is printed. */
export function CodeSlipPage(props: { readonly slip: CodeSlip; readonly forget: () => void }) {
  const { forget, slip } = props;
  const { m } = useLanguage();
  const t = m.certificates.slip;
  const words = { ...m.slips, leavingText: t.leavingText };
  return (
    <ShownOnce words={words} forget={forget} to={paths.certificates}>
      {(done) => (
        <>
          <div className="flex flex-col gap-4 print:hidden">
            <PageHeading site={m.common.site}>{t.title}</PageHeading>
            <Notice tone="warning" title={t.lead}>
              {t.printedHint}
            </Notice>
            <PrintOnce print={m.slips.print} printed={m.slips.printed} onPrinted={done} />
          </div>
          <Slip slip={slip} />
        </>
      )}
    </ShownOnce>
  );
}

/** What the person gets in their hand. Neither contract ID nor PIN: found, it is of use for nothing but itself. */
function Slip({ slip }: { readonly slip: CodeSlip }) {
  const { m, locale } = useLanguage();
  const t = m.certificates.slip;
  return (
    <article
      aria-label={`${t.heading} ${slip.userId}`}
      className="flex flex-col gap-4 rounded-12 border-2 border-control bg-surface p-6 print:border-0 print:p-0"
    >
      <h2 className="text-xl font-bold">{t.heading}</h2>
      <DescriptionList
        items={[
          { term: t.contract, detail: slip.contractName },
          { term: t.userId, detail: <span className="font-mono">{slip.userId}</span> },
          { term: t.name, detail: slip.name },
          {
            term: t.code,
            detail: <code className="font-mono text-xl font-bold tracking-wider">{slip.code}</code>,
          },
          { term: t.until, detail: momentText(slip.until, locale) },
        ]}
      />
      <h3 className="font-bold">{t.how}</h3>
      <ol className="list-decimal pl-6">
        {t.steps(`${location.origin}${paths.certificate}`).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="font-bold">{t.secret}</p>
    </article>
  );
}
