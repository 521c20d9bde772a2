import { err, ok } from '@monban/domain/result';
import { mayUser } from '@monban/domain/status';

import { unauthenticated } from '../../graphql/faults.ts';
import { command, refuse, sessionOf } from '../../operation.ts';
import { judgePins } from '../../secrets/judge-entries.ts';
import type { Pin } from '../../secrets/pin.ts';
import { statusOf } from '../../sessions/session-life.ts';
import { personOf } from '../../sessions/viewer-of.ts';

interface Input {
  readonly temporaryConfirmationPin: Pin;
  readonly newPin: Pin;
  readonly newConfirmationPin: Pin;
}

/** A user's first logon: having proven the one temporary PIN, they prove the other and replace both, before anything else. */
export const replaceTemporaryPins = command({
  name: 'replaceTemporaryPins',
  may: ['USER'],
  read: (input: Input, asked) => {
    const { person, contractId, userId } = sessionOf(asked);
    const may = mayUser(statusOf(person), 'REPLACE_TEMPORARY_PINS');
    if (may !== 'ALLOWED') return err({ code: 'NOT_ALLOWED_NOW', because: may });
    const { temporaryConfirmationPin: current, newPin, newConfirmationPin } = input;
    const judged = judgePins(
      [
        { field: 'newPin', proposed: newPin, current },
        { field: 'newConfirmationPin', proposed: newConfirmationPin, partner: newPin, current },
      ],
      { contractId, userIds: userId === null ? [] : [userId] },
      asked.services.settings,
    );
    return judged.ok ? ok(input) : judged;
  },
  prepare: async ({ newPin, newConfirmationPin }, asked) => {
    const { hasher } = asked.services;
    const temporary = sessionOf(asked).person.logonHash ?? hasher.decoyHash;
    return {
      // The temporary PIN of the logon is no part of the input: after the proof its hash says whether it was kept.
      kept: {
        newPin: await hasher.verify(temporary, newPin),
        newConfirmationPin: await hasher.verify(temporary, newConfirmationPin),
      },
      hashes: {
        logonHash: await hasher.hash(newPin),
        confirmationHash: await hasher.hash(newConfirmationPin),
      },
    };
  },
  proof: {
    by: 'SECRETS',
    entries: ({ temporaryConfirmationPin }) => [
      { secret: 'CONFIRMATION_PIN', pin: temporaryConfirmationPin },
    ],
  },
  act: (act, { prepared: { kept, hashes }, asked }) => {
    const { prover: person } = act;
    if (person === null || person.userId === null) throw unauthenticated();
    const problems = (['newPin', 'newConfirmationPin'] as const)
      .filter((pin) => kept[pin])
      .map((pin) => ({ pin, code: 'SAME_AS_CURRENT' }) as const);
    // The administrator has seen both temporary PINs: neither becomes one of the user's own.
    if (problems.length > 0) {
      return refuse({ code: 'PIN_POLICY', policy: asked.services.settings.pinPolicy, problems });
    }
    const changes = { ...hashes, temporaryUntil: null, pinsVersion: person.pinsVersion + 1 };
    act.changeProver(changes);
    const viewer = personOf(
      { ...sessionOf(asked), contract: act.contract, person: { ...person, ...changes } },
      asked.services.settings,
      act.now,
    );
    return {
      done: { __typename: 'PinChanged', viewer } as const,
      events: [{ type: 'TEMPORARY_PINS_REPLACED', userId: person.userId }],
    };
  },
});
