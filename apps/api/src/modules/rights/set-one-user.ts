import type { EnteredLimit } from '@monban/domain/limit';
import type { Permission } from '@monban/domain/permission';
import { ok } from '@monban/domain/result';

import { command } from '../../operation.ts';
import { confirmation, type VersionedTargetInput } from '../users/user-target.ts';
import { userView } from '../users/user-view.ts';
import { changeRights, loadRights } from './change-rights.ts';
import { type RightsInput, readOneChange, readServices } from './rights-input.ts';

/** The three acts on one user differ in which of the rights they take, and in what they answer. */
function settingOne<Input extends VersionedTargetInput & RightsInput, Typename extends string>(
  name: string,
  typename: Typename,
) {
  return command({
    name,
    may: ['ADMINISTRATOR'],
    read: async (input: Input, asked) => {
      const read = readOneChange(input, await readServices(asked));
      return read.ok ? ok({ changes: [read.value], confirmationPin: input.confirmationPin }) : read;
    },
    load: (queries, contractId, { changes }) => loadRights(queries, contractId, changes),
    proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
    act: (act, { entered, loaded }) => {
      const decision = changeRights(act, entered.changes, loaded);
      if ('refused' in decision) return decision;
      const [user] = decision.done;
      if (user === undefined) throw new Error('A change of one user’s rights names that user.');
      return {
        done: { __typename: typename, user: userView(act.contract, user, act.now) },
        events: decision.events,
      };
    },
  });
}

/** R13: what a user may do, instead of all that they could. */
export const setUserPermissions = settingOne<
  VersionedTargetInput & { readonly permissions: readonly Permission[] },
  'UserPermissionsSet'
>('setUserPermissions', 'UserPermissionsSet');

/** R14: for how much; a service that isn't named is at 0 from then on. */
export const setUserLimits = settingOne<
  VersionedTargetInput & { readonly limits: readonly EnteredLimit[] },
  'UserLimitsSet'
>('setUserLimits', 'UserLimitsSet');

/** R13: from which accounts; none named: all of the contract's. */
export const setUserAccounts = settingOne<
  VersionedTargetInput & { readonly accounts: readonly string[] },
  'UserAccountsSet'
>('setUserAccounts', 'UserAccountsSet');
