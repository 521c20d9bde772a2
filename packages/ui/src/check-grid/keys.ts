import type { KeyboardEvent } from 'react';

/** How many rows Page Up and Page Down go. */
const page = 10;

/** Where in the table a box stands, as the table itself counts. */
interface At {
  readonly row: number;
  readonly column: number;
}

/**
 * Arrows, Home, End, Page Up and Page Down move between boxes (ARIA grid pattern). Where there is no box,
 * nothing moves.
 */
export function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const table = event.currentTarget;
  const cell = cellOf(event.target);
  if (cell === null || event.altKey || event.metaKey) return;
  const { first, last } = bounds(table);
  const at = { row: rowOf(cell).rowIndex, column: cell.cellIndex };
  const to = destination(event, at, { first, last });
  if (to === null) return;
  event.preventDefault();
  const row = table.rows[Math.min(Math.max(to.row, first.row), last.row)];
  const box = row?.cells[Math.min(Math.max(to.column, 0), last.column)]?.querySelector('input');
  box?.focus();
}

function destination(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: At,
  { first, last }: { readonly first: At; readonly last: At },
): At | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: Math.max(row - page, first.row + 1), column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: ctrlKey ? first.row + 1 : row, column: first.column };
    case 'End':
      return { row: ctrlKey ? last.row : row, column: last.column };
    default:
      return null;
  }
}

/** The heads' row is the first that has boxes; the first column of boxes is the one after the rows' heads. */
function bounds(table: HTMLTableElement): { readonly first: At; readonly last: At } {
  const heads = (table.tHead?.rows.length ?? 1) - 1;
  const last = table.rows.length - 1;
  return {
    first: { row: heads, column: 1 },
    last: { row: last, column: (table.rows[last]?.cells.length ?? 1) - 1 },
  };
}

export function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
}

export function rowOf(cell: HTMLTableCellElement): HTMLTableRowElement {
  const row = cell.closest('tr');
  if (row === null) throw new Error('A cell stands in no row.');
  return row;
}
