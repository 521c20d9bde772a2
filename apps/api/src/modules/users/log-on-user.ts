import { userOf } from '@monban/domain/history-event';
import { parseContractId, parseUserId, userIdKey } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';
import { userHopeless } from '@monban/domain/logon';
import { contractStatus } from '@monban/domain/status';

import type { ContractRow, PersonRow } from '../../db/rows.ts';
import { gather } from '../../input.ts';
import { command } from '../../operation.ts';
import type { Claim } from '../../secrets/claim.ts';
import type { Pin } from '../../secrets/pin.ts';
import { statusOf } from '../../sessions/session-life.ts';
import { selectSessionOf } from '../../sessions/session.store.ts';
import { startSession } from '../../sessions/start-session.ts';
import { keepCookie, loggedOn } from '../../sessions/viewer-of.ts';
import { selectPersonStanding } from '../persons/standing.store.ts';

interface Input {
  readonly contractId: string;
  readonly userId: string;
  readonly userPin: Pin;
}

/** R5: the user's logon, in the browser or through a bank system. */
export const logOnUser = command({
  name: 'logOnUser',
  may: ['STRANGER', 'USER', 'ADMINISTRATOR', 'TRANSACTIONS'],
  read: (input: Input) => {
    const read = gather({
      contractId: parseContractId(input.contractId, 'contractId'),
      userId: parseUserId(input.userId, 'userId'),
    });
    return read.ok ? { ok: true, value: { ...read.value, pin: input.userPin } } : read;
  },
  load: async (queries, contractId, { userId }) => {
    const [older = null] = await selectSessionOf(queries, contractId, userIdKey(userId));
    return older;
  },
  proof: {
    by: 'LOGON',
    claim: async ({ contractId, userId, pin }, { services }): Promise<Claim> => {
      const personKey = userIdKey(userId);
      const [found] = await selectPersonStanding(
        services.database.reading(contractId),
        contractId,
        personKey,
      );
      const because =
        found === undefined
          ? 'UNKNOWN_USER'
          : hopelessFor(found.contract, found.person, services.now());
      const person = found?.person?.userId == null ? null : userOf(found.person.userId);
      return {
        contractId,
        personKey,
        challengeId: null,
        queue: 'STRANGER',
        hopeless:
          because === null ? null : { because, person, contractExists: found !== undefined },
        entries: [{ secret: 'LOGON_PIN', pin }],
      };
    },
    hopeless: ({ contract, prover, now }) => hopelessFor(contract, prover, now),
  },
  act: (act, { loaded: older, asked }) => {
    const { session, token, events } = startSession(act, older, asked);
    const userId = session.userId ?? '';
    return {
      done: loggedOn(session, token, asked),
      events: [{ type: 'USER_LOGGED_ON', userId }, ...events],
    };
  },
  afterwards: keepCookie,
});

function hopelessFor(contract: ContractRow, person: PersonRow | null, now: Instant) {
  const standing = {
    contract: contractStatus(contract, now),
    user: person === null ? null : statusOf(person),
    certificateMissing: contract.authenticationMethod === 'CERTIFICATE',
    temporaryUntil: person?.temporaryUntil ?? null,
  };
  return userHopeless(standing, now);
}
