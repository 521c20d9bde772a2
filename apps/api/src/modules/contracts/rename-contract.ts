import { parseName } from '@monban/domain/id';

import { gather } from '../../input.ts';
import { command } from '../../operation.ts';
import { changeAtDesk } from './change-at-desk.ts';
import { type DeskContractInput, deskFields } from './desk-input.ts';

interface Input extends DeskContractInput {
  readonly name: string;
}

/** The company goes by another name. The administrator's own stays. */
export const renameContract = command({
  name: 'renameContract',
  may: ['DESK'],
  read: (input: Input) => gather({ ...deskFields(input), name: parseName(input.name, 'name') }),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { name, desk } }) => {
    const event = { type: 'CONTRACT_RENAMED', from: act.contract.name, to: name, desk } as const;
    return changeAtDesk(act, 'UPDATE', 'ContractRenamed', { name }, event);
  },
});
