/** A customer card as it is shown, once (R8). */
export interface CardShown {
  readonly serial: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row, one digit a column. */
  readonly digits: readonly string[];
}

/** The table on the back of the card, to read one-time passwords off (R7). */
export function cardTable({ serial, columns, rows, digits }: CardShown): readonly string[] {
  const line = (label: string, cells: readonly string[]): string =>
    `  ${label}  ${cells.join('  ')}`;
  return [
    `Card ${serial}`,
    line(' ', columns),
    ...rows.map((row, index) => line(row, [...(digits[index] ?? '')])),
  ];
}
