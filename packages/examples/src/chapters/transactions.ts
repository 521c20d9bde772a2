import { type Chapter, type Example, mutation } from '../example.ts';
import { pins, sato } from '../people.ts';

const authorizeTransaction = {
  shows: 'authorizeTransaction',
  as: 'USER',
  answers: 'TransactionAuthorized',
  fields: 'authorization { id status amount expiresAt token }',
  more: [
    'InvalidInput { problems { path code message } }',
    'LimitExceeded { layer period left }',
    'WrongPin { attemptsLeft locks }',
    'TryAgain { retryAfterSeconds }',
  ],
} as const;

/** What every transaction of the examples says. */
const transfer = {
  service: 'FUNDS_TRANSFER',
  accountNumber: '1234567',
  transactionHash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  confirmationPin: pins.userConfirmation,
};

const parts = 'id status amount authorizedAt expiresAt captureReference voidedBecause';

const authorizationByKey: Example = {
  shows: 'authorizationByKey',
  title: 'After a lost answer: what became of a request, without a PIN',
  as: 'BANK',
  document: `query AuthorizationByKey($contractId: ContractId!, $userId: UserId!, $key: String!) {
  authorizationByKey(contractId: $contractId, userId: $userId, idempotencyKey: $key) {
    ${parts}
  }
}`,
  variables: { contractId: '{{contractId}}', userId: sato, key: 'transfer-0001' },
};

export const transactions: Chapter = {
  title: 'A transaction is authorised',
  examples: [
    mutation({
      ...authorizeTransaction,
      title: 'Before money moves: the user confirms, limits are reserved',
      input: { ...transfer, amount: 120000, idempotencyKey: 'transfer-0001' },
      learns: { authorizationId: 'authorizeTransaction.authorization.id' },
    }),
    authorizationByKey,
    mutation({
      shows: 'captureAuthorization',
      title: 'The money is about to move: the authorisation is captured',
      as: 'BANK',
      answers: 'AuthorizationCaptured',
      fields: `authorization { ${parts} }`,
      input: { id: '{{authorizationId}}', reference: 'payment-0001' },
    }),
    {
      shows: 'authorization',
      title: 'What became of an authorisation',
      as: 'BANK',
      document: `query Authorization($id: ID!) {
  authorization(id: $id) { ${parts} }
}`,
      variables: { id: '{{authorizationId}}' },
    },
    mutation({
      ...authorizeTransaction,
      title: 'Another transaction, which will come to nothing',
      input: { ...transfer, amount: 80000, idempotencyKey: 'transfer-0002' },
      learns: { secondAuthorizationId: 'authorizeTransaction.authorization.id' },
    }),
    mutation({
      shows: 'voidAuthorization',
      title: 'It comes to nothing: the amount is free again',
      as: 'BANK',
      answers: 'AuthorizationVoided',
      fields: `authorization { ${parts} }`,
      more: [],
      input: { id: '{{secondAuthorizationId}}' },
    }),
    {
      shows: 'noteActivity',
      title: 'The user did something in the bank’s system: the session lives on',
      as: 'USER',
      answers: 'ActivityNoted',
      document: `mutation NoteActivity {
  noteActivity { __typename ... on ActivityNoted { session { idleEndsAt } } }
}`,
      variables: {},
    },
  ],
};
