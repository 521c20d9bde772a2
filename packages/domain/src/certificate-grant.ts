import type { Branded } from './brand.ts';
import { certificateDays } from './certificate.ts';
import { afterDays, type Instant } from './instant.ts';
import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** Until when a retrieval code that is given out now can be used. */
export function retrievalUntil(now: Instant): Instant {
  return afterDays(now, certificateDays.toFetch);
}

/** Whether a retrieval code can still be used. */
export function grantStands({ until }: { readonly until: Instant }, now: Instant): boolean {
  return now < until;
}

/**
 * What a grant answers a signing request: the first one that comes with a certificate, and the same again, whose answer
 * may have got lost, with the same one; null: it is over, or was spent on another.
 * @param hash the request's, spelled as the grant's is
 */
export function grantAnswers(
  grant: {
    readonly until: Instant;
    /** The hash of the request that it answered; null: none came yet. */
    readonly requestHash: string | null;
  },
  hash: string,
  now: Instant,
): 'FIRST' | 'AGAIN' | null {
  if (!grantStands(grant, now)) return null;
  if (grant.requestHash === null) return 'FIRST';
  return grant.requestHash === hash ? 'AGAIN' : null;
}

/** What answers a grant once: 28 letters and digits in groups of four, of which 100 bits are drawn. */
export type RetrievalCode = Branded<string, 'RetrievalCode'>;

/** Neither I nor L, O nor U: nobody takes one for another (Crockford's base 32). */
export const retrievalLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const retrievalLength = 28;

/** Reads a retrieval code as it is typed: hyphens, blanks and small letters are no errors, nor are I, L and O. */
export function parseRetrievalCode(
  text: string,
  path: string,
): Result<RetrievalCode, InputProblem> {
  const plain = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  if (plain === '') return err(problem(path, 'REQUIRED'));
  const fits =
    plain.length === retrievalLength && [...plain].every((each) => retrievalLetters.includes(each));
  return fits ? ok(plain as RetrievalCode) : err(problem(path, 'NOT_A_RETRIEVAL_CODE'));
}

/** `ABCD-EFGH-…`, as it is shown. */
export function retrievalCodeText(code: RetrievalCode): string {
  return code.match(/.{4}/g)?.join('-') ?? '';
}
