import { createHash, randomUUID } from 'node:crypto';

import { type Client, connect } from './client.ts';
import {
  type Answered,
  ask,
  type Authorized,
  bankToken,
  logOnUser,
  pins,
  type SeededContract,
} from './seed.ts';
import type { Ground } from './server.ts';

/** A user at work in a bank system's own pages. */
export interface BankUser {
  readonly contractId: string;
  readonly userId: string;
  /** With the user's session. */
  readonly user: Client;
  /** What the bank system asks by itself. */
  readonly system: Client;
}

/** Logs a user on through a bank system, as its front end does. */
export async function logOnThroughBank(
  ground: Ground,
  url: string,
  { contractId }: Pick<SeededContract, 'contractId'>,
  userId: string,
  clientId = 'core-banking',
): Promise<BankUser> {
  const token = bankToken(ground, ['transactions'], clientId, clientId);
  const system = connect(url, { authorization: `Bearer ${token}` });
  const { sessionToken, code } = await logOnUser(system, contractId, userId);
  if (sessionToken == null) throw new Error(`not logged on: ${code ?? ''}`);
  return { contractId, userId, system, user: system.with({ 'monban-session': sessionToken }) };
}

/** The same user and session at another server. */
export function at(url: string, one: BankUser): BankUser {
  return { ...one, user: one.user.at(url), system: one.system.at(url) };
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a transfer system asks, with a key of its own unless one is given. */
export function authorize(
  { user }: BankUser,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answered> {
  const key = randomUUID();
  return ask(user, 'authorizeTransaction', {
    service: 'FUNDS_TRANSFER',
    amount: 100_000,
    transactionHash: hashOf(key),
    idempotencyKey: key,
    confirmationPin: pins.userConfirmation,
    ...more,
  });
}

/** The same, for whom a refusal would be a surprise. */
export async function authorized(...of: Parameters<typeof authorize>): Promise<Authorized> {
  const answered = await authorize(...of);
  if (answered.authorization === undefined) {
    throw new Error(`not authorised: ${JSON.stringify(answered)}`);
  }
  return answered.authorization;
}

export const capture = (client: Client, id: string, reference = 'TRF-1'): Promise<Answered> =>
  ask(client, 'captureAuthorization', { id, reference });

export const giveUp = (client: Client, id: string): Promise<Answered> =>
  ask(client, 'voidAuthorization', { id });
