/** A guarantee's number, on a line of its own: it is to be read, not only asserted. */
export function figure(row: string, text: string): void {
  process.stdout.write(`${row}: ${text}\n`);
}
