import { type Chapter, mutation } from '../example.ts';
import { pins, sato } from '../people.ts';

export const throughTheBank: Chapter = {
  title: 'A user through the bank’s system',
  examples: [
    mutation({
      shows: 'logOnUser',
      title: 'The bank’s system logs a user on, who has temporary PINs yet',
      as: 'BANK',
      answers: 'LoggedOn',
      fields: `mustReplacePins
      sessionToken
      session { id idleEndsAt endsAt }`,
      input: { contractId: '{{contractId}}', userId: sato, userPin: '{{temporaryPin}}' },
      learns: { sessionToken: 'logOnUser.sessionToken' },
    }),
    mutation({
      shows: 'replaceTemporaryPins',
      title: 'The user’s own PINs take the place of the temporary ones',
      as: 'USER',
      answers: 'PinChanged',
      fields: 'viewer { __typename }',
      input: {
        temporaryConfirmationPin: '{{temporaryConfirmationPin}}',
        newPin: pins.user,
        newConfirmationPin: pins.userConfirmation,
      },
    }),
    {
      shows: 'viewer',
      title: 'What the user can do right now, and why not',
      as: 'USER',
      document: `query Ability {
  viewer {
    ... on User {
      userId
      ability { service action allowed reasons }
      limits { service effective { perTransaction perDay } usedToday }
    }
  }
}`,
      variables: {},
    },
    mutation({
      shows: 'changePin',
      title: 'The user changes a PIN, proving both current ones',
      as: 'USER',
      answers: 'PinChanged',
      fields: 'viewer { __typename }',
      input: {
        kind: 'LOGON',
        newPin: pins.newUser,
        currentPin: pins.user,
        currentConfirmationPin: pins.userConfirmation,
      },
    }),
    mutation({
      shows: 'setLogonNotices',
      title: 'The user wants no mail of their own logons; the company goes on getting it',
      as: 'USER',
      answers: 'LogonNoticesSet',
      fields: 'viewer { ... on User { logonNotices } }',
      input: { on: false, confirmationPin: pins.userConfirmation },
      more: ['WrongPin { attemptsLeft locks }', 'InvalidInput { problems { path code message } }'],
    }),
  ],
};
