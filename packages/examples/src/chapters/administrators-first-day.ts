import { type Chapter, type Example, mutation } from '../example.ts';
import { pins, sato, tanaka } from '../people.ts';

/** Asked before each logon of the administrator. */
export const cardChallenge: Example = {
  shows: 'cardChallenge',
  title: 'Which cells of the card to read',
  as: 'STRANGER',
  document: `query CardChallenge($contractId: ContractId!) {
  cardChallenge(contractId: $contractId) { id cells { column row } }
}`,
  variables: { contractId: '{{contractId}}' },
  learns: { challengeId: 'cardChallenge.id', cells: 'cardChallenge.cells' },
};

export const administratorsFirstDay: Chapter = {
  title: 'The administrator’s first day',
  examples: [
    cardChallenge,
    mutation({
      shows: 'registerAdministrator',
      title: 'The administrator registers and chooses PINs',
      as: 'STRANGER',
      answers: 'LoggedOn',
      fields: 'session { id endsAt }',
      input: {
        contractId: '{{contractId}}',
        registrationPin: '{{registrationPin}}',
        challengeId: '{{challengeId}}',
        oneTimePassword: '{{oneTimePassword}}',
        contractPin: pins.contract,
        contractConfirmationPin: pins.contractConfirmation,
      },
    }),
    {
      shows: 'contract',
      title: 'The administrator looks at the own contract',
      as: 'ADMINISTRATOR',
      document: `query OwnContract {
  contract {
    name
    version
    users(first: 20) { totalCount nodes { userId name status lastLogonAt } }
    attention { kind users { userId } }
  }
}`,
      variables: {},
      learns: { contractVersion: 'contract.version' },
    },
    mutation({
      shows: 'addUser',
      title: 'The administrator appoints a user',
      as: 'ADMINISTRATOR',
      answers: 'UserAdded',
      fields: `user { userId status version }
      temporaryPins { pin confirmationPin expiresAt }`,
      input: {
        userId: sato,
        name: '佐藤 一郎',
        email: 'sato@sakura.example',
        permissions: [
          { service: 'BALANCE_INQUIRY', action: 'VIEW' },
          { service: 'FUNDS_TRANSFER', action: 'EXECUTE' },
        ],
        limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 300000, perDay: 1000000 } }],
        confirmationPin: pins.contractConfirmation,
      },
      learns: {
        satoVersion: 'addUser.user.version',
        temporaryPin: 'addUser.temporaryPins.pin',
        temporaryConfirmationPin: 'addUser.temporaryPins.confirmationPin',
      },
    }),
    mutation({
      shows: 'prepareTemporaryPins',
      title: 'Temporary PINs are drawn ahead of an import',
      as: 'ADMINISTRATOR',
      answers: 'TemporaryPinsPrepared',
      fields: 'preparedPins',
      input: { userIds: [tanaka] },
      learns: { preparedPins: 'prepareTemporaryPins.preparedPins' },
    }),
    mutation({
      shows: 'importUsers',
      title: 'The administrator appoints all users of a CSV file',
      as: 'ADMINISTRATOR',
      answers: 'UsersImported',
      fields: 'users { user { userId name version } temporaryPins { pin confirmationPin } }',
      input: {
        csv: `利用者ID,氏名\n${tanaka},田中 次郎\n`,
        preparedPins: '{{preparedPins}}',
        confirmationPin: pins.contractConfirmation,
      },
      learns: { tanakaVersion: 'importUsers.users.0.user.version' },
    }),
    mutation({
      shows: 'setNotificationAddresses',
      title: 'The administrator says where notices go',
      as: 'ADMINISTRATOR',
      answers: 'NotificationAddressesSet',
      fields: 'contract { version notificationAddresses { address status } }',
      input: {
        addresses: ['keiri@sakura.example', 'soumu@sakura.example'],
        expectedVersion: '{{contractVersion}}',
        confirmationPin: pins.contractConfirmation,
      },
      learns: { contractVersion: 'setNotificationAddresses.contract.version' },
    }),
    mutation({
      shows: 'confirmNotificationAddress',
      title: 'The code of its mail puts an address in force',
      as: 'ADMINISTRATOR',
      answers: 'NotificationAddressConfirmed',
      fields: 'contract { version notificationAddresses { address status } }',
      input: {
        address: 'soumu@sakura.example',
        code: '{{code}}',
        confirmationPin: pins.contractConfirmation,
      },
      learns: { contractVersion: 'confirmNotificationAddress.contract.version' },
    }),
    mutation({
      shows: 'setMailLanguage',
      title: 'The administrator has notices written in English',
      as: 'ADMINISTRATOR',
      answers: 'MailLanguageSet',
      fields: 'contract { version mailLanguage }',
      input: { language: 'en', confirmationPin: pins.contractConfirmation },
      learns: { contractVersion: 'setMailLanguage.contract.version' },
    }),
  ],
};
