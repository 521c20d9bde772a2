import type { Instant } from '@monban/domain/instant';
import { problem } from '@monban/domain/problem';
import { err, ok } from '@monban/domain/result';
import type { AuthenticationMethod } from '@monban/domain/session';

import { gather, optional } from '../../input.ts';
import { command } from '../../operation.ts';
import { changeAtDesk } from './change-at-desk.ts';
import { type DeskContractInput, deskFields } from './desk-input.ts';

interface Input extends DeskContractInput {
  readonly authenticationMethod: AuthenticationMethod;
  readonly certificateFrom?: Instant | null;
}

/**
 * R12: whether a logon needs a certificate as well, for everybody at once or from a day on, for whoever has one in any
 * case. Sessions without one are over as soon as their person needs one; a logon is refused before anything is counted.
 */
export const setAuthenticationMethod = command({
  name: 'setAuthenticationMethod',
  may: ['DESK'],
  read: (input: Input, { services }) =>
    gather({
      ...deskFields(input),
      authenticationMethod: ok(input.authenticationMethod),
      certificateFrom: optional(input.certificateFrom, (at) =>
        at > services.now() ? ok(at) : err(problem('certificateFrom', 'LIES_IN_THE_PAST')),
      ),
    }),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { authenticationMethod, desk, ...entered } }) => {
    const from = act.contract.authenticationMethod;
    // A day without certificates says nothing.
    const certificateFrom = authenticationMethod === 'CERTIFICATE' ? entered.certificateFrom : null;
    const fromDay = from === 'CERTIFICATE' ? act.contract.certificateFrom : null;
    const event = {
      type: 'AUTHENTICATION_METHOD_SET',
      from,
      to: authenticationMethod,
      fromDay,
      toDay: certificateFrom,
      desk,
    } as const;
    const changes = { authenticationMethod, certificateFrom };
    return changeAtDesk(act, 'UPDATE', 'AuthenticationMethodSet', changes, event);
  },
});
