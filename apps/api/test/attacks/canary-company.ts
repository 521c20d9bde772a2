import { type Client, connect } from '../harness/client.ts';
import { codeInTheMail } from '../harness/address-code.ts';
import { fileOf, importUsers, prepare } from '../harness/import-file.ts';
import {
  type Answered,
  ask,
  challenge,
  logOnAdministrator,
  logOnUser,
  openContract,
  type OperationName,
  readCard,
} from '../harness/seed.ts';
import type { Ground } from '../harness/server.ts';

/** A whole company whose every PIN is a canary, after each was entered right wherever one can be entered. */
export interface CanaryCompany {
  readonly administrator: Client;
  readonly user: Client;
  readonly contractId: string;
  /** All that was answered; what is shown once there was drawn, and is no canary. */
  readonly answers: readonly Answered[];
  /** What was shown once, to whom it is for, or goes out by mail. */
  readonly shownOnce: readonly string[];
  /** Ends the sessions of both, by an emergency stop each. */
  stop(): Promise<readonly Answered[]>;
}

const address = 'second@yamada.example';

export async function workWithCanaries(
  url: string,
  ground: Ground,
  canary: () => string,
): Promise<CanaryCompany> {
  const opened = await openContract(url, ground, { notificationAddress: 'first@yamada.example' });
  const { contractId } = opened;
  const pin = {
    contract: canary(),
    contractConfirmation: canary(),
    user: canary(),
    userConfirmation: canary(),
    nextUser: canary(),
    nextConfirmation: canary(),
  };
  const administrator = connect(url);
  const given = await challenge(administrator, contractId);
  const answers: Answered[] = [];
  const take = async (answering: Promise<Answered>): Promise<Answered> => {
    const answer = await answering;
    if (answer.code !== undefined) throw new Error(`refused: ${JSON.stringify(answer)}`);
    answers.push(answer);
    return answer;
  };
  await take(
    ask(administrator, 'registerAdministrator', {
      contractId,
      registrationPin: opened.registrationPin,
      oneTimePassword: readCard(opened.digits, given),
      contractPin: pin.contract,
      contractConfirmationPin: pin.contractConfirmation,
    }),
  );
  await take(logOnAdministrator(administrator, opened, pin.contract));
  await take(
    ask(administrator, 'changePin', {
      kind: 'CONFIRMATION',
      newPin: pin.nextConfirmation,
      currentPin: pin.contract,
      currentConfirmationPin: pin.contractConfirmation,
    }),
  );
  const confirmed = { confirmationPin: pin.nextConfirmation };
  const act = (name: OperationName, input: object) =>
    take(ask(administrator, name, { ...input, ...confirmed }));

  const added = await act('addUser', { userId: 'Sato', name: 'Sato', permissions: [], limits: [] });
  const user = connect(url);
  await take(logOnUser(user, contractId, 'Sato', added.temporaryPins?.pin));
  await take(
    ask(user, 'replaceTemporaryPins', {
      temporaryConfirmationPin: added.temporaryPins?.confirmationPin,
      newPin: pin.user,
      newConfirmationPin: pin.userConfirmation,
    }),
  );
  await take(
    ask(user, 'changePin', {
      kind: 'LOGON',
      newPin: pin.nextUser,
      currentPin: pin.user,
      currentConfirmationPin: pin.userConfirmation,
    }),
  );
  await act('lockUser', { userId: 'Sato' });
  await act('unlockUser', { userId: 'Sato' });
  await take(logOnUser(user, contractId, 'Sato', pin.nextUser));

  await act('updateUser', { userId: 'Sato', name: 'Sato Kenichi', expectedVersion: 1 });
  const rights = { permissions: [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }] };
  await act('setUserPermissions', { userId: 'Sato', expectedVersion: 2, ...rights });
  const limits = [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 1, perDay: 2 } }];
  await act('setUserLimits', { userId: 'Sato', expectedVersion: 3, limits });
  await act('setUserAccounts', { userId: 'Sato', expectedVersion: 4, accounts: ['1234567'] });
  const all = { users: [{ userId: 'Sato', expectedVersion: 5 }], permissions: [] };
  await act('setUserRights', { changes: [all] });
  await act('setContractLimits', { limits, expectedVersion: await version(administrator) });
  await act('setNotificationAddresses', {
    addresses: ['first@yamada.example', address],
    expectedVersion: await version(administrator),
  });
  const code = await codeInTheMail(ground, contractId, address);
  await act('confirmNotificationAddress', { address, code });
  const prepared = await prepare(administrator, ['Tanaka']);
  const imported = await importUsers(
    administrator,
    fileOf('Tanaka'),
    prepared,
    confirmed.confirmationPin,
  );
  await act('removeUser', { userId: 'Tanaka' });

  return {
    administrator,
    user,
    contractId,
    answers,
    shownOnce: [opened.registrationPin, opened.digits, code, ...pinsIn(added), ...pinsIn(imported)],
    stop: async () => {
      const stops = [
        await ask(user, 'lockMyself', { confirmationPin: pin.userConfirmation }),
        await ask(administrator, 'lockContract', confirmed),
      ];
      return stops;
    },
  };
}

function pinsIn(answer: unknown): readonly string[] {
  const found = [...JSON.stringify(answer).matchAll(/"(?:pin|confirmationPin)":"([^"]+)"/g)];
  if (found.length === 0) throw new Error(`no PINs: ${JSON.stringify(answer)}`);
  return found.map(([, pin = '']) => pin);
}

async function version(administrator: Client): Promise<number> {
  const { contract } = await administrator.send<{ contract: { version: number } }>(
    '{ contract { version } }',
  );
  return contract.version;
}
