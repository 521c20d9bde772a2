import { parseUserId, type UserId } from '@monban/domain/id';
import { problem } from '@monban/domain/problem';
import { err, ok } from '@monban/domain/result';

import { command } from '../../operation.ts';
import { sealPins } from './prepared-pins.ts';
import { drawTemporaryPins } from './temporary-pins.ts';

interface Input {
  readonly userIds: readonly string[];
}

/** Twenty PINs: on the slowest machine a second or two of one core. */
const bounds = { min: 1, max: 10 };

/**
 * Draws and hashes temporary PINs ahead of an import, whose own act has no time for it (ADR 22). Changes nothing and
 * shows nobody a PIN, so it is no entry of the history, and nobody is told.
 */
export const prepareTemporaryPins = command({
  name: 'prepareTemporaryPins',
  may: ['ADMINISTRATOR'],
  read: ({ userIds }: Input) => {
    const read = userIds.map((userId, index) => parseUserId(userId, `userIds.${index}`));
    const problems = [
      ...(userIds.length < bounds.min || userIds.length > bounds.max
        ? [problem('userIds', 'WRONG_NUMBER_OF_ENTRIES', bounds)]
        : []),
      ...read.flatMap((each) => (each.ok ? [] : [each.error])),
    ];
    return problems.length > 0
      ? err({ code: 'INVALID_INPUT', problems } as const)
      : ok(read.flatMap((each) => (each.ok ? [each.value] : [])));
  },
  proof: { by: 'SESSION' },
  prepare: async (userIds: readonly UserId[], asked) => {
    const sealed = [];
    // One after the other: there is one permit.
    for (const userId of userIds)
      sealed.push(sealPins(await drawTemporaryPins(asked), userId, asked));
    return sealed;
  },
  act: (_act, { prepared }) => ({
    done: { __typename: 'TemporaryPinsPrepared', preparedPins: prepared } as const,
    events: [],
  }),
});
