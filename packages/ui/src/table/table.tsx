import type { ReactNode } from 'react';

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

/**
 * A table for reading. On a narrow screen each row becomes a block with its column's title before
 * each cell; the roles are spelt out because `display: block` would take them away.
 */
export function Table<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}) {
  return (
    <table
      role="table"
      className="w-full border-collapse text-[0.9375rem] leading-normal max-md:block"
    >
      <caption className="sr-only">{props.caption}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b-2 border-control text-left">
          {props.columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:grid max-md:grid-cols-[minmax(0,1fr)] max-md:gap-3">
        {props.rows.map((row) => (
          <tr
            key={props.rowKey(row)}
            role="row"
            className="border-b border-line hover:bg-sunken max-md:grid max-md:grid-cols-[minmax(0,1fr)] max-md:gap-1 max-md:rounded-8 max-md:border max-md:p-3"
          >
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
      className={`px-3 py-2 align-middle font-bold whitespace-nowrap ${column.numeric === true ? 'text-right' : ''}`}
    >
      {column.onSort === undefined ? (
        column.title
      ) : (
        <button
          type="button"
          className="min-h-8 cursor-pointer font-bold underline decoration-dotted underline-offset-4"
          onClick={column.onSort}
        >
          {column.title}
          <span aria-hidden="true">{column.sorted === undefined ? '' : marks[column.sorted]}</span>
        </button>
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = (
    <>
      {/* For the eye alone: a screen reader already says the column's title. */}
      <span
        aria-hidden="true"
        className={`text-sm text-subtle md:hidden ${column.acts === true ? 'hidden' : ''}`}
      >
        {column.title}
      </span>
      <span>{column.cell(row)}</span>
    </>
  );
  const narrow = column.acts === true ? 'max-md:mt-2' : 'max-md:grid-cols-[7.5rem_minmax(0,1fr)]';
  const shape = `px-3 py-2 align-top text-left max-md:grid max-md:gap-2 max-md:p-0 ${narrow}`;
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
      className={`${shape} ${column.numeric === true ? 'md:text-right md:tabular-nums' : ''}`}
    >
      {content}
    </td>
  );
}
