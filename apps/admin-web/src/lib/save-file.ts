/** Has the browser save a text as a file, as if it were a download. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file, and its name, up after this turn; a minute is enough even for a slow disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
