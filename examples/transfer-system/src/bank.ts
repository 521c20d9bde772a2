import type { Journal } from './journal.ts';
import type { Monban } from './monban.ts';
import type { Tokens } from './token.ts';

/** What the transfer system works with. */
export interface Bank {
  readonly monban: Monban;
  readonly tokens: Tokens;
  readonly journal: Journal;
  readonly patienceSeconds: number;
}

/** What has become of a transfer by now. Whatever it is, to carry on later is right. */
export type Outcome =
  | { readonly is: 'PAID' }
  /** Monban said no. Nothing is reserved; the person may ask for it again. */
  | { readonly is: 'REFUSED'; readonly code: string; readonly message: string }
  /** Nothing was authorised, and only the person's PIN can change that. */
  | { readonly is: 'WAITS_FOR_PERSON' }
  /** Monban could not be reached for too long. */
  | { readonly is: 'UNANSWERED' };

export function refused(refusal: { readonly code: string; readonly message: string }): Outcome {
  const { code, message } = refusal;
  return { is: 'REFUSED', code, message };
}
