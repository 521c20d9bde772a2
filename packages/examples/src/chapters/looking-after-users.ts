import { type Chapter, mutation } from '../example.ts';
import { pins, sato, tanaka } from '../people.ts';

const confirmationPin = pins.contractConfirmation;
const user = 'user { userId status locks { reason at by } }';

export const lookingAfterUsers: Chapter = {
  title: 'The administrator looks after users',
  examples: [
    mutation({
      shows: 'lockMyself',
      title: 'Emergency: the user stops themselves',
      as: 'USER',
      answers: 'UserLocked',
      fields: 'user { userId status locks { reason at by } }',
      input: { confirmationPin: pins.userConfirmation },
    }),
    mutation({
      shows: 'unlockUser',
      title: 'The administrator lets a user back in',
      as: 'ADMINISTRATOR',
      answers: 'UserUnlocked',
      fields: user,
      input: { userId: sato, confirmationPin },
    }),
    mutation({
      shows: 'updateUser',
      title: 'A name or an address is corrected',
      as: 'ADMINISTRATOR',
      answers: 'UserUpdated',
      fields: 'user { userId name email version }',
      input: {
        userId: tanaka,
        email: 'tanaka@sakura.example',
        expectedVersion: '{{tanakaVersion}}',
        confirmationPin,
      },
    }),
    mutation({
      shows: 'lockUser',
      title: 'A user is stopped at once',
      as: 'ADMINISTRATOR',
      answers: 'UserLocked',
      fields: user,
      input: { userId: tanaka, confirmationPin },
    }),
    mutation({
      shows: 'resetUserPins',
      title: 'A user who forgot a PIN gets temporary ones',
      as: 'ADMINISTRATOR',
      answers: 'UserPinsReset',
      fields: `user { userId status }
      temporaryPins { pin confirmationPin expiresAt }`,
      input: { userId: tanaka, confirmationPin },
    }),
    mutation({
      shows: 'removeUser',
      title: 'A user is removed; the ID stays taken',
      as: 'ADMINISTRATOR',
      answers: 'UserRemoved',
      fields: 'user { userId status }',
      input: { userId: tanaka, confirmationPin },
    }),
    mutation({
      shows: 'logOnUser',
      title: 'The bank’s system logs the user on, who has PINs of their own',
      as: 'BANK',
      answers: 'LoggedOn',
      fields: `sessionToken
      session { id }`,
      input: { contractId: '{{contractId}}', userId: sato, userPin: pins.newUser },
      learns: { sessionToken: 'logOnUser.sessionToken', satoSession: 'logOnUser.session.id' },
    }),
    mutation({
      shows: 'endSession',
      title: 'The administrator ends somebody’s session',
      as: 'ADMINISTRATOR',
      answers: 'SessionEnded',
      fields: 'contract { sessions { id name startedAt address } }',
      input: { sessionId: '{{satoSession}}', confirmationPin },
    }),
    mutation({
      shows: 'exportHistory',
      title: 'The history as a CSV file',
      as: 'ADMINISTRATOR',
      answers: 'HistoryExported',
      fields: 'entries csv',
      input: { filter: { kinds: ['LOGON'] }, confirmationPin },
    }),
  ],
};
