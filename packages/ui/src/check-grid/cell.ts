/** One box of the grid. What can't be changed by itself says why. */
export type GridCell =
  | { readonly state: 'on' | 'off'; readonly changed?: boolean }
  | {
      /** `brought`: on because another one needs it. */
      readonly state: 'brought' | 'unavailable';
      readonly reason: string;
      readonly changed?: boolean;
    };

/** Why it can't be changed by itself, if it can't. */
export function reasonOf(cell: GridCell): string | undefined {
  return 'reason' in cell ? cell.reason : undefined;
}

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** Neighbours of one group stand under its name. */
  readonly group?: string;
}

export interface GridRow {
  /** Becomes part of an element's ID: without blanks. */
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  /** One a column, in their order. */
  readonly cells: readonly GridCell[];
}

export interface Place {
  readonly row: string;
  readonly column: string;
}

/** What a press comes to: these boxes, all on or all off. */
export interface Toggle {
  readonly cells: readonly Place[];
  readonly checked: boolean;
}

export type Whole = 'on' | 'off' | 'mixed' | 'none';

/** What a row's or a column's boxes come to, but for the unavailable ones. `none`: there are no others. */
export function wholeOf(cells: readonly GridCell[]): Whole {
  const open = cells.filter(({ state }) => state !== 'unavailable');
  const on = open.filter(({ state }) => state !== 'off').length;
  if (open.length === 0) return 'none';
  if (on === 0) return 'off';
  return on === open.length ? 'on' : 'mixed';
}

/** As long as one is off all are turned on, else all off. */
export function toggleOf(cells: readonly (Place & { readonly cell: GridCell })[]): Toggle {
  const open = cells.filter(({ cell }) => cell.state !== 'unavailable');
  const off = open.filter(({ cell }) => cell.state === 'off');
  const checked = off.length > 0;
  return { cells: (checked ? off : open).map(({ row, column }) => ({ row, column })), checked };
}
