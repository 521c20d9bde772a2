import { DescriptionList } from '@monban/ui/description-list/description-list';
import { momentText } from '../../lib/moment.ts';
import { useLanguage } from '../../messages/inside.ts';
import type { Slip as SlipData } from './handover.tsx';

/** What one person gets in their hand: one a sheet. */
export function Slip({ slip }: { readonly slip: SlipData }) {
  const { m, locale } = useLanguage();
  const t = m.slips.slip;
  const code = (text: string) => (
    <code className="font-mono text-xl font-bold tracking-wider">{text}</code>
  );
  return (
    <article
      aria-label={`${t.title} ${slip.userId}`}
      className="flex flex-col gap-4 rounded-12 border-2 border-control bg-surface p-6 print:break-after-page print:border-0 print:p-0"
    >
      <h2 className="text-xl font-bold">{t.title}</h2>
      <DescriptionList
        items={[
          { term: t.contract, detail: slip.contractName },
          { term: t.contractId, detail: code(slip.contractId) },
          { term: t.userId, detail: code(slip.userId) },
          { term: t.name, detail: slip.name },
          { term: t.pin, detail: code(slip.pin) },
          { term: t.confirmationPin, detail: code(slip.confirmationPin) },
          { term: t.expires, detail: momentText(slip.expiresAt, locale) },
        ]}
      />
      <h3 className="font-bold">{t.how}</h3>
      <ol className="list-decimal pl-6">
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="font-bold">{t.secret}</p>
    </article>
  );
}
