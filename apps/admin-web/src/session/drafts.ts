/**
 * What was typed into forms and not sent, for the time when a session ends in the middle of it. In
 * this page's memory only, never in any storage; a form never hands a PIN over to it.
 */
export type Draft = Readonly<Record<string, unknown>>;

let owner: string | null = null;
const drafts = new Map<string, Draft>();

/** Somebody is there (again). What another person typed is gone for good. */
export function draftsBelongTo(person: string): void {
  if (owner !== person) drafts.clear();
  owner = person;
}

export function keepDraft(form: string, draft: Draft): void {
  drafts.set(form, draft);
}

export function draftOf(form: string): Draft | undefined {
  return drafts.get(form);
}

export function dropDraft(form: string): void {
  drafts.delete(form);
}

/** At log off. */
export function dropAllDrafts(): void {
  owner = null;
  drafts.clear();
}
