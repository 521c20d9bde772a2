import { parseIdleMinutes } from '@monban/domain/session';

import { gather } from '../../input.ts';
import { command } from '../../operation.ts';
import { changeAtDesk } from './change-at-desk.ts';
import { type DeskContractInput, deskFields } from './desk-input.ts';

interface Input extends DeskContractInput {
  readonly idleMinutes: number;
}

/** R11: after how many idle minutes a session ends, those that run already too. */
export const setIdleMinutes = command({
  name: 'setIdleMinutes',
  may: ['DESK'],
  read: (input: Input) =>
    gather({
      ...deskFields(input),
      idleMinutes: parseIdleMinutes(input.idleMinutes, 'idleMinutes'),
    }),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { idleMinutes, desk } }) => {
    const from = act.contract.idleMinutes;
    const event = { type: 'IDLE_MINUTES_SET', from, to: idleMinutes, desk } as const;
    return changeAtDesk(act, 'UPDATE', 'IdleMinutesSet', { idleMinutes }, event);
  },
});
