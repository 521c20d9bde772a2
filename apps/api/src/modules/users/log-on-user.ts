import { userOf } from '@monban/domain/history-event';
import { parseContractId, parseUserId, userIdKey } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';
import { userHopeless } from '@monban/domain/logon';
import { contractStatus } from '@monban/domain/status';

import type { PersonRow } from '../../db/rows.ts';
import { gather } from '../../input.ts';
import { type Asked, command } from '../../operation.ts';
import type { Claim } from '../../secrets/claim.ts';
import type { Pin } from '../../secrets/pin.ts';
import { type Newcomer, newcomerFault } from '../../sessions/client-certificate.ts';
import { statusOf } from '../../sessions/session-life.ts';
import { selectSessionOf } from '../../sessions/session.store.ts';
import { startSession } from '../../sessions/start-session.ts';
import { keepCookie, loggedOn } from '../../sessions/viewer-of.ts';
import { selectCertificate } from '../certificates/certificate.store.ts';
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
  load: async (queries, contractId, { userId }, { caller }) => {
    const [[older = null], [certificate = null]] = await Promise.all([
      selectSessionOf(queries, contractId, userIdKey(userId)),
      selectCertificate(queries, contractId, caller.origin.certificate ?? ''),
    ]);
    return { older, certificate };
  },
  proof: {
    by: 'LOGON',
    claim: async ({ contractId, userId, pin }, asked): Promise<Claim> => {
      const { caller, services } = asked;
      const personKey = userIdKey(userId);
      const [found] = await selectPersonStanding(
        services.database.reading(contractId),
        contractId,
        personKey,
        caller.origin.certificate ?? '',
      );
      const because =
        found === undefined ? 'UNKNOWN_USER' : hopelessFor(found, asked, services.now());
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
    hopeless: ({ contract, prover: person, now }, { certificate }, _claim, asked) =>
      hopelessFor({ contract, person, certificate }, asked, now),
  },
  act: (act, { loaded: { older, certificate }, asked }) => {
    const { session, token, events } = startSession(act, older, asked, certificate);
    const userId = session.userId ?? '';
    return {
      done: loggedOn(session, token, asked),
      events: [{ type: 'USER_LOGGED_ON', userId }, ...events],
    };
  },
  afterwards: keepCookie,
});

/** What a user's logon is judged from; no person where nobody has that user ID. */
interface Standing extends Omit<Newcomer, 'person'> {
  readonly person: PersonRow | null;
}

function hopelessFor({ person, ...rows }: Standing, { caller, services }: Asked, now: Instant) {
  const { contract } = rows;
  const { certificate } = caller.origin;
  const standing = {
    contract: contractStatus(contract, now),
    user: person === null ? null : statusOf(person),
    certificateFault:
      person === null ? null : newcomerFault({ ...rows, person }, certificate, services, now),
    temporaryUntil: person?.temporaryUntil ?? null,
  };
  return userHopeless(standing, now);
}
