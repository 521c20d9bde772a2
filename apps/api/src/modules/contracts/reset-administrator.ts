import { parseName } from '@monban/domain/id';
import { afterDays } from '@monban/domain/instant';
import { contractStatus, liftLocks, type Lock, mayContract } from '@monban/domain/status';

import type { Act } from '../../act.ts';
import { administratorKey } from '../../db/rows.ts';
import { gather, optional } from '../../input.ts';
import { command, refuse } from '../../operation.ts';
import { drawRegistrationPin } from '../../secrets/draw-pins.ts';
import { noWrongEntries } from '../../secrets/settle.ts';
import { selectCertificatesOfPerson } from '../certificates/certificate.store.ts';
import { endCertificates } from '../certificates/revoke-certificate.ts';
import { clearCounts, lockPerson, updatePerson } from '../persons/person.store.ts';
import { contractView } from './contract-view.ts';
import { type DeskContractInput, deskFields, missingIdentityCheck } from './desk-input.ts';

interface Input extends DeskContractInput {
  readonly administratorName?: string | null;
  readonly unlock?: boolean | null;
}

/**
 * R17: an administrator who forgot a PIN, or a successor. The old PINs and the session end, a new registration PIN is
 * shown once, the card stays, and the users go on working.
 */
export const resetAdministrator = command({
  name: 'resetAdministrator',
  may: ['DESK'],
  read: ({ unlock, ...input }: Input, asked) => {
    const read = gather(
      {
        ...deskFields(input),
        administratorName: optional(input.administratorName, (text) =>
          parseName(text, 'administratorName'),
        ),
      },
      missingIdentityCheck(input, asked),
    );
    return read.ok ? { ok: true, value: { ...read.value, unlock: unlock ?? false } } : read;
  },
  load: async (queries, contractId) => {
    const [[administrator = null], certificates] = await Promise.all([
      lockPerson(queries, contractId, administratorKey),
      selectCertificatesOfPerson(queries, contractId, administratorKey),
    ]);
    return { administrator, certificates };
  },
  prepare: async (_entered, { services: { hasher } }) => {
    const { text, pin } = drawRegistrationPin();
    return { registrationPin: text, registrationHash: await hasher.hash(pin) };
  },
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (
    act,
    { entered, loaded: { administrator, certificates }, prepared, asked: { services } },
  ) => {
    const { contract, now, queries } = act;
    const may = mayContract(contractStatus(contract, now), 'RESET_ADMINISTRATOR');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    if (administrator === null) throw new Error('The contract has no administrator.');
    const { unlock, administratorName, desk } = entered;
    const { left, lifted } = unlock
      ? liftLocks(contract.locks, 'DESK', 'CONTRACT')
      : { left: contract.locks, lifted: [] };
    if (lifted.length > 0) letBackIn(act, left);
    const name = administratorName ?? administrator.name;
    act.atCommit(
      updatePerson(queries, contract.contractId, administratorKey, {
        ...noWrongEntries,
        name,
        registrationHash: prepared.registrationHash,
        registrationUntil: afterDays(now, services.settings.registrationDays),
        logonHash: null,
        confirmationHash: null,
        currentSession: null,
        // What is being compared with the old PINs is void.
        pinsVersion: administrator.pinsVersion + 1,
      }),
    );
    return {
      done: {
        __typename: 'AdministratorReset',
        contract: contractView({ ...contract, locks: left }, now),
        registrationPin: prepared.registrationPin,
      } as const,
      events: [
        { type: 'ADMINISTRATOR_RESET', from: administrator.name, to: name, desk },
        // A successor gets a certificate of their own.
        ...(name === administrator.name
          ? []
          : endCertificates(act, administrator, certificates, 'NEW_ADMINISTRATOR', desk)),
        ...(lifted.length === 0
          ? []
          : [
              {
                type: 'CONTRACT_UNLOCKED',
                lifted: lifted.map(({ reason }) => reason),
                desk,
              } as const,
            ]),
      ],
    };
  },
});

/** As `unlockContract` does. */
function letBackIn(
  { changeContract, atCommit, contract, queries }: Act,
  locks: readonly Lock[],
): void {
  changeContract({ locks });
  atCommit(clearCounts(queries, contract.contractId, noWrongEntries));
}
