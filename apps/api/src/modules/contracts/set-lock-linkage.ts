import type { LockLinkage } from '@monban/domain/lockout';
import { ok } from '@monban/domain/result';

import { gather } from '../../input.ts';
import { command } from '../../operation.ts';
import { changeAtDesk } from './change-at-desk.ts';
import { type DeskContractInput, deskFields } from './desk-input.ts';

interface Input extends DeskContractInput {
  readonly lockLinkage: LockLinkage;
}

/** R19–R21: whether a user's seventh wrong PIN stops the user alone or everybody. */
export const setLockLinkage = command({
  name: 'setLockLinkage',
  may: ['DESK'],
  read: (input: Input) => gather({ ...deskFields(input), lockLinkage: ok(input.lockLinkage) }),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { lockLinkage, desk } }) => {
    const from = act.contract.lockLinkage;
    const event = { type: 'LOCK_LINKAGE_SET', from, to: lockLinkage, desk } as const;
    return changeAtDesk(act, 'SET_LOCK_LINKAGE', 'LockLinkageSet', { lockLinkage }, event);
  },
});
