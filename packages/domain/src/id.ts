import type { Branded } from './brand.ts';
import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** ご契約先ID (R1): 11 ASCII digits, kept as text, since leading zeros count. */
export type ContractId = Branded<string, 'ContractId'>;

/** 利用者ID (R1): 1–30 ASCII letters and digits, the letters as entered. */
export type UserId = Branded<string, 'UserId'>;

/** A person's or company's name: 1–60 code points on one line, no blank at either end. */
export type Name = Branded<string, 'Name'>;

/** An ASCII address of at most 254 characters that cannot break a mail's header. */
export type EmailAddress = Branded<string, 'EmailAddress'>;

/**
 * An account's number as the bank writes it: 1–34 (IBAN's length) ASCII letters and digits, with
 * single hyphens between them.
 */
export type AccountNumber = Branded<string, 'AccountNumber'>;

const contractIdLength = 11;
const userIdBounds = { min: 1, max: 30 };
const nameBounds = { min: 1, max: 60 };
const emailBounds = { min: 3, max: 254 };
const accountNumberBounds = { min: 1, max: 34 };

/**
 * Reads a contract ID (R1). ASCII alone counts: full-width and Arabic digits, blanks and signs are
 * refused rather than converted, so that two spellings never name one contract.
 */
export function parseContractId(text: string, path: string): Result<ContractId, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  if (!/^[0-9]+$/.test(text)) return err(problem(path, 'NOT_DIGITS'));
  if (text.length !== contractIdLength) {
    const bounds = { min: contractIdLength, max: contractIdLength };
    return err(problem(path, 'WRONG_LENGTH', bounds));
  }
  return ok(text as ContractId);
}

/** The last 3 digits: all of a contract ID that a mail may show. */
export function contractIdTail(id: ContractId): string {
  return id.slice(-3);
}

/** Reads a user ID (R1), keeping the letters as they were entered. */
export function parseUserId(text: string, path: string): Result<UserId, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  if (!/^[A-Za-z0-9]+$/.test(text)) return err(problem(path, 'NOT_LETTERS_OR_DIGITS'));
  if (text.length > userIdBounds.max) return err(problem(path, 'TOO_LONG', userIdBounds));
  return ok(text as UserId);
}

/**
 * What user IDs are unique and found by (R1): ASCII lower case. The parser let only ASCII through,
 * so there is no U+212A or U+017F that lower-casing could turn into somebody else's letter.
 */
export function userIdKey(id: UserId): string {
  return id.toLowerCase();
}

/**
 * Reads a name and drops the blanks around it. It isn't normalised: NFC would replace ideographs
 * (神 U+FA19 by 神 U+795E) that people insist on in their names.
 */
export function parseName(text: string, path: string): Result<Name, InputProblem> {
  // Before trimming, which would take a line break at the end away unseen.
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return err(problem(path, 'CONTROL_CHARACTER'));
  // Format characters (bidi overrides, zero-width ones) and halves of surrogate pairs.
  if (/[\p{Cf}\p{Cs}]/u.test(text)) return err(problem(path, 'INVISIBLE_CHARACTER'));
  const name = text.trim();
  if (name === '') return err(problem(path, 'REQUIRED'));
  if ([...name].length > nameBounds.max) return err(problem(path, 'TOO_LONG', nameBounds));
  return ok(name as Name);
}

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const addrSpec = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+[A-Za-z]{2,63}$`);

/**
 * Reads a mail address: RFC 5321's dot-string before the @ (at most 64), host names of two labels
 * and more behind it. Quoted local parts, comments and address literals are refused: nobody has
 * them, and they are how headers are broken (A23).
 */
export function parseEmailAddress(text: string, path: string): Result<EmailAddress, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  if (text.length > emailBounds.max) return err(problem(path, 'TOO_LONG', emailBounds));
  if (!addrSpec.test(text) || text.indexOf('@') > 64) {
    return err(problem(path, 'NOT_AN_EMAIL_ADDRESS'));
  }
  return ok(text as EmailAddress);
}

/**
 * Reads an account number, keeping the letters as they were entered. Monban holds no accounts:
 * whether there is such a one, the bank knows.
 */
export function parseAccountNumber(
  text: string,
  path: string,
): Result<AccountNumber, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  if (text.length > accountNumberBounds.max) {
    return err(problem(path, 'TOO_LONG', accountNumberBounds));
  }
  return /^[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*$/.test(text)
    ? ok(text as AccountNumber)
    : err(problem(path, 'NOT_AN_ACCOUNT_NUMBER'));
}

/** 受付番号, the desk's own number of a piece of paper or a call: one line, at most 60 characters. */
export function parseReference(text: string, path: string): Result<string, InputProblem> {
  return parseName(text, path);
}

/**
 * Full-width letters and digits made half-width, everything else left alone. For input fields of
 * the web application only: the API refuses what isn't ASCII.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}
