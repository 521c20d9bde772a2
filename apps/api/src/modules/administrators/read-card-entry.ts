import { parseContractId } from '@monban/domain/id';

import { forbidden } from '../../graphql/faults.ts';
import { gather } from '../../input.ts';
import type { Asked } from '../../operation.ts';
import { oneTimePasswordProblems } from '../../secrets/judge-entries.ts';
import type { OneTimePassword } from '../../secrets/pin.ts';

export interface CardInput {
  readonly contractId: string;
  readonly oneTimePassword: OneTimePassword;
  readonly challengeId?: string | null;
}

/** What registration and logon of an administrator have in common; bank systems have no part in either. */
export function readCardEntry(input: CardInput, { caller }: Asked) {
  if (caller.kind === 'BANK' || caller.bank !== null)
    throw forbidden('Administrators log on in the browser alone.');
  const read = gather(
    { contractId: parseContractId(input.contractId, 'contractId') },
    oneTimePasswordProblems(input.oneTimePassword, 'oneTimePassword'),
  );
  if (!read.ok) return read;
  const { oneTimePassword, challengeId = null } = input;
  return { ok: true, value: { ...read.value, oneTimePassword, challengeId } } as const;
}
