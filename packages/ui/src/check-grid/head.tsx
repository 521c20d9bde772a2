import { type GridCell, type GridColumn, type GridRow, wholeOf } from './cell.ts';
import { WholeBox } from './whole-box.tsx';

interface HeadProps {
  readonly id: string;
  /** The title of the rows' heads. */
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly stop: number | null;
}

/** The names of the groups, and below them each column's name with the box for the whole of it. */
export function Head(props: HeadProps) {
  const { columns, corner, id, rows } = props;
  const groups = groupsOf(columns);
  return (
    <thead className="sticky top-0 z-2 print:static">
      {groups.some(({ title }) => title !== undefined) && (
        <tr>
          <td role="gridcell" className={cornerClass} />
          {groups.map((group, index) => (
            <th
              key={group.key}
              scope="colgroup"
              role="columnheader"
              colSpan={group.size}
              className={`border-line bg-surface px-1 pt-2 align-bottom text-sm leading-tight font-bold max-sm:text-left ${index > 0 ? 'border-l' : ''}`}
            >
              {group.title}
            </th>
          ))}
        </tr>
      )}
      <tr>
        <th
          scope="col"
          role="columnheader"
          className={`${cornerClass} border-b-2 border-b-control px-2 pb-2 text-left align-bottom`}
        >
          {corner}
        </th>
        {columns.map((column, index) => (
          <th
            key={column.key}
            scope="col"
            role="columnheader"
            className={`border-b-2 border-control bg-surface px-0.5 pt-1 pb-2 align-bottom text-sm font-normal ${index > 0 && column.group !== columns[index - 1]?.group ? 'border-l border-l-line' : ''}`}
          >
            <span className="flex flex-col items-center gap-1 leading-tight">
              <span id={`${id}-column-${column.key}`} className="print:[writing-mode:vertical-rl]">
                {column.group !== undefined && <span className="sr-only">{column.group}</span>}{' '}
                {column.title}
              </span>
              <WholeBox
                whole={wholeOf(cellsOf(rows, index))}
                labelledBy={`${id}-column-${column.key} ${id}-whole`}
                stop={props.stop === index}
              />
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

const cornerClass = 'sticky left-0 z-1 border-r border-r-line bg-surface print:static';

function cellsOf(rows: readonly GridRow[], column: number): readonly GridCell[] {
  return rows.flatMap((row) => row.cells[column] ?? []);
}

interface Group {
  readonly key: string;
  readonly title: string | undefined;
  readonly size: number;
}

function groupsOf(columns: readonly GridColumn[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { group, key } of columns) {
    const last = groups.at(-1);
    if (last !== undefined && last.title === group) {
      groups.splice(-1, 1, { ...last, size: last.size + 1 });
    } else groups.push({ key, title: group, size: 1 });
  }
  return groups;
}
