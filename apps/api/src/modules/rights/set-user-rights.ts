import { parseUserId, type UserId, userIdKey } from '@monban/domain/id';
import type { Service } from '@monban/domain/permission';
import { type InputProblem, problem } from '@monban/domain/problem';
import { err, ok, type Result } from '@monban/domain/result';

import { command } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { confirmation } from '../users/user-target.ts';
import { userView } from '../users/user-view.ts';
import { changeRights, loadRights } from './change-rights.ts';
import { type RightsChange, type RightsInput, readRights, readServices } from './rights-input.ts';

type ChangeInput = RightsInput & {
  readonly users: readonly { readonly userId: string; readonly expectedVersion: number }[];
};

interface Input {
  readonly changes: readonly ChangeInput[];
  readonly confirmationPin: Pin;
}

/** A user as the input names them. */
interface Named {
  readonly path: string;
  readonly id: Result<UserId, InputProblem>;
  readonly expectedVersion: number;
}

const bounds = { min: 1, max: 100 };

/** Gives many users other rights in one act: all of them, or nobody (R13, R14). */
export const setUserRights = command({
  name: 'setUserRights',
  may: ['ADMINISTRATOR'],
  read: async ({ changes, confirmationPin }: Input, asked) => {
    const services = await readServices(asked);
    const read = changes.map((change, index) => readChange(change, services, `changes.${index}.`));
    const problems = [
      ...read.flatMap(({ rights }) => (rights.ok ? [] : rights.error)),
      ...whoProblems(read.flatMap(({ named }) => named)),
    ];
    if (problems.length > 0) return err({ code: 'INVALID_INPUT', problems });
    return ok({ changes: read.flatMap(asChange), confirmationPin });
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

type ReadChange = ReturnType<typeof readChange>;

function readChange({ users, ...rights }: ChangeInput, services: readonly Service[], path: string) {
  const named = users.map(({ userId, expectedVersion }, place): Named => {
    const at = `${path}users.${place}.userId`;
    return { path: at, id: parseUserId(userId, at), expectedVersion };
  });
  return { path, named, rights: readRights(rights, services, path) };
}

function asChange({ path, named, rights }: ReadChange): readonly RightsChange[] {
  const users = named.flatMap(({ id, expectedVersion }) =>
    id.ok ? [{ userId: id.value, expectedVersion }] : [],
  );
  return rights.ok ? [{ users, rights: rights.value, path }] : [];
}

/** One act names 1–100 users, and each of them once. */
function whoProblems(named: readonly Named[]): readonly InputProblem[] {
  if (named.length < bounds.min || named.length > bounds.max)
    return [problem('changes', 'WRONG_NUMBER_OF_ENTRIES', bounds)];
  const keys = named.map(({ id }) => (id.ok ? userIdKey(id.value) : null));
  return named.flatMap(({ path, id }, index) => {
    if (!id.ok) return [id.error];
    return keys.indexOf(userIdKey(id.value)) < index ? [problem(path, 'NAMED_TWICE')] : [];
  });
}
