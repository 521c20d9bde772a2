import { attention } from '@monban/domain/attention';
import { type BouncedAddress, isWithoutNews } from '@monban/domain/bounce';
import { addressKey } from '@monban/domain/notification-address';

import { administratorKey } from '../../db/rows.ts';
import { selectGivenUp } from '../../notices/bounce.store.ts';
import type { Asked } from '../../operation.ts';
import { certificateEnd, lacksCertificate } from '../certificates/read-certificates.ts';
import { abilityOf } from '../users/read-user.ts';
import { selectPresentUsers } from '../users/user.store.ts';
import { userView } from '../users/user-view.ts';
import type { ContractView } from './contract-view.ts';
import { addressesOf, cardOf, sentCardOf } from './read-contract.ts';

/** What waits for the administrator: the domain's answer from what is stored, over all users of the contract. */
export async function attentionOf(view: ContractView, asked: Asked) {
  const { contractId, row } = view;
  const { database, now } = asked.services;
  const at = now();
  const [rows, card, sent, addresses, givenUp] = await Promise.all([
    selectPresentUsers(database.reading(contractId), contractId),
    cardOf(view, asked),
    sentCardOf(view, asked),
    addressesOf(view, asked),
    selectGivenUp(database.reading(contractId), contractId),
  ]);
  const handedOver = new Map(givenUp.map((each) => [each.key, each.handedOverAt]));
  const hearsNothing = (address: string | null, stands: BouncedAddress) =>
    address !== null && isWithoutNews(stands, handedOver.get(addressKey(address)) ?? null);
  const users = new Map(rows.map((user) => [user.userId ?? '', userView(row, user, at)]));
  const glances = await Promise.all(
    [...users.values()].map(async (user) => ({
      userId: user.userId,
      status: user.status,
      temporaryUntil: user.temporaryUntil,
      certificateMissing: await lacksCertificate(user, asked),
      certificateUntil: await certificateEnd(contractId, user.personKey, asked),
      emailBounced: user.emailBouncedAt !== null,
      noticesUndelivered: hearsNothing(user.email, {
        bouncedAt: user.emailBouncedAt,
        standsSince: user.emailSince,
      }),
      abilities: await abilityOf(user, asked),
    })),
  );
  const standing = {
    card,
    cardSent: sent !== null,
    closing: view.closedAt !== null,
    certificates: row,
    ownCertificateUntil: await certificateEnd(contractId, administratorKey, asked),
    addresses: addresses.map(({ status }) => status),
    bounced: addresses.some(({ bouncedAt, status }) => status === 'IN_FORCE' && bouncedAt !== null),
    undelivered: addresses.some(
      (each) => each.status === 'IN_FORCE' && hearsNothing(each.address, each),
    ),
    users: glances,
  };
  return attention(standing, at).map(({ userIds, ...waiting }) => ({
    ...waiting,
    users: userIds.flatMap((userId) => users.get(userId) ?? []),
  }));
}
