/** In characters. Whoever has the file can try as many as they like, at 200,000 rounds each. */
export const shortestPassphrase = 8;

export type PassphraseProblemCode = 'NOT_ASCII' | 'TOO_SHORT';

/** What is wrong with what is to guard a key's file (R12); null: nothing. It never leaves the page: the API sees none. */
export function passphraseProblem(passphrase: string): PassphraseProblemCode | null {
  // Of other letters systems make different bytes.
  if (!/^[\x20-\x7e]*$/.test(passphrase)) return 'NOT_ASCII';
  return passphrase.length < shortestPassphrase ? 'TOO_SHORT' : null;
}
