import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { cardSheetWords } from '@monban/domain/wording/card-sheet';
import PdfKit from 'pdfkit';

import type { ShownCard } from '../new-card.ts';
import { sheetMeasures, type TableMeasures } from './sheet-measures.ts';

type Pdf = InstanceType<typeof PdfKit>;

/** BIZ UDPGothic, drawn for eyes that tire: its digits can't be taken for one another. Under the SIL Open Font License. */
const require = createRequire(import.meta.url);
const fontFiles = {
  regular:
    require.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
};

const ink = '#000000';
const faint = '#8a8a8a';
const shade = '#dfe5ec';
/** Sizes of what stands beside the cards. */
const small = { ja: 9.5, en: 9 };

const { ja, en } = cardSheetWords;
const { page, card: size, front, back, inset } = sheetMeasures;

/**
 * The card to print and cut out, on one A4 sheet, as base64. Made in memory and from what the packages bring alone: no
 * file, no system font, no line of a log ever holds a digit (R8, A9).
 */
export async function sheetPdf(card: ShownCard, now: number): Promise<string> {
  const [regular, bold] = await Promise.all([
    readFile(fontFiles.regular),
    readFile(fontFiles.bold),
  ]);
  const pdf = new PdfKit({
    size: 'A4',
    margin: 0,
    lang: 'ja',
    displayTitle: true,
    info: { Title: `${ja.card} ${card.serial}`, CreationDate: new Date(now) },
  });
  const parts: Buffer[] = [];
  const ended = new Promise<string>((done, fail) => {
    pdf.on('data', (part: Buffer) => void parts.push(part));
    pdf.once('end', () => done(Buffer.concat(parts).toString('base64')));
    pdf.once('error', fail);
  });
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  drawHead(pdf, card);
  drawCropMarks(pdf);
  drawFront(pdf, card);
  drawTable(pdf, card, sheetMeasures.backTable);
  drawCopy(pdf, card);
  pdf.end();
  return ended;
}

function drawHead(pdf: Pdf, { contractId, serial }: ShownCard): void {
  const at = { x: page.margin, width: page.width - 2 * page.margin };
  const identity = `${ja.contractId} ${en.contractId} ${contractId}    ${ja.serial} ${en.serial} ${serial}`;
  pdf.fillColor(ink).font('bold').fontSize(11).text(identity, at.x, 34, { width: at.width });
  both(pdf, 'desk', { x: at.x, y: 56, width: at.width, ...small });
  const below = front.y + size.height + 26;
  both(pdf, 'cut', { x: at.x, y: below, width: at.width, ...small });
}

/** Marks at the outer corners, outside the card, and where it is folded. */
function drawCropMarks(pdf: Pdf): void {
  const { gap, length } = sheetMeasures.crop;
  const [left, right] = [front.x, back.x + size.width];
  const [top, bottom] = [front.y, front.y + size.height];
  pdf.lineWidth(0.5).strokeColor(ink);
  for (const [x, outward] of [
    [left, -1],
    [right, 1],
  ] as const) {
    for (const [y, away] of [
      [top, -1],
      [bottom, 1],
    ] as const) {
      pdf.moveTo(x + outward * gap, y).lineTo(x + outward * (gap + length), y);
      pdf.moveTo(x, y + away * gap).lineTo(x, y + away * (gap + length));
    }
  }
  pdf.stroke();
  pdf.dash(2, { space: 2 }).strokeColor(faint);
  pdf
    .moveTo(back.x, top - gap - length)
    .lineTo(back.x, bottom + gap + length)
    .stroke()
    .undash();
}

function drawFront(pdf: Pdf, { contractId, serial }: ShownCard): void {
  const at = { x: front.x + inset, width: size.width - 2 * inset };
  pdf.rect(front.x, front.y, size.width, 25).fill(shade);
  pdf
    .fillColor(ink)
    .font('bold')
    .fontSize(13)
    .text(ja.card, at.x, front.y + 7, line);
  pdf
    .font('regular')
    .fontSize(9)
    .text(en.card, at.x + 88, front.y + 10, line);
  drawLabelled(pdf, 'contractId', contractId, at.x, front.y + 31);
  drawLabelled(pdf, 'serial', serial, at.x + 118, front.y + 31);
  const texts = { x: at.x, width: at.width, ja: 7.8, en: 6.9 };
  let y = front.y + 67;
  for (const word of ['use', 'lost', 'keepApart', 'neverAsked'] as const)
    y = both(pdf, word, { ...texts, y }) + 3.2;
}

const line = { lineBreak: false } as const;

function drawLabelled(
  pdf: Pdf,
  word: 'contractId' | 'serial',
  value: string,
  x: number,
  y: number,
): void {
  pdf.font('regular').fontSize(7).text(`${ja[word]} ${en[word]}`, x, y, line);
  pdf
    .font('bold')
    .fontSize(12.5)
    .text(value, x, y + 11, line);
}

/** Every second row shaded, thin lines between the columns: the eye keeps to its row and its column. */
function drawTable(pdf: Pdf, { columns, rows, digits }: ShownCard, at: TableMeasures): void {
  const width = at.label + columns.length * at.column;
  const bottom = at.y + (rows.length + 1) * at.row;
  rows.forEach((_, row) => {
    if (row % 2 === 0) pdf.rect(at.x, at.y + (row + 1) * at.row, width, at.row).fill(shade);
  });
  pdf.lineWidth(0.4).strokeColor(faint);
  columns.forEach((_, column) => {
    const x = at.x + at.label + column * at.column;
    pdf.moveTo(x, at.y).lineTo(x, bottom);
  });
  pdf.rect(at.x, at.y, width, bottom - at.y).stroke();
  pdf.lineWidth(0.9).strokeColor(ink);
  pdf.moveTo(at.x, at.y + at.row).lineTo(at.x + width, at.y + at.row);
  pdf
    .moveTo(at.x + at.label, at.y)
    .lineTo(at.x + at.label, bottom)
    .stroke();
  pdf.fillColor(ink).font('regular').fontSize(at.labels);
  columns.forEach((label, column) => cell(pdf, label, at, -1, column));
  rows.forEach((label, row) => {
    pdf.font('regular').fontSize(at.labels);
    centred(pdf, label, at.x, at.label, rowTop(at, row, at.labels));
    pdf.font('bold').fontSize(at.digits);
    [...(digits[row] ?? '')].forEach((digit, column) => cell(pdf, digit, at, row, column));
  });
}

function cell(pdf: Pdf, text: string, at: TableMeasures, row: number, column: number): void {
  const fontSize = row < 0 ? at.labels : at.digits;
  centred(pdf, text, at.x + at.label + column * at.column, at.column, rowTop(at, row, fontSize));
}

/** Where a line of this size begins so that its capitals stand in the middle of the row; −1: the head. */
function rowTop(at: TableMeasures, row: number, fontSize: number): number {
  return at.y + (row + 1) * at.row + (at.row - fontSize) / 2 - fontSize / 32;
}

function centred(pdf: Pdf, text: string, x: number, width: number, y: number): void {
  pdf.text(text, x + (width - pdf.widthOfString(text)) / 2, y, line);
}

function drawCopy(pdf: Pdf, card: ShownCard): void {
  const { copyHeading: top, copyTable } = sheetMeasures;
  pdf.lineWidth(0.5).strokeColor(faint).dash(4, { space: 3 });
  pdf
    .moveTo(0, top - 16)
    .lineTo(page.width, top - 16)
    .stroke()
    .undash();
  const at = { x: page.margin, width: page.width - 2 * page.margin };
  pdf.fillColor(ink).font('bold').fontSize(12);
  pdf.text(`${ja.copy} ${en.copy}    ${ja.serial} ${card.serial}`, at.x, top, line);
  both(pdf, 'copyKept', { ...at, y: top + 20, ...small });
  drawTable(pdf, card, copyTable);
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Sizes of the two languages' letters. */
  readonly ja: number;
  readonly en: number;
}

/** A text in Japanese with the English beneath; answers where the next one can begin. */
function both(pdf: Pdf, word: keyof typeof ja, at: TextPlace): number {
  pdf.fillColor(ink).font('regular').fontSize(at.ja);
  pdf.text(ja[word], at.x, at.y, { width: at.width, lineGap: 1 });
  pdf.fontSize(at.en).text(en[word], at.x, pdf.y, { width: at.width, lineGap: 0.6 });
  return pdf.y;
}
