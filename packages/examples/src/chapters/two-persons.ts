import { type Chapter, mutation } from '../example.ts';

const contract = { contractId: '{{contractId}}' };

export const twoPersons: Chapter = {
  title: 'Two persons at the desk (with MONBAN_TWO_PERSONS=on)',
  needsTwoPersons: true,
  examples: [
    mutation({
      shows: 'issueCard',
      title: 'One clerk asks for a card: nothing happens yet',
      as: 'BANK',
      answers: 'DeskActWaiting',
      fields: 'act { actId operation askedBy expiresAt }',
      input: { ...contract, reference: 'A-2026-0004' },
      learns: { actId: 'issueCard.act.actId' },
    }),
    {
      shows: 'deskActs',
      title: 'What waits for another person',
      as: 'ANOTHER_CLERK',
      document: `query DeskActs {
  deskActs(first: 20) {
    totalCount
    nodes { actId operation input askedBy askedAt expiresAt }
  }
}`,
      variables: {},
    },
    mutation({
      shows: 'approveDeskAct',
      title: 'Another clerk approves, and it is done',
      as: 'ANOTHER_CLERK',
      answers: 'DeskActApproved',
      fields: `act { actId operation askedBy }
      contract { contractId status }
      registrationPin`,
      input: { actId: '{{actId}}', reference: 'A-2026-0005' },
    }),
    mutation({
      shows: 'showCard',
      title: 'The card is fetched, once, by who never had the registration PIN',
      as: 'ANOTHER_CLERK',
      answers: 'CardShown',
      fields: 'card { serial columns rows digits }',
      input: contract,
    }),
    mutation({
      shows: 'issueCard',
      title: 'One clerk asks for a card by mistake',
      as: 'BANK',
      answers: 'DeskActWaiting',
      fields: 'act { actId }',
      input: contract,
      learns: { actId: 'issueCard.act.actId' },
    }),
    mutation({
      shows: 'declineDeskAct',
      title: 'It is withdrawn, and will not be done',
      as: 'BANK',
      answers: 'DeskActDeclined',
      fields: 'act { actId operation }',
      input: { actId: '{{actId}}' },
    }),
  ],
};
