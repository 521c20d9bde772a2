import { longestPem } from '@monban/domain/certificate';
import { parseRetrievalCode } from '@monban/domain/certificate-grant';
import type { Locale } from '@monban/domain/locale';
import { problem } from '@monban/domain/problem';
import { problemWords } from '@monban/domain/wording/problem-words';
import { type Passphrases, passphraseProblems } from '../../certificate/passphrase.ts';
import { onlyProblems } from '../../forms/check-new-pin.ts';
import type { CertificateWords } from '../../messages/certificate.ts';
import type { Messages } from '../../messages/ja.ts';

/** Where the key is made: on this page, or it was elsewhere. */
export const keyWays = ['HERE', 'OWN'] as const;

export interface FetchValues extends Passphrases {
  readonly code: string;
  readonly way: (typeof keyWays)[number];
  /** The signing request of whoever has a key of their own. */
  readonly request: string;
}

/** What the page can know is wrong before anything is sent. */
export function fetchProblems(
  m: Messages,
  t: CertificateWords,
  locale: Locale,
  values: FetchValues,
): Partial<Record<keyof FetchValues, string>> {
  const words = problemWords(locale);
  const code = parseRetrievalCode(values.code, 'retrievalCode');
  const entered = onlyProblems({ code: code.ok ? undefined : words.inputProblem(code.error) });
  if (values.way === 'HERE') return { ...entered, ...passphraseProblems(m, t, values) };
  const request = values.request.trim();
  const unread = problem(
    'certificateRequest',
    request === '' ? 'REQUIRED' : 'NOT_A_SIGNING_REQUEST',
  );
  const fits = request.includes('CERTIFICATE REQUEST') && request.length <= longestPem;
  return {
    ...entered,
    ...onlyProblems({ request: fits ? undefined : words.inputProblem(unread) }),
  };
}
