import { type Chapter, mutation } from '../example.ts';
import { pins } from '../people.ts';
import { cardChallenge } from './administrators-first-day.ts';

const note = { reference: 'A-2026-0002', identityCheck: 'CALL_BACK' };

export const emergencies: Chapter = {
  title: 'An emergency, and back to work',
  examples: [
    mutation({
      shows: 'lockContract',
      title: 'The administrator stops the whole contract',
      as: 'ADMINISTRATOR',
      answers: 'ContractLocked',
      fields: 'contract { status locks { reason at by } }',
      input: { confirmationPin: pins.contractConfirmation },
    }),
    mutation({
      shows: 'unlockContract',
      title: 'The desk lets the contract back in',
      as: 'BANK',
      answers: 'ContractUnlocked',
      fields: 'contract { status locks { reason at by } }',
      input: { contractId: '{{contractId}}', ...note },
    }),
    { ...cardChallenge, title: 'Which cells to read this time' },
    mutation({
      shows: 'logOnAdministrator',
      title: 'The administrator logs on',
      as: 'STRANGER',
      answers: 'LoggedOn',
      fields: 'session { id endsAt }',
      input: {
        contractId: '{{contractId}}',
        contractPin: pins.contract,
        challengeId: '{{challengeId}}',
        oneTimePassword: '{{oneTimePassword}}',
      },
    }),
    mutation({
      shows: 'issueCard',
      title: 'The desk sends another card, since the first is used up soon',
      as: 'BANK',
      answers: 'CardIssued',
      fields: `contract { card { serial status } }
      card { serial columns rows digits }`,
      input: { contractId: '{{contractId}}', reference: 'A-2026-0006' },
      learns: { digits: 'issueCard.card.digits' },
    }),
    {
      shows: 'contract',
      title: 'Which cells of the new card to read',
      as: 'ADMINISTRATOR',
      document: `query SentCard {
  contract {
    sentCard { serial issuedAt challenge { id cells { column row } } }
  }
}`,
      variables: {},
      learns: {
        challengeId: 'contract.sentCard.challenge.id',
        cells: 'contract.sentCard.challenge.cells',
      },
    },
    mutation({
      shows: 'activateCard',
      title: 'The administrator puts the new card in force',
      as: 'ADMINISTRATOR',
      answers: 'CardPutInForce',
      fields: 'contract { card { serial status freshLogonsLeft } sentCard { serial } }',
      input: {
        challengeId: '{{challengeId}}',
        oneTimePassword: '{{oneTimePassword}}',
        confirmationPin: pins.contractConfirmation,
      },
    }),
    {
      shows: 'logOff',
      title: 'The administrator logs off',
      as: 'ADMINISTRATOR',
      answers: 'LoggedOff',
      document: `mutation LogOff {
  logOff { __typename ... on LoggedOff { loggedOff } }
}`,
      variables: {},
    },
  ],
};
