import { personalChanges } from '@monban/domain/change';
import {
  type EmailAddress,
  type Name,
  parseEmailAddress,
  parseName,
  parseUserId,
  type UserId,
} from '@monban/domain/id';
import { ok } from '@monban/domain/result';
import { changeEmail } from '@monban/domain/user-email';

import { gather, optional } from '../../input.ts';
import { command } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { updatePerson } from '../persons/person.store.ts';
import {
  confirmation,
  loadUserTarget,
  userAtVersion,
  type VersionedTargetInput,
} from './user-target.ts';
import { userView } from './user-view.ts';

interface Input extends VersionedTargetInput {
  /** Left out: it stays. */
  readonly name?: string | null;
  /** Left out: it stays; null: none any more. */
  readonly email?: string | null;
}

interface Entered {
  readonly userId: UserId;
  readonly name: Name | null;
  readonly email: EmailAddress | null | undefined;
  readonly expectedVersion: number;
  readonly confirmationPin: Pin;
}

/** The administrator corrects a user's name and mail address; the user ID stays for ever. */
export const updateUser = command({
  name: 'updateUser',
  may: ['ADMINISTRATOR'],
  read: ({ userId, name, email, expectedVersion, confirmationPin }: Input) => {
    const read = gather({
      userId: parseUserId(userId, 'userId'),
      name: optional(name, (text) => parseName(text, 'name')),
      email: optional(email, (text) => parseEmailAddress(text, 'email')),
    });
    if (!read.ok) return read;
    const entered: Entered = {
      ...read.value,
      email: email === undefined ? undefined : read.value.email,
      expectedVersion,
      confirmationPin,
    };
    return ok(entered);
  },
  load: (queries, contractId, entered) => loadUserTarget(queries, contractId, entered),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { asked, entered, loaded }) =>
    userAtVersion(loaded, entered.expectedVersion, (user, userId) => {
      const from = { name: user.name, email: user.email };
      const to = {
        name: entered.name ?? user.name,
        email: entered.email === undefined ? user.email : entered.email,
      };
      const changed = personalChanges(from, to).length > 0;
      const policy = { leavingDays: asked.services.settings.addressLeavingDays };
      const { moved, ...email } = changeEmail(user, to.email, policy, act.now);
      const since = moved ? { emailSince: act.now, emailBouncedAt: null } : {};
      const changes = changed ? { ...to, ...email, ...since, version: user.version + 1 } : {};
      if (changed)
        act.atCommit(updatePerson(act.queries, act.contract.contractId, user.personKey, changes));
      return {
        done: {
          __typename: 'UserUpdated',
          user: userView(act.contract, { ...user, ...changes }, act.now),
        } as const,
        events: changed ? [{ type: 'USER_UPDATED', userId, from, to }] : [],
      };
    }),
});
