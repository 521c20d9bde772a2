import { ok } from '@monban/domain/result';

import { command, refuse } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { whoIs } from '../../secrets/settle.ts';
import { isLive } from '../../sessions/session-life.ts';
import { selectSessions } from '../../sessions/session.store.ts';
import { contractView } from '../contracts/contract-view.ts';
import { updatePerson } from '../persons/person.store.ts';
import { confirmation } from '../users/user-target.ts';

interface Input {
  /** The public ID. */
  readonly sessionId: string;
  readonly confirmationPin: Pin;
}

/** The administrator ends a session of the contract: somebody's who left it open, or one that looks wrong. */
export const endSession = command({
  name: 'endSession',
  may: ['ADMINISTRATOR'],
  read: ({ sessionId, confirmationPin }: Input) => ok({ sessionId, confirmationPin }),
  load: (queries, contractId) => selectSessions(queries, contractId),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered, loaded, asked }) => {
    const { contract, now, queries } = act;
    const found = loaded.find(({ session }) => session.sessionId === entered.sessionId);
    const live =
      found !== undefined &&
      isLive(
        { ...found.session, publicId: found.session.sessionId, contract, person: found.person },
        asked.services.settings,
        now,
      );
    if (!live) return refuse({ code: 'NOT_FOUND', what: 'SESSION' });
    const { person } = found;
    act.atCommit(
      updatePerson(queries, contract.contractId, person.personKey, { currentSession: null }),
    );
    return {
      done: { __typename: 'SessionEnded', contract: contractView(contract, now) } as const,
      events: [{ type: 'SESSION_ENDED', person: whoIs(person) }],
    };
  },
});
