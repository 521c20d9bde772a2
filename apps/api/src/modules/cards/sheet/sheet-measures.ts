/**
 * How the sheet is laid out, in points of 1/72 inch. The card is an ID-1 card (ISO/IEC 7810), 85.60 × 53.98 mm. Its
 * digits are set in 11 points, larger than a newspaper's 9 to 10; of the copy below it in 20, a large-print book's 18
 * and more.
 */
const millimetre = 72 / 25.4;

export interface TableMeasures {
  /** The upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Of the column with the rows' labels. */
  readonly label: number;
  readonly column: number;
  readonly row: number;
  readonly digits: number;
  readonly labels: number;
}

const page = { width: 210 * millimetre, height: 297 * millimetre, margin: 42 };
const card = { width: 85.6 * millimetre, height: 53.98 * millimetre };
/** Both sides beside each other: folded in the middle they are one card. */
const front = { x: (page.width - 2 * card.width) / 2, y: 118 };
const back = { x: front.x + card.width, y: front.y };
/** Inside the card, on every side. */
const inset = 8;
const copy = { y: 408, label: 41, column: 47 };

export const sheetMeasures = {
  page,
  card,
  front,
  back,
  inset,
  /** Crop marks: how long, and how far from the corner. */
  crop: { length: 13, gap: 4 },
  copyHeading: 350,
  backTable: {
    x: back.x + inset,
    y: back.y + inset,
    label: 18,
    column: (card.width - 2 * inset - 18) / 10,
    row: (card.height - 2 * inset) / 11,
    digits: 11,
    labels: 10,
  },
  copyTable: {
    x: (page.width - copy.label - 10 * copy.column) / 2,
    y: copy.y,
    label: copy.label,
    column: copy.column,
    row: 35,
    digits: 20,
    labels: 17,
  },
} as const satisfies Record<string, unknown> & {
  readonly backTable: TableMeasures;
  readonly copyTable: TableMeasures;
};
