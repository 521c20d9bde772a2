import { columnLetters } from '@monban/domain/import-problem';
import { ErrorSummary } from '@monban/ui/error-summary/error-summary';
import { Table } from '@monban/ui/table/table';
import { useMessages } from '../../../messages/inside.ts';
import type { DryRun } from './use-dry-run.ts';

type Problem = DryRun['problems'][number];

/** All that is wrong in the file: which line, which column, why, and what to do. */
export function ImportProblems(props: { readonly run: DryRun }) {
  const m = useMessages();
  const t = m.importUsers.problems;
  const { problemCount, problems } = props.run;
  return (
    <div className="flex flex-col gap-4">
      <ErrorSummary title={t.title(problemCount)} items={[{ text: t.lead }]} attempt={1} />
      <Table
        caption={t.caption}
        rows={problems}
        rowKey={(each) => `${each.line} ${each.column ?? 0} ${each.code} ${each.field ?? ''}`}
        columns={[
          { key: 'line', title: t.line, heads: true, cell: ({ line }) => t.lineOf(line) },
          { key: 'column', title: t.column, cell: (each) => <Column problem={each} /> },
          { key: 'what', title: t.what, cell: ({ message }) => message },
        ]}
      />
      {problemCount > problems.length && <p>{t.more(problemCount - problems.length)}</p>}
    </div>
  );
}

function Column({ problem: { column, field } }: { readonly problem: Problem }) {
  const m = useMessages();
  if (column === null) return field ?? '';
  const letters = m.importUsers.problems.columnOf(columnLetters(column));
  return field === null ? letters : m.common.pair(letters, field);
}
