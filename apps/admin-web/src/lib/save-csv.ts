/** By which spreadsheets know that a file is UTF-8, also those that would take it for Shift_JIS. */
const byteOrderMark = '\ufeff';

/** Hands the browser a CSV file to keep, under this name. */
export function saveCsv(csv: string, name: string): void {
  const address = URL.createObjectURL(
    new Blob([byteOrderMark, csv], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Once the browser has taken it up, with its name.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
