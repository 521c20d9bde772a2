import type { HistoryEvent } from '@monban/domain/history-event';
import { type EmailAddress, parseEmailAddress } from '@monban/domain/id';
import {
  type AddressChange,
  addressLists,
  changeAddresses,
  checkAddresses,
  isCodeSpent,
  sameAddress,
} from '@monban/domain/notification-address';
import { err, ok } from '@monban/domain/result';

import type { Act } from '../../act.ts';
import { type Asked, command, refuse } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { contractView } from '../contracts/contract-view.ts';
import { confirmation } from '../users/user-target.ts';
import {
  deleteNotificationAddresses,
  insertNotificationAddress,
  selectNotificationAddresses,
  updateNotificationAddresses,
} from './address.store.ts';
import { newCode } from './new-code.ts';

interface Input {
  readonly addresses: readonly string[];
  readonly expectedVersion: number;
  readonly confirmationPin: Pin;
}

interface Entered {
  readonly addresses: readonly EmailAddress[];
  readonly expectedVersion: number;
  readonly confirmationPin: Pin;
}

type AddressRow = Awaited<ReturnType<typeof selectNotificationAddresses>>[number];

/** R10: where notices go. A new address waits for its code; one that was replaced is told for some days more. */
export const setNotificationAddresses = command({
  name: 'setNotificationAddresses',
  may: ['ADMINISTRATOR'],
  read: ({ addresses, expectedVersion, confirmationPin }: Input) => {
    const read = addresses.map((text, index) => parseEmailAddress(text, `addresses.${index}`));
    const problems = [
      ...read.flatMap((each) => (each.ok ? [] : [each.error])),
      ...checkAddresses(addresses, 'addresses'),
    ];
    if (problems.length > 0) return err({ code: 'INVALID_INPUT', problems });
    const entered: Entered = {
      addresses: read.flatMap((each) => (each.ok ? [each.value] : [])),
      expectedVersion,
      confirmationPin,
    };
    return ok(entered);
  },
  load: (queries, contractId) => selectNotificationAddresses(queries, contractId),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered, loaded, asked }) => {
    const { contract, now } = act;
    const { addresses, expectedVersion } = entered;
    if (contract.version !== expectedVersion) return refuse({ code: 'CONFLICT', about: 'VERSION' });
    const policy = { leavingDays: asked.services.settings.addressLeavingDays };
    const change = changeAddresses(loaded, addresses, policy, now);
    if (!change.ok) return refuse({ code: 'NOT_ALLOWED_NOW', because: change.error });
    const renewed = loaded.filter(
      (row) => isWanted(row, addresses) && row.status === 'PENDING' && isSpent(row, now),
    );
    write(act, change.value, renewed, asked);
    const events = eventsOf(loaded, change.value, renewed);
    const changes = events.length > 0 ? { version: contract.version + 1 } : {};
    act.changeContract(changes);
    return {
      done: {
        __typename: 'NotificationAddressesSet',
        contract: contractView({ ...contract, ...changes }, now),
      } as const,
      events,
    };
  },
});

function write(
  { atCommit, contract, now, queries }: Act,
  change: AddressChange,
  renewed: readonly AddressRow[],
  { services }: Asked,
): void {
  const { contractId } = contract;
  const update = (addresses: readonly string[], changes: Partial<AddressRow>) => {
    if (addresses.length > 0)
      atCommit(updateNotificationAddresses(queries, contractId, addresses, changes));
  };
  if (change.dropped.length > 0)
    atCommit(deleteNotificationAddresses(queries, contractId, change.dropped));
  update(change.leaving, { status: 'LEAVING', leavesAt: change.leavesAt });
  update(change.backInForce, { status: 'IN_FORCE', leavesAt: null });
  for (const { address } of renewed) update([address], newCode(services, now));
  for (const address of change.added) {
    const pending = { contractId, address, status: 'PENDING', addedAt: now } as const;
    atCommit(insertNotificationAddress(queries, { ...pending, ...newCode(services, now) }));
  }
}

/** The mail of either event carries the code to an address that waits for it. */
function eventsOf(
  standing: readonly AddressRow[],
  change: AddressChange,
  renewed: readonly AddressRow[],
): readonly HistoryEvent[] {
  const { from, to } = addressLists(standing, change);
  const same = from.length === to.length && from.every((address) => to.includes(address));
  return [
    ...(same ? [] : [{ type: 'NOTIFICATION_ADDRESSES_SET', from, to } as const]),
    ...renewed.map(({ address }) => ({ type: 'NOTIFICATION_ADDRESS_ADDED', address }) as const),
  ];
}

function isWanted({ address }: AddressRow, wanted: readonly string[]): boolean {
  return wanted.some((each) => sameAddress(each, address));
}

function isSpent({ codeUntil, codeWrong }: AddressRow, now: number): boolean {
  return isCodeSpent({ until: codeUntil ?? now, wrong: codeWrong }, now);
}
