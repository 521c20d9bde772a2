import type { ReactNode } from 'react';
import { AllBox, RowBox, type RowSelection, type Selectable, SelectionBar } from './selection.tsx';

export type SortDirection = 'ascending' | 'descending';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** What to say beside the title when rows can be sorted by this column. */
  readonly onSort?: (() => void) | undefined;
  readonly sorted?: SortDirection | undefined;
  readonly numeric?: boolean;
  /** Buttons: on a narrow screen they get the whole width, and need no title before them. */
  readonly acts?: boolean;
  /** The column that names the row. */
  readonly heads?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Set: rows can be selected, and a bar above says what can be done with them. */
  readonly selection?: RowSelection<Row>;
}

/**
 * A table for reading. On a narrow screen each row becomes a block with its column's title before
 * each cell; the roles are spelt out because `display: block` would take them away.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { selection, ...shown } = props;
  if (selection === undefined) return <Rows {...shown} />;
  const selectable = { ...shown, selection };
  return (
    // Whatever gets the focus isn't left behind the bar.
    <div className="flex flex-col gap-3 md:**:scroll-mt-24">
      <SelectionBar {...selectable} />
      <Rows {...shown} selectable={selectable} />
    </div>
  );
}

function Rows<Row>(
  props: Omit<TableProps<Row>, 'selection'> & { readonly selectable?: Selectable<Row> },
) {
  const { selectable } = props;
  return (
    <table role="table" className="w-full border-collapse text-dense leading-normal narrow:block">
      <caption className="sr-only">{props.caption}</caption>
      {/* Sorting is there on a narrow screen too, for whoever comes to it by keyboard: then it shows. */}
      <thead role="rowgroup" className="narrow:block narrow:not-focus-within:sr-only">
        <tr
          role="row"
          className="border-b-2 border-control text-left narrow:mb-3 narrow:flex narrow:flex-wrap"
        >
          {selectable !== undefined && (
            <th
              role="columnheader"
              scope="col"
              className="w-12 px-3 py-2 narrow:hidden print:hidden"
            >
              <AllBox {...selectable} label={selectable.selection.words.all} />
            </th>
          )}
          {props.columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="narrow:grid narrow:grid-cols-[minmax(0,1fr)] narrow:gap-3">
        {props.rows.map((row) => (
          <tr
            key={props.rowKey(row)}
            role="row"
            className={`border-b border-line hover:bg-sunken print:break-inside-avoid narrow:grid narrow:grid-cols-[minmax(0,1fr)] narrow:gap-1 narrow:rounded-8 narrow:border narrow:p-3 ${selectable?.selection.selected.has(props.rowKey(row)) === true ? 'bg-key-soft' : ''}`}
          >
            {selectable !== undefined && (
              <td role="cell" className="px-3 py-2 align-top narrow:p-0 print:hidden">
                <RowBox {...selectable} row={row} />
              </td>
            )}
            {props.columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marks = { ascending: ' ▲', descending: ' ▼' };

function HeadCell<Row>({ column }: { readonly column: Column<Row> }) {
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={column.onSort === undefined ? undefined : (column.sorted ?? 'none')}
      className={`px-3 py-2 align-middle font-bold whitespace-nowrap ${column.numeric === true ? 'text-right' : ''} ${paper(column)}`}
    >
      {column.onSort === undefined ? (
        column.title
      ) : (
        <button
          type="button"
          className="min-h-8 cursor-pointer font-bold underline decoration-dotted underline-offset-4 print:no-underline"
          onClick={column.onSort}
        >
          {column.title}
          <span aria-hidden="true">{column.sorted === undefined ? '' : marks[column.sorted]}</span>
        </button>
      )}
    </th>
  );
}

/** Nobody presses a button on paper. */
function paper({ acts }: { readonly acts?: boolean }): string {
  return acts === true ? 'print:hidden' : '';
}

function BodyCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = (
    <>
      {/* For the eye alone: a screen reader already says the column's title. */}
      <span
        aria-hidden="true"
        className={`text-sm text-subtle wide:hidden ${column.acts === true ? 'hidden' : ''}`}
      >
        {column.title}
      </span>
      <span>{column.cell(row)}</span>
    </>
  );
  const narrow = column.acts === true ? 'narrow:mt-2' : 'narrow:grid-cols-[7.5rem_minmax(0,1fr)]';
  const shape = `px-3 py-2 align-top text-left narrow:grid narrow:gap-2 narrow:p-0 ${narrow}`;
  if (column.heads === true) {
    return (
      <th role="rowheader" scope="row" className={`${shape} font-bold`}>
        {content}
      </th>
    );
  }
  return (
    <td
      role="cell"
      className={`${shape} ${column.numeric === true ? 'wide:text-right wide:tabular-nums' : ''} ${paper(column)}`}
    >
      {content}
    </td>
  );
}
