import { randomInt } from 'node:crypto';

import { type ContractId, parseContractId, parseEmailAddress, parseName } from '@monban/domain/id';
import { afterDays } from '@monban/domain/instant';
import type { LockLinkage } from '@monban/domain/lockout';

import { administratorKey } from '../../db/rows.ts';
import { gather, optional } from '../../input.ts';
import { command } from '../../operation.ts';
import { drawRegistrationPin } from '../../secrets/draw-pins.ts';
import { issueNewCard } from '../cards/new-card.ts';
import { insertPerson } from '../persons/person.store.ts';
import { insertNotificationAddress } from '../addresses/address.store.ts';
import { insertContract, insertServices } from './contract.store.ts';
import { contractView } from './contract-view.ts';
import { type DeskInput, readNote } from './desk-input.ts';
import { ceilingsIn, type EnteredService, serviceProblems } from './read-services.ts';

interface Input extends DeskInput {
  readonly contractId?: string | null;
  readonly name: string;
  readonly services: readonly EnteredService[];
  readonly lockLinkage: LockLinkage;
  readonly administratorName?: string | null;
  readonly notificationAddress?: string | null;
}

/** The desk opens a contract: registration PIN and card are shown once, and go to the company apart. */
export const openContract = command({
  name: 'openContract',
  may: ['DESK'],
  read: (input: Input) => {
    const read = gather(
      {
        contractId:
          input.contractId == null
            ? { ok: true, value: drawContractId() }
            : parseContractId(input.contractId, 'contractId'),
        name: parseName(input.name, 'name'),
        administratorName: optional(input.administratorName, (text) =>
          parseName(text, 'administratorName'),
        ),
        address: optional(input.notificationAddress, (text) =>
          parseEmailAddress(text, 'notificationAddress'),
        ),
        desk: readNote(input),
      },
      serviceProblems(input.services),
    );
    if (!read.ok) return read;
    const services = ceilingsIn(input.services);
    return { ok: true, value: { ...read.value, services, lockLinkage: input.lockLinkage } };
  },
  prepare: async (_entered, { services: { hasher } }) => {
    const { text, pin } = drawRegistrationPin();
    return { registrationPin: text, registrationHash: await hasher.hash(pin) };
  },
  proof: {
    by: 'BANK_TOKEN',
    contractId: ({ contractId }) => contractId,
    opens: async (queries, { contractId, name, lockLinkage, address }, { caller, services }) => {
      const openedAt = services.now();
      const [contract = null] = await insertContract(queries, {
        contractId,
        name,
        lockLinkage,
        locale: caller.origin.locale,
        openedAt,
      });
      // The first address comes from the bank's paper form, and needs no code. Here already, so that it is told.
      if (contract !== null && address !== null)
        await insertNotificationAddress(queries, {
          contractId,
          address,
          status: 'IN_FORCE',
          addedAt: openedAt,
        });
      return contract;
    },
  },
  act: (act, { entered, prepared, asked: { services: parts } }) => {
    const { queries, now } = act;
    const { contractId } = act.contract;
    const { name, services, lockLinkage, administratorName, desk } = entered;
    const registrationUntil = afterDays(now, parts.settings.registrationDays);
    act.atCommit(insertServices(queries, contractId, services));
    act.atCommit(
      insertPerson(queries, {
        contractId,
        personKey: administratorKey,
        name: administratorName ?? name,
        addedAt: now,
        registrationHash: prepared.registrationHash,
        registrationUntil,
      }),
    );
    const card = issueNewCard(act, parts);
    return {
      done: {
        __typename: 'ContractOpened',
        contract: contractView(act.contract, now),
        registrationPin: prepared.registrationPin,
        card,
      } as const,
      events: [
        { type: 'CONTRACT_OPENED', name, services, lockLinkage, desk },
        // No older one works, that would be used until this one is put in force.
        { type: 'CARD_ISSUED', serial: card.serial, sent: false, desk },
      ],
    };
  },
});

/** Drawn, never in sequence: knowing one contract ID tells nothing of another. */
function drawContractId(): ContractId {
  const digits =
    `${randomInt(10 ** 5)}`.padStart(5, '0') + `${randomInt(10 ** 6)}`.padStart(6, '0');
  return digits as ContractId;
}
