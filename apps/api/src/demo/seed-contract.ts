import { isMoneyService } from '@monban/domain/limit';

import { cardChallenge } from '../modules/administrators/card-challenge.ts';
import { registerAdministrator } from '../modules/administrators/register-administrator.ts';
import { openContract } from '../modules/contracts/open-contract.ts';
import { logOff } from '../modules/sessions/log-off.ts';
import { OneTimePassword, Pin } from '../secrets/pin.ts';
import type { Services } from '../services.ts';
import type { CastContract } from './cast.ts';
import { drawPinPair, type PinPair } from './draw-own-pin.ts';
import type { DemoContract } from './kept-demo.ts';
import { seedUser } from './seed-user.ts';
import { visitAsDesk, visitInBrowser, type Visitor } from './visit.ts';

/** What the company got in two letters. */
type Letters = Pick<DemoContract, 'contractId' | 'card'> & { readonly registrationPin: string };

/** The desk opens a contract; its administrator registers, appoints the users and logs off. */
export async function seedContract(services: Services, part: CastContract): Promise<DemoContract> {
  const { contractId, name, lockLinkage, administratorName, registered } = part;
  const letters = await openAtDesk(services, part);
  const made = { contractId, name, lockLinkage, card: letters.card };
  if (!registered) {
    const { registrationPin } = letters;
    return {
      ...made,
      registrationPin,
      administrator: { name: administratorName, pins: null },
      users: [],
    };
  }
  const pins = drawPinPair({ contractId, userIds: [] });
  const administrator = visitInBrowser(services);
  await register(administrator, letters, pins);
  // Another bank's settings may allow fewer users than the demo has.
  const casting = part.users.slice(0, services.settings.maxUsers);
  const confirmationPin = Pin.of(pins.confirmationPin);
  const users = await Promise.all(
    casting.map((user) => seedUser(services, { contractId, administrator, confirmationPin }, user)),
  );
  await administrator.do(logOff, null);
  return {
    ...made,
    registrationPin: null,
    administrator: { name: administratorName, pins },
    users,
  };
}

async function openAtDesk(services: Services, part: CastContract): Promise<Letters> {
  const { contractId, name, lockLinkage, administratorName, notificationAddress } = part;
  const opened = await visitAsDesk(services).do(openContract, {
    contractId,
    name,
    lockLinkage,
    administratorName,
    notificationAddress,
    services: part.services.map(({ service, ceiling }) =>
      isMoneyService(service) && ceiling !== undefined ? { service, ceiling } : { service },
    ),
    reference: `DEMO-${contractId.slice(-3)}`,
    identityCheck: 'FORM_WITH_SEAL',
  });
  return { contractId, card: opened.card, registrationPin: opened.registrationPin };
}

async function register(
  administrator: Visitor,
  { contractId, registrationPin, card }: Letters,
  pins: PinPair,
): Promise<void> {
  const challenge = await cardChallenge(contractId, await administrator.asked());
  await administrator.do(registerAdministrator, {
    contractId,
    registrationPin: Pin.of(registrationPin),
    oneTimePassword: OneTimePassword.of(readCard(card, challenge.cells)),
    challengeId: challenge.id,
    contractPin: Pin.of(pins.pin),
    contractConfirmationPin: Pin.of(pins.confirmationPin),
  });
}

/** R7: reads the digits of these cells off the card, as a person does. */
function readCard(
  { columns, rows, digits }: DemoContract['card'],
  cells: readonly { readonly column: string; readonly row: string }[],
): string {
  return cells
    .map(({ column, row }) => digits[rows.indexOf(row)]?.charAt(columns.indexOf(column)) ?? '')
    .join('');
}
