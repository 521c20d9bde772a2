import { saveFile } from './save-file.ts';

/** By which spreadsheets know that a file is UTF-8, also those that would take it for Shift_JIS. */
const byteOrderMark = '\ufeff';

/** Hands the browser a CSV file to keep, under this name. */
export function saveCsv(csv: string, name: string): void {
  saveFile([byteOrderMark, csv], 'text/csv;charset=utf-8', name);
}
