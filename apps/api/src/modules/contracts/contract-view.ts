import type { Instant } from '@monban/domain/instant';
import { contractStatus } from '@monban/domain/status';

import type { ContractRow } from '../../db/rows.ts';

/** A contract as the schema shows it; what takes further reads is read when it is asked for. */
export function contractView(contract: ContractRow, now: Instant) {
  const { contractId, name, locks, lockLinkage, authenticationMethod, idleMinutes } = contract;
  const { closedAt, version } = contract;
  const status = contractStatus(contract, now);
  return {
    contractId,
    name,
    status,
    locks,
    lockLinkage,
    authenticationMethod,
    certificateFrom: authenticationMethod === 'CERTIFICATE' ? contract.certificateFrom : null,
    idleMinutes,
    mailLanguage: contract.locale,
    closedAt,
    version,
    row: contract,
  };
}

export type ContractView = ReturnType<typeof contractView>;
