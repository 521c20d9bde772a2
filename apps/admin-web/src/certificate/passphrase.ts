import { passphraseProblem, shortestPassphrase } from '@monban/domain/passphrase';
import { onlyProblems } from '../forms/check-new-pin.ts';
import type { CertificateWords } from '../messages/certificate.ts';
import type { Messages } from '../messages/ja.ts';

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
  const found = passphraseProblem(passphrase);
  return found === null ? undefined : t.passphraseProblem[found](shortestPassphrase);
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
