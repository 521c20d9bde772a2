import { onlyProblems } from '../forms/check-new-pin.ts';
import type { CertificateWords } from '../messages/certificate.ts';
import type { Messages } from '../messages/ja.ts';

/** In characters. Whoever has the file can try as many as they like, at 200,000 rounds each. */
export const shortestPassphrase = 8;

/** What a key's file is guarded by, entered twice. */
export interface Passphrases {
  readonly passphrase: string;
  readonly passphraseAgain: string;
}

export const noPassphrases: Passphrases = { passphrase: '', passphraseAgain: '' };

/** What is wrong with a passphrase as it was typed. */
export function passphraseProblems(
  m: Messages,
  t: CertificateWords,
  { passphrase, passphraseAgain }: Passphrases,
): Partial<Record<keyof Passphrases, string>> {
  return onlyProblems({
    passphrase: problemOf(m, t, passphrase),
    passphraseAgain: againProblem(m, t, passphrase, passphraseAgain),
  });
}

function problemOf(m: Messages, t: CertificateWords, passphrase: string): string | undefined {
  if (passphrase === '') return m.common.missing(t.passphrase);
  // Of other letters systems make different bytes.
  if (!/^[\x20-\x7e]*$/.test(passphrase)) return t.notAscii;
  return passphrase.length < shortestPassphrase ? t.tooShort(shortestPassphrase) : undefined;
}

function againProblem(
  m: Messages,
  t: CertificateWords,
  passphrase: string,
  again: string,
): string | undefined {
  if (again === '') return m.common.missing(m.common.pin.again(t.passphrase));
  return again === passphrase ? undefined : t.notTheSame;
}
