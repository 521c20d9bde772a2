import { ok } from '@monban/domain/result';

import { command } from '../../operation.ts';
import { whoIs } from '../../secrets/settle.ts';

/** Ends the session that asks. */
export const logOff = command({
  name: 'logOff',
  may: ['USER', 'ADMINISTRATOR'],
  read: (_input: null) => ok(null),
  proof: { by: 'SESSION' },
  act: ({ prover, ...act }) => {
    act.changeProver({ currentSession: null });
    return {
      done: { __typename: 'LoggedOff', loggedOff: true } as const,
      events: prover === null ? [] : [{ type: 'LOGGED_OFF', person: whoIs(prover) }],
    };
  },
  afterwards: (_done, { reply }) => reply.clearSession(),
});
