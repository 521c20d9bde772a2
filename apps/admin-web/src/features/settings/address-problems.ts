import type { Words } from '@monban/domain/wording/vocabulary';
import type { InsideMessages } from '../../messages/inside.ts';
import {
  type AddressValues,
  fieldOfPath,
  newFields,
  type Reading,
  type Wanted,
} from './address-edits.ts';

type Problems = Partial<Record<keyof AddressValues, string>>;

/** What is wrong with the addresses as they are to be, each at its field; null: nothing that a page can know. */
export function addressProblems(
  m: InsideMessages,
  { inputProblem, obstacle }: Words,
  wanted: readonly Wanted[],
  reading: Reading,
): Problems | null {
  const t = m.settings;
  if ('refused' in reading) return { toggled: obstacle(reading.refused) };
  if ('change' in reading) return reading.changes.length > 0 ? null : { toggled: t.change.nothing };
  const found = reading.problems.map((each) => {
    const field = fieldOfPath(wanted, each.path);
    const position = newFields.findIndex((one) => one === field) + 1;
    const label = position === 0 ? t.addresses.title : t.change.newAddress(position);
    return [field, inputProblem(each, label)] as const;
  });
  return Object.fromEntries(found) as Problems;
}
