import { memo } from 'react';
import { type GridCell, type GridColumn, type GridRow, reasonOf, wholeOf } from './cell.ts';
import { WholeBox } from './whole-box.tsx';

export interface RowProps {
  /** Prefix of all IDs of the grid. */
  readonly id: string;
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  /** The column whose box is the grid's tab stop, -1 for the row's head; null: it is in another row. */
  readonly stop: number | null;
  /** Said of what is changed. */
  readonly changed: string;
}

/**
 * A row is drawn anew only when something in it differs, whoever made the new arrays: with 99 rows that is
 * the difference between one press and a wait. So it gets no functions; the table listens for all.
 */
export const Row = memo(function Row(props: RowProps) {
  const { columns, id, row } = props;
  const titleId = `${id}-row-${row.key}`;
  return (
    <tr data-row={row.key} className="group print:break-inside-avoid">
      <th
        scope="row"
        role="rowheader"
        className="sticky left-0 z-1 border-r border-b border-line bg-surface px-1 py-1 text-left sm:px-2 font-normal group-hover:bg-sunken print:static"
      >
        <span className="flex items-center gap-1 max-sm:text-sm sm:gap-2">
          <WholeBox
            whole={wholeOf(row.cells)}
            labelledBy={`${titleId} ${id}-whole`}
            stop={props.stop === -1}
          />
          <span className="flex min-w-0 flex-col leading-snug">
            <span id={titleId} className="font-bold">
              {row.title}
            </span>
            {row.note !== undefined && <span className="text-sm text-subtle">{row.note}</span>}
          </span>
        </span>
      </th>
      {columns.map((column, index) => (
        <Cell
          key={column.key}
          cell={row.cells[index]}
          labelledBy={`${titleId} ${id}-column-${column.key}`}
          stop={props.stop === index}
          changed={props.changed}
          begins={index > 0 && column.group !== columns[index - 1]?.group}
        />
      ))}
    </tr>
  );
}, isSame);

/** Native where it can be pressed; drawn by hand where it can't, so that it shows without colour too. */
export const looks: Record<GridCell['state'], string> = {
  on: 'accent-key cursor-pointer',
  off: 'accent-key cursor-pointer',
  brought:
    "grid appearance-none place-content-center rounded-4 border-2 border-dashed border-key print:border leading-none font-bold text-key before:content-['✓']",
  unavailable:
    "grid appearance-none place-content-center leading-none text-subtle before:content-['–']",
};

function Cell(props: {
  readonly cell: GridCell | undefined;
  readonly labelledBy: string;
  readonly stop: boolean;
  readonly changed: string;
  readonly begins: boolean;
}) {
  const { cell } = props;
  const side = props.begins ? 'border-l' : '';
  if (cell === undefined) return <td role="gridcell" className={`border-b border-line ${side}`} />;
  const changed = cell.changed === true;
  return (
    <td
      role="gridcell"
      className={`relative h-11 border-b print:h-8 border-line p-0 ${side} ${changed ? changedClass : 'group-hover:bg-sunken'}`}
    >
      <input
        type="checkbox"
        className={`mx-auto block size-6 print:size-4 print:text-xs ${looks[cell.state]}`}
        aria-labelledby={props.labelledBy}
        aria-disabled={reasonOf(cell) === undefined ? undefined : true}
        title={descriptionOf(cell, props.changed)}
        tabIndex={props.stop ? 0 : -1}
        checked={cell.state === 'on' || cell.state === 'brought'}
        // The table hears it.
        onChange={() => undefined}
      />
    </td>
  );
}

/** Ground and mark: one for the eye, the other also where grounds are not shown. */
export const changedClass =
  "bg-warning-soft after:absolute after:top-0 after:right-0.5 after:text-sm after:leading-none after:font-bold after:text-warning after:content-['*']";

/** What is said of a box besides its name and its state. */
export function descriptionOf(cell: GridCell, changed: string): string | undefined {
  const parts = [cell.changed === true ? changed : undefined, reasonOf(cell)];
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}

function isSame(before: RowProps, after: RowProps): boolean {
  return (
    before.stop === after.stop &&
    before.changed === after.changed &&
    before.row.key === after.row.key &&
    before.row.title === after.row.title &&
    before.row.note === after.row.note &&
    areSame(before.columns, after.columns, isSameColumn) &&
    areSame(before.row.cells, after.row.cells, isSameCell)
  );
}

function areSame<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSameItem: (before: Item, after: Item) => boolean,
): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  return before.every((item, index) => {
    const other = after[index];
    return other !== undefined && isSameItem(item, other);
  });
}

function isSameColumn(before: GridColumn, after: GridColumn): boolean {
  return before.key === after.key && before.title === after.title && before.group === after.group;
}

function isSameCell(before: GridCell, after: GridCell): boolean {
  return (
    before.state === after.state &&
    before.changed === after.changed &&
    reasonOf(before) === reasonOf(after)
  );
}
