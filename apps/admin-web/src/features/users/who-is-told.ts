import type { InsideMessages } from '../../messages/inside.ts';

/** Who gets mail of an act on a user (R10), in words: by the address the user had, and has then. */
export function whoIsTold(
  { users: { told } }: InsideMessages,
  before: string | null,
  after: string | null,
): readonly string[] {
  if (before === null && after === null) return [told.contract];
  if (before === null || before === after) return [told.contract, told.user];
  return [told.contract, ...(after === null ? [] : [told.both]), told.leaving];
}
