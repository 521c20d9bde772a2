import { type EmailAddress, parseEmailAddress } from '@monban/domain/id';
import {
  isCodeSpent,
  parseConfirmationCode,
  sameAddress,
} from '@monban/domain/notification-address';
import { problem } from '@monban/domain/problem';
import { ok } from '@monban/domain/result';

import { gather } from '../../input.ts';
import { command, refuse } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { contractView } from '../contracts/contract-view.ts';
import { confirmation } from '../users/user-target.ts';
import {
  countWrongCode,
  selectNotificationAddresses,
  updateNotificationAddresses,
} from './address.store.ts';

interface Input {
  readonly address: string;
  readonly code: string;
  readonly confirmationPin: Pin;
}

interface Entered {
  readonly address: EmailAddress;
  readonly code: string;
  readonly confirmationPin: Pin;
}

/** R10: the code that was mailed to a new address puts it in force. Five wrong ones end it. */
export const confirmNotificationAddress = command({
  name: 'confirmNotificationAddress',
  may: ['ADMINISTRATOR'],
  read: ({ address, code, confirmationPin }: Input) => {
    const read = gather({
      address: parseEmailAddress(address, 'address'),
      code: parseConfirmationCode(code, 'code'),
    });
    if (!read.ok) return read;
    const entered: Entered = { ...read.value, confirmationPin };
    return ok(entered);
  },
  load: (queries, contractId) => selectNotificationAddresses(queries, contractId),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered, loaded, asked }) => {
    const { contract, now, queries } = act;
    const { contractId } = contract;
    const row = loaded.find(({ address }) => sameAddress(address, entered.address));
    if (row === undefined) return refuse({ code: 'NOT_FOUND', what: 'NOTIFICATION_ADDRESS' });
    const { address, codeSalt, codeUntil, codeWrong, status } = row;
    if (status !== 'PENDING')
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'ADDRESS_NOT_PENDING' });
    const waiting = { until: codeUntil ?? now, wrong: codeWrong };
    if (codeSalt === null || isCodeSpent(waiting, now))
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'CODE_SPENT' });
    if (!asked.services.addressCodes.fits({ contractId, address, salt: codeSalt }, entered.code)) {
      return refuse(
        { code: 'INVALID_INPUT', problems: [problem('code', 'WRONG_CODE')] },
        countWrongCode(queries, contractId, address),
      );
    }
    const inForce = {
      status: 'IN_FORCE',
      codeSalt: null,
      codeUntil: null,
      codeWrong: 0,
      // The code has arrived, and so does mail.
      confirmedAt: now,
      bouncedAt: null,
    } as const;
    const changes = { version: contract.version + 1 };
    act.atCommit(updateNotificationAddresses(queries, contractId, [address], inForce));
    act.changeContract(changes);
    return {
      done: {
        __typename: 'NotificationAddressConfirmed',
        contract: contractView({ ...contract, ...changes }, now),
      } as const,
      events: [{ type: 'NOTIFICATION_ADDRESS_CONFIRMED', address }],
    };
  },
});
