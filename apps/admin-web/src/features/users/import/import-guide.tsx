import { importColumns } from '@monban/domain/import-columns';
import type { ImportColumn } from '@monban/domain/import-problem';
import { formatYen } from '@monban/domain/money';
import { importWords } from '@monban/domain/wording/import-words';
import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { Table } from '@monban/ui/table/table';
import { saveCsv } from '../../../lib/save-csv.ts';
import { useLanguage } from '../../../messages/inside.ts';
import type { ContractServices } from '../new-user-limits.tsx';
import { actionNames, templateText } from './template.ts';

/** What the file has to look like, for this contract, and a template of it. */
export function ImportGuide(props: { readonly services: ContractServices }) {
  const { m, locale } = useLanguage();
  const t = m.importUsers.guide;
  const services = props.services.map((each) => each.service);
  const column = importWords(locale).column;
  const contentOf = useContent(props.services);
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onPress={() => saveCsv(templateText(services, locale, m), t.fileName)}>
          {t.template}
        </Button>
        <p className="text-sm text-subtle">{t.templateHint}</p>
      </div>
      <details>
        <summary className="cursor-pointer py-1 font-bold text-key">{t.caption}</summary>
        <Table
          caption={t.caption}
          rows={importColumns(services)}
          rowKey={column}
          columns={[
            {
              key: 'heading',
              title: t.heading,
              heads: true,
              cell: (each) =>
                each.kind === 'USER_ID' || each.kind === 'NAME'
                  ? `${column(each)} ${m.common.required}`
                  : column(each),
            },
            { key: 'content', title: t.content, cell: contentOf },
          ]}
        />
        <p className="mt-2">{t.free}</p>
      </details>
    </Panel>
  );
}

function useContent(services: ContractServices): (column: ImportColumn) => string {
  const { m, locale } = useLanguage();
  const t = m.importUsers.guide;
  return (column) => {
    switch (column.kind) {
      case 'USER_ID':
        return t.userId;
      case 'NAME':
        return t.name;
      case 'EMAIL':
        return t.email;
      case 'ACTIONS':
        return t.actions(actionNames(column.service, locale));
      case 'LIMIT': {
        const ceiling = services.find((each) => each.service === column.service)?.ceiling;
        return t.limit(formatYen(ceiling?.[column.amount] ?? 0));
      }
    }
  };
}
