import type { LockLinkage } from '@monban/domain/lockout';

import { buildMonbanSchema } from '../../src/schema.ts';
import { type Client, connect } from '../harness/client.ts';
import {
  type Answered,
  ask,
  bank,
  challenge,
  openContract,
  type OperationName,
  pins,
  readCard,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { at, type House } from './house.ts';
import { readMatrix } from './matrix-requests.ts';
import { secretFieldsOf } from './secret-fields.ts';
import { type Aim, guess, serverFor } from './target.ts';

const administratorKey = '@administrator';

/** Four digits of which none is right. */
export function misread(oneTimePassword: string): string {
  return oneTimePassword.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10));
}

/** R2: the registration PIN from the bank's letter, with the card at hand. */
export const registrationPin: Aim = async (house, lockLinkage) => {
  const {
    contractId,
    digits,
    registrationPin: right,
  } = await openContract(house.servers[0].url, house.ground, { lockLinkage });
  const asked = await challenge(connect(house.servers[0].url), contractId);
  const register = (index: number, pin: string): Promise<Answered> =>
    ask(connect(serverFor(house, index).url), 'registerAdministrator', {
      contractId,
      registrationPin: pin,
      oneTimePassword: readCard(digits, asked),
      challengeId: asked.id,
      contractPin: pins.contract,
      contractConfirmationPin: pins.contractConfirmation,
    });
  return {
    contractId,
    personKey: administratorKey,
    hashes: ['registration_hash'],
    locks: 'CONTRACT',
    wrong: (index) => register(index, guess(index)),
    right: () => register(0, right),
  };
};

async function administratorLogon(house: House, lockLinkage: LockLinkage) {
  const contract = await seedContract(house.servers[0].url, house.ground, { lockLinkage });
  const { contractId, digits } = contract;
  const asked = await challenge(connect(house.servers[0].url), contractId);
  const oneTimePassword = readCard(digits, asked);
  const logOn = (index: number, contractPin: string, entered: string): Promise<Answered> =>
    ask(connect(serverFor(house, index).url), 'logOnAdministrator', {
      contractId,
      contractPin,
      oneTimePassword: entered,
      challengeId: asked.id,
    });
  const target = {
    contractId,
    personKey: administratorKey,
    hashes: ['logon_hash'],
    locks: 'CONTRACT',
    right: () => logOn(0, pins.contract, oneTimePassword),
  } as const;
  return { contract, target, logOn, oneTimePassword };
}

/** R3: the contract PIN, beside the right one-time password. */
export const contractPin: Aim = async (house, linkage) => {
  const { target, logOn, oneTimePassword } = await administratorLogon(house, linkage);
  return { ...target, wrong: (index) => logOn(index, guess(index), oneTimePassword) };
};

/** R7: the one-time password, beside the right contract PIN. */
export const oneTimePassword: Aim = async (house, linkage) => {
  const { target, logOn, oneTimePassword: right } = await administratorLogon(house, linkage);
  return { ...target, wrong: (index) => logOn(index, pins.contract, misread(right)) };
};

function lockNobody(
  house: House,
  index: number,
  person: Client,
  confirmationPin: string,
): Promise<Answered> {
  return ask(at(serverFor(house, index), person), 'lockUser', { userId: 'Sato', confirmationPin });
}

/** R4: the contract confirmation PIN, by somebody at the administrator's open session. */
export const contractConfirmationPin: Aim = async (house, lockLinkage) => {
  const contract = await seedContract(house.servers[0].url, house.ground, { lockLinkage });
  await seedUser(contract, 'Sato');
  const { contractId, administrator } = contract;
  return {
    contractId,
    personKey: administratorKey,
    hashes: ['confirmation_hash'],
    locks: 'CONTRACT',
    wrong: (index) => lockNobody(house, index, administrator, guess(index)),
    right: () => lockNobody(house, 0, administrator, pins.contractConfirmation),
  };
};

/** What needs more than an input that fits, before any PIN is compared: a file's PINs are prepared first. */
const prepared = new Set(['importUsers']);
const matrix = readMatrix();

/** Every act that the administrator confirms, with an input that fits around the PIN. */
export const confirmedActs = secretFieldsOf(buildMonbanSchema(), () => pins.wrong)
  .filter(
    ({ mutation, field }) =>
      field === 'confirmationPin' &&
      !prepared.has(mutation) &&
      matrix.get(`Mutation.${mutation}`)?.get('ADMINISTRATOR') === true,
  )
  // The tests have a document for each operation.
  .map(({ mutation, input }) => ({ name: mutation as OperationName, input }));

/** A contract in which each of them compares a PIN: there is a user, and a new card that waits. */
export async function seedForEveryAct(
  house: House,
  lockLinkage: LockLinkage,
): Promise<SeededContract> {
  const [{ url }] = house.servers;
  const contract = await seedContract(url, house.ground, { lockLinkage });
  await seedUser(contract, 'Sato');
  await ask(bank(url, house.ground, ['desk']), 'issueCard', { contractId: contract.contractId });
  return contract;
}

/** R4, by each of those acts in turn. */
export const anyConfirmedAct: Aim = async (house, lockLinkage) => {
  const contract = await seedForEveryAct(house, lockLinkage);
  const act = (index: number, confirmationPin: string): Promise<Answered> => {
    const { name, input } = confirmedActs[index % confirmedActs.length] ?? lock;
    const there = at(serverFor(house, index), contract.administrator);
    return ask(there, name, { ...input, confirmationPin });
  };
  return {
    contractId: contract.contractId,
    personKey: administratorKey,
    hashes: ['confirmation_hash'],
    locks: 'CONTRACT',
    wrong: (index) => act(index, guess(index)),
    right: () => act(0, pins.contractConfirmation),
  };
};
const lock = { name: 'lockUser', input: { userId: 'Sato' } } as const;

/** All that an administrator has, at once: contract PIN, one-time password, confirmation PIN. */
export const administratorsMix: Aim = async (house, linkage) => {
  const {
    contract,
    target,
    logOn,
    oneTimePassword: right,
  } = await administratorLogon(house, linkage);
  const ways = [
    (index: number) => logOn(index, guess(index), right),
    (index: number) => logOn(index, pins.contract, misread(right)),
    (index: number) => lockNobody(house, index, contract.administrator, guess(index)),
  ];
  return {
    ...target,
    hashes: ['logon_hash', 'confirmation_hash'],
    // Two in a row go the same way, so that each way is gone at both servers.
    wrong: (index) => ways[Math.floor(index / 2) % 3]?.(index) ?? target.right(),
  };
};
