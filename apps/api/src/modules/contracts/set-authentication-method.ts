import { ok } from '@monban/domain/result';
import type { AuthenticationMethod } from '@monban/domain/session';

import { gather } from '../../input.ts';
import { command } from '../../operation.ts';
import { changeAtDesk } from './change-at-desk.ts';
import { type DeskContractInput, deskFields } from './desk-input.ts';

interface Input extends DeskContractInput {
  readonly authenticationMethod: AuthenticationMethod;
}

/**
 * R12: whether a logon needs a certificate as well. Sessions go on; a logon without one is refused before anything is
 * counted. No certificate can be had yet, so that CERTIFICATE lets nobody in: it fails closed, and ID_PIN opens again.
 */
export const setAuthenticationMethod = command({
  name: 'setAuthenticationMethod',
  may: ['DESK'],
  read: (input: Input) =>
    gather({ ...deskFields(input), authenticationMethod: ok(input.authenticationMethod) }),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { authenticationMethod, desk } }) => {
    const from = act.contract.authenticationMethod;
    const event = {
      type: 'AUTHENTICATION_METHOD_SET',
      from,
      to: authenticationMethod,
      desk,
    } as const;
    return changeAtDesk(act, 'UPDATE', 'AuthenticationMethodSet', { authenticationMethod }, event);
  },
});
