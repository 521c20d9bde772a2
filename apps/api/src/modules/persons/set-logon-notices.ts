import { err, ok } from '@monban/domain/result';

import { unauthenticated } from '../../graphql/faults.ts';
import { command, sessionOf } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { whoIs } from '../../secrets/settle.ts';
import { mayPerson } from '../../sessions/session-life.ts';
import { personOf } from '../../sessions/viewer-of.ts';
import { confirmation } from '../users/user-target.ts';

interface Input {
  readonly on: boolean;
  readonly confirmationPin: Pin;
}

/** R10: somebody who logs on many times a day need not be told of each. Switching it off is told. */
export const setLogonNotices = command({
  name: 'setLogonNotices',
  may: ['USER', 'ADMINISTRATOR'],
  read: ({ on, confirmationPin }: Input, asked) => {
    const may = mayPerson(sessionOf(asked).person, 'SET_LOGON_NOTICES');
    return may === 'ALLOWED'
      ? ok({ on, confirmationPin })
      : err({ code: 'NOT_ALLOWED_NOW', because: may });
  },
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered: { on }, asked }) => {
    const { contract, now, prover: person } = act;
    if (person === null) throw unauthenticated();
    const changed = person.logonNotices !== on;
    if (changed) act.changeProver({ logonNotices: on });
    const seen = { ...sessionOf(asked), contract, person: { ...person, logonNotices: on } };
    return {
      done: {
        __typename: 'LogonNoticesSet',
        viewer: personOf(seen, asked.services.settings, now),
      } as const,
      events: changed ? [{ type: 'LOGON_NOTICES_SET', person: whoIs(person), on }] : [],
    };
  },
});
