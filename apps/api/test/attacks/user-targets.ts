import type { LockLinkage } from '@monban/domain/lockout';

import { connect } from '../harness/client.ts';
import { type Answered, ask, pins, seedContract, seedUser } from '../harness/seed.ts';
import { at, type House } from './house.ts';
import { type Aim, guess, serverFor } from './target.ts';

async function satoOf(house: House, lockLinkage: LockLinkage) {
  const contract = await seedContract(house.servers[0].url, house.ground, { lockLinkage });
  const sato = await seedUser(contract, 'Sato');
  const { contractId } = contract;
  const person = {
    contractId,
    personKey: 'sato',
    locks: lockLinkage === 'LINKED' ? 'CONTRACT' : 'PERSON',
  } as const;
  const logOn = (index: number, userPin: string): Promise<Answered> =>
    ask(connect(serverFor(house, index).url), 'logOnUser', { contractId, userId: 'Sato', userPin });
  const changePin = (index: number, currentConfirmationPin: string): Promise<Answered> =>
    ask(at(serverFor(house, index), sato), 'changePin', {
      kind: 'LOGON',
      newPin: 'quite-another-one',
      currentPin: pins.user,
      currentConfirmationPin,
    });
  return { person, sato, logOn, changePin };
}

/** R5: the user PIN. */
export const userPin: Aim = async (house, linkage) => {
  const { person, logOn } = await satoOf(house, linkage);
  return {
    ...person,
    hashes: ['logon_hash'],
    wrong: (index) => logOn(index, guess(index)),
    right: () => logOn(0, pins.user),
  };
};

/** R6: the user confirmation PIN, by somebody who knows the user PIN. */
export const userConfirmationPin: Aim = async (house, linkage) => {
  const { person, changePin } = await satoOf(house, linkage);
  return {
    ...person,
    hashes: ['confirmation_hash'],
    wrong: (index) => changePin(index, guess(index)),
    right: () => changePin(0, pins.userConfirmation),
  };
};

/** The temporary confirmation PIN of somebody who has logged on for the first time: it counts on the same share. */
export const temporaryConfirmationPin: Aim = async (house, lockLinkage) => {
  const contract = await seedContract(house.servers[0].url, house.ground, { lockLinkage });
  const { contractId, administrator } = contract;
  const added = await ask(administrator, 'addUser', {
    userId: 'Sato',
    name: 'Sato',
    permissions: [],
    limits: [],
    confirmationPin: pins.contractConfirmation,
  });
  const sato = connect(house.servers[0].url);
  await ask(sato, 'logOnUser', { contractId, userId: 'Sato', userPin: added.temporaryPins?.pin });
  const replace = (index: number, entered: string | undefined): Promise<Answered> =>
    ask(at(serverFor(house, index), sato), 'replaceTemporaryPins', {
      temporaryConfirmationPin: entered,
      newPin: pins.user,
      newConfirmationPin: pins.userConfirmation,
    });
  return {
    contractId,
    personKey: 'sato',
    hashes: ['confirmation_hash'],
    locks: lockLinkage === 'LINKED' ? 'CONTRACT' : 'PERSON',
    wrong: (index) => replace(index, guess(index)),
    right: () => replace(0, added.temporaryPins?.confirmationPin),
  };
};

/** Both that a user has, at once: user PIN and user confirmation PIN. */
export const usersMix: Aim = async (house, linkage) => {
  const { person, logOn, changePin } = await satoOf(house, linkage);
  return {
    ...person,
    // Compared in both.
    hashes: ['logon_hash'],
    wrong: (index) =>
      Math.floor(index / 2) % 2 === 0 ? logOn(index, guess(index)) : changePin(index, guess(index)),
    right: () => logOn(0, pins.user),
  };
};
