import { type Chapter, mutation } from '../example.ts';
import { pins, sato, tanaka } from '../people.ts';

const confirmationPin = pins.contractConfirmation;
const user = 'user { userId version permissions { service action } }';

export const rightsAndLimits: Chapter = {
  title: 'Rights and limits',
  examples: [
    mutation({
      shows: 'setContractLimits',
      title: 'The company’s own limits, at or below the desk’s ceiling',
      as: 'ADMINISTRATOR',
      answers: 'ContractLimitsSet',
      fields: 'contract { version services { service limit { perTransaction perDay } } }',
      input: {
        limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 500000, perDay: 2000000 } }],
        expectedVersion: '{{contractVersion}}',
        confirmationPin,
      },
      learns: { contractVersion: 'setContractLimits.contract.version' },
    }),
    mutation({
      shows: 'setUserPermissions',
      title: 'What a user may do',
      as: 'ADMINISTRATOR',
      answers: 'UserPermissionsSet',
      fields: user,
      input: {
        userId: tanaka,
        permissions: [{ service: 'BALANCE_INQUIRY', action: 'VIEW' }],
        expectedVersion: '{{tanakaVersion}}',
        confirmationPin,
      },
      learns: { tanakaVersion: 'setUserPermissions.user.version' },
    }),
    mutation({
      shows: 'setUserLimits',
      title: 'For how much',
      as: 'ADMINISTRATOR',
      answers: 'UserLimitsSet',
      fields: 'user { userId version limits { service limit { perTransaction perDay } } }',
      input: {
        userId: sato,
        limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 400000, perDay: 1500000 } }],
        expectedVersion: '{{satoVersion}}',
        confirmationPin,
      },
      learns: { satoVersion: 'setUserLimits.user.version' },
    }),
    mutation({
      shows: 'setUserAccounts',
      title: 'From which accounts',
      as: 'ADMINISTRATOR',
      answers: 'UserAccountsSet',
      fields: 'user { userId version accounts }',
      input: {
        userId: sato,
        accounts: ['1234567'],
        expectedVersion: '{{satoVersion}}',
        confirmationPin,
      },
      learns: { satoVersion: 'setUserAccounts.user.version' },
    }),
    mutation({
      shows: 'setUserRights',
      title: 'The rights of several users in one act',
      as: 'ADMINISTRATOR',
      answers: 'UserRightsSet',
      fields: 'users { userId version permissions { service action } }',
      input: {
        changes: [
          {
            users: [
              { userId: sato, expectedVersion: '{{satoVersion}}' },
              { userId: tanaka, expectedVersion: '{{tanakaVersion}}' },
            ],
            permissions: [
              { service: 'BALANCE_INQUIRY', action: 'VIEW' },
              { service: 'FUNDS_TRANSFER', action: 'EXECUTE' },
            ],
          },
        ],
        confirmationPin,
      },
      learns: {
        satoVersion: 'setUserRights.users.0.version',
        tanakaVersion: 'setUserRights.users.1.version',
      },
    }),
  ],
};
