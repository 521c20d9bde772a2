/** Hands the browser a file to keep, under this name. */
export function saveFile(parts: readonly BlobPart[], type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Once the browser has taken it up, with its name.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
