import { useId, useState } from 'react';
import { type GridColumn, type GridRow, type Toggle, toggleOf } from './cell.ts';
import { Head } from './head.tsx';
import { cellOf, moveFocus, rowOf } from './keys.ts';
import { Legend, type LegendWords } from './legend.tsx';
import { descriptionOf, Row } from './row.tsx';

export type { GridCell, GridColumn, GridRow, Toggle } from './cell.ts';

export interface CheckGridWords extends LegendWords {
  /** The title of the rows' heads. */
  readonly corner: string;
  /** 「すべて」: said after a row's or a column's name of the box that stands for all of it. */
  readonly whole: string;
}

export interface CheckGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly words: CheckGridWords;
  /** A box, or the boxes of a whole row or column that it was pressed for. What comes along is the page's to say. */
  readonly onToggle: (toggle: Toggle) => void;
}

/** Where the tab stop is: null is the row of heads, -1 the column of heads. */
interface Stop {
  readonly row: string | null;
  readonly column: number;
}

/**
 * Boxes in rows and columns, of which there may be thousands: one tab stop, arrows from box to box, the
 * heads stay in sight. What is said of the box in focus stands below. Without rows there is nothing: the
 * page says so.
 */
export function CheckGrid(props: CheckGridProps) {
  const { columns, rows, words } = props;
  const id = useId();
  const [reached, setReached] = useState<Stop | null>(null);
  const [first] = rows;
  if (first === undefined) return null;
  const stop = stillThere(reached, props) ?? { row: first.key, column: 0 };
  return (
    <div className="flex flex-col gap-3">
      <div className="max-h-[80dvh] scroll-pt-28 scroll-pl-32 overflow-auto rounded-8 border border-line sm:scroll-pl-52 print:max-h-none print:overflow-visible">
        <table
          // A table that is worked in: so the ARIA grid pattern wants it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={props.label}
          className="w-min min-w-full table-fixed border-separate border-spacing-0 text-center print:w-full print:text-sm"
          onKeyDown={moveFocus}
          onFocus={(event) => setReached(stopOf(event.target))}
          onClick={(event) => {
            // The whole cell is as good as its box.
            if (event.target instanceof HTMLTableCellElement) pressIn(event.target);
          }}
          onChange={(event) => {
            const toggle = pressed(event.target, props);
            if (toggle !== null && toggle.cells.length > 0) props.onToggle(toggle);
          }}
        >
          <colgroup>
            <col className="w-32 sm:w-52 print:w-36" />
            {columns.map(({ key }) => (
              <col key={key} className="w-16 print:w-auto" />
            ))}
          </colgroup>
          <Head
            id={id}
            corner={words.corner}
            columns={columns}
            rows={rows}
            stop={stop.row === null ? stop.column : null}
          />
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.key}
                id={id}
                row={row}
                columns={columns}
                stop={stop.row === row.key ? stop.column : null}
                changed={words.changed}
              />
            ))}
          </tbody>
        </table>
      </div>
      <span id={`${id}-whole`} hidden>
        {words.whole}
      </span>
      <InFocus {...props} stop={reached === null ? null : stop} />
      <Legend words={words} />
    </div>
  );
}

/** For the eye, which may have lost the heads; a screen reader hears the same from the box itself. */
function InFocus(props: CheckGridProps & { readonly stop: Stop | null }) {
  const { stop } = props;
  const row = props.rows.find(({ key }) => key === stop?.row);
  const column = props.columns[stop?.column ?? -1];
  const cell = row?.cells[stop?.column ?? -1];
  const names = [row?.title, column?.group, column?.title].filter((name) => name !== undefined);
  return (
    <p aria-hidden="true" className="min-h-7 print:hidden">
      <strong className="mr-3">{names.join(' · ')}</strong>
      {cell !== undefined && descriptionOf(cell, props.words.changed)}
    </p>
  );
}

function stillThere(stop: Stop | null, { columns, rows }: CheckGridProps): Stop | null {
  if (stop === null || stop.column >= columns.length) return null;
  return stop.row === null || rows.some(({ key }) => key === stop.row) ? stop : null;
}

function stopOf(target: EventTarget): Stop | null {
  const cell = cellOf(target);
  if (cell === null) return null;
  return { row: rowOf(cell).dataset['row'] ?? null, column: cell.cellIndex - 1 };
}

function isFixed(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('aria-disabled') === 'true';
}

function pressIn(cell: HTMLTableCellElement): void {
  const box = cell.querySelector('input');
  box?.focus();
  box?.click();
}

/** What the press of this box asks for; null: nothing, it can't be changed by itself. */
function pressed(target: EventTarget, { columns, rows }: CheckGridProps): Toggle | null {
  const stop = stopOf(target);
  if (stop === null || isFixed(target)) return null;
  const chosen = stop.row === null ? rows : rows.filter(({ key }) => key === stop.row);
  return toggleOf(
    chosen.flatMap((row) =>
      columns.flatMap(({ key }, index) => {
        const cell = row.cells[index];
        const meant = stop.column === -1 || stop.column === index;
        return meant && cell !== undefined ? [{ row: row.key, column: key, cell }] : [];
      }),
    ),
  );
}
