import { expect } from 'vitest';

import { type Client, connect } from './client.ts';
import {
  type Answered,
  ask,
  bankToken,
  challenge,
  type OperationName,
  pins,
  readCard,
} from './seed.ts';
import type { Ground, OwnServer } from './server.ts';

/** What a contract is opened with. */
export const company = {
  name: 'Yamada Trading',
  lockLinkage: 'LINKED',
  services: [{ service: 'BALANCE_INQUIRY' }],
  notificationAddress: 'office@yamada.example',
  reference: 'A-1',
};

/** Whoever asks for what waits; whoever approves it, and so has a registration PIN; somebody else. */
export const [asker, approver, third] = ['sato', 'suzuki', 'tanaka'] as const;

/** The desk of a bank that wants two persons. */
export interface CarefulDesk {
  /** A human, through whichever of the bank’s systems. */
  clerk(subject: string, clientId?: string, url?: string): Client;
  /** A contract that `asker` asked for and `approver` approved. */
  opened(): Promise<{ readonly contractId: string; readonly registrationPin: string }>;
  /** The same, registered: `asker` has seen its card. */
  registered(): Promise<{ readonly contractId: string }>;
  /** A further card, by two who have no need of it. */
  issue(contractId: string): Promise<void>;
}

export function carefulDesk(ground: Ground, { url, services }: OwnServer): CarefulDesk {
  const clerk: CarefulDesk['clerk'] = (subject, clientId = 'core-banking', at = url) => {
    const token = bankToken(ground, ['desk'], subject, clientId, services.now());
    return connect(at, { authorization: `Bearer ${token}` });
  };

  async function opened() {
    const { actId, contractId } = await askFor(clerk(asker), 'openContract', company);
    const { registrationPin } = await approve(clerk(approver), actId);
    if (registrationPin == null) throw new Error('approved without a registration PIN');
    return { contractId, registrationPin };
  }

  return {
    clerk,
    opened,
    async registered() {
      const { contractId, registrationPin } = await opened();
      const { card } = await show(clerk(asker), contractId);
      await register(connect(url), contractId, registrationPin, card?.digits.join('') ?? '');
      return { contractId };
    },
    async issue(contractId) {
      const { actId } = await askFor(clerk('ito'), 'issueCard', { contractId });
      await approve(clerk('kimura'), actId);
    },
  };
}

/** Asks for an act, and answers what waits. */
export async function askFor(
  who: Client,
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
): Promise<NonNullable<Answered['act']>> {
  const answer = await ask(who, operation, input);
  if (answer.act === undefined) throw new Error(`does not wait: ${JSON.stringify(answer)}`);
  return answer.act;
}

export function approve(who: Client, actId: string): Promise<Answered> {
  return ask(who, 'approveDeskAct', { actId });
}

export function show(who: Client, contractId: string): Promise<Answered> {
  return ask(who, 'showCard', { contractId });
}

/** The administrator's first logon, with what two clerks have sent. */
export async function register(
  administrator: Client,
  contractId: string,
  registrationPin: string,
  digits: string,
): Promise<void> {
  const asked = await challenge(administrator, contractId);
  const answer = await ask(administrator, 'registerAdministrator', {
    contractId,
    registrationPin,
    oneTimePassword: readCard(digits, asked),
    challengeId: asked.id,
    contractPin: pins.contract,
    contractConfirmationPin: pins.contractConfirmation,
  });
  expect(answer).toMatchObject({ __typename: 'LoggedOn' });
}
