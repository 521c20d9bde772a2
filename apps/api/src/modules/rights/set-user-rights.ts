import { parseUserId, userIdKey } from '@monban/domain/id';
import { type InputProblem, problem } from '@monban/domain/problem';
import { err, ok } from '@monban/domain/result';

import { command } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { confirmation } from '../users/user-target.ts';
import { userView } from '../users/user-view.ts';
import { changeRights, loadRights } from './change-rights.ts';
import { type RightsChange, type RightsInput, readRights, readServices } from './rights-input.ts';

interface Input {
  readonly changes: readonly (RightsInput & {
    readonly users: readonly { readonly userId: string; readonly expectedVersion: number }[];
  })[];
  readonly confirmationPin: Pin;
}

const bounds = { min: 1, max: 100 };

/** Gives many users other rights in one act: all of them, or nobody (R13, R14). */
export const setUserRights = command({
  name: 'setUserRights',
  may: ['ADMINISTRATOR'],
  read: async ({ changes, confirmationPin }: Input, asked) => {
    const services = await readServices(asked);
    const problems: InputProblem[] = [];
    const read: RightsChange[] = [];
    changes.forEach((change, index) => {
      const path = `changes.${index}.`;
      const rights = readRights(change, services, path);
      if (!rights.ok) problems.push(...rights.error);
      const users = change.users.flatMap(({ userId, expectedVersion }, place) => {
        const id = parseUserId(userId, `${path}users.${place}.userId`);
        if (!id.ok) problems.push(id.error);
        return id.ok ? [{ userId: id.value, expectedVersion }] : [];
      });
      if (rights.ok) read.push({ users, rights: rights.value, path });
    });
    problems.push(...whoProblems(read));
    return problems.length > 0
      ? err({ code: 'INVALID_INPUT', problems })
      : ok({ changes: read, confirmationPin });
  },
  load: (queries, contractId, { changes }) => loadRights(queries, contractId, changes),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered, loaded }) => {
    const decision = changeRights(act, entered.changes, loaded);
    if ('refused' in decision) return decision;
    return {
      done: {
        __typename: 'UserRightsSet',
        users: decision.done.map((user) => userView(act.contract, user, act.now)),
      } as const,
      events: decision.events,
    };
  },
});

/** One act names 1–100 users, and each of them once. */
function whoProblems(changes: readonly RightsChange[]): readonly InputProblem[] {
  const named = changes.flatMap(({ users, path }) =>
    users.map(({ userId }, place) => ({ key: userIdKey(userId), path: `${path}users.${place}` })),
  );
  if (named.length < bounds.min || named.length > bounds.max)
    return [problem('changes', 'WRONG_NUMBER_OF_ENTRIES', bounds)];
  const keys = named.map(({ key }) => key);
  return named
    .filter(({ key }, index) => keys.indexOf(key) < index)
    .map(({ path }) => problem(`${path}.userId`, 'NAMED_TWICE'));
}
