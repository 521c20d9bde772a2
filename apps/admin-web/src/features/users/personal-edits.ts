import { parseEmailAddress, parseName } from '@monban/domain/id';
import type { PersonalData } from '@monban/domain/history-event';
import type { InputProblem } from '@monban/domain/problem';
import type { Result } from '@monban/domain/result';
import type { Words } from '@monban/domain/wording/vocabulary';
import { type Confirmed, notConfirmed } from '../../forms/confirmation.tsx';

/** What of a user's data is corrected, as it was typed; null: nobody has touched it. */
export interface PersonalEdits extends Confirmed {
  readonly name: string | null;
  readonly email: string | null;
}

export const noEdits: PersonalEdits = { ...notConfirmed, name: null, email: null };

/** What the data will be. An address that was emptied is none. */
export function afterEdits(standing: PersonalData, edits: PersonalEdits): PersonalData {
  return {
    name: edits.name?.trim() ?? standing.name,
    email: edits.email === null ? standing.email : edits.email === '' ? null : edits.email,
  };
}

/** What can be known to be wrong before anything is sent. */
export function checkEdits(
  words: Words,
  { email, name }: PersonalEdits,
  labels: Readonly<Record<'name' | 'email', string>>,
): Partial<Record<'name' | 'email', string>> {
  return {
    ...(name === null ? {} : said('name', parseName(name, 'name'))),
    ...(email === null || email === '' ? {} : said('email', parseEmailAddress(email, 'email'))),
  };

  function said(field: 'name' | 'email', read: Result<unknown, InputProblem>) {
    return read.ok ? {} : { [field]: words.inputProblem(read.error, labels[field]) };
  }
}
