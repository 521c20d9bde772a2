import { cellLabel } from '@monban/domain/card';
import { parseContractId } from '@monban/domain/id';

import { badUserInput } from '../../graphql/faults.ts';
import type { Asked } from '../../operation.ts';
import { challengeOf, findStandingRows } from './card-claim.ts';

/** R7: which four cells of the card to read. An unknown ID gets a challenge, too. */
export async function cardChallenge(contractId: string, { services }: Asked) {
  const read = parseContractId(contractId, 'contractId');
  if (!read.ok)
    throw badUserInput(
      'contractId: 11 half-width digits are needed. Enter the contract ID as printed on the card.',
    );
  const rows = await findStandingRows(services, read.value, null);
  const challenge = challengeOf(services, read.value, rows);
  return { id: challenge.id, cells: challenge.cells.map((cell) => cellLabel(cell)) };
}
