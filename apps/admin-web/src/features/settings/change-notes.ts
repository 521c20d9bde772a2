import type { InsideMessages } from '../../messages/inside.ts';
import type { Reading } from './address-edits.ts';

/** What follows from a change of addresses beside the change itself; nothing follows from none. */
export function changeNotes(
  m: InsideMessages,
  { change, changes }: Extract<Reading, { readonly change: unknown }>,
): readonly string[] {
  const t = m.settings.change.follows;
  if (changes.length === 0) return [];
  return [
    ...change.added.map(t.added),
    ...change.backInForce.map(t.back),
    ...change.leaving.map(t.leaving),
    ...change.dropped.map(t.dropped),
    t.told,
  ];
}
