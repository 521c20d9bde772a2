import { type Chapter, mutation } from '../example.ts';

export const deskOpens: Chapter = {
  title: 'The desk opens a contract',
  examples: [
    mutation({
      shows: 'openContract',
      title: 'The desk opens a contract',
      as: 'BANK',
      answers: 'ContractOpened',
      fields: `contract { contractId name status }
      registrationPin
      card { serial columns rows digits }`,
      input: {
        name: 'さくら商事株式会社',
        lockLinkage: 'UNLINKED',
        administratorName: '桜井 花子',
        notificationAddress: 'keiri@sakura.example',
        services: [
          { service: 'BALANCE_INQUIRY' },
          { service: 'FUNDS_TRANSFER', ceiling: { perTransaction: 1000000, perDay: 5000000 } },
        ],
        reference: 'A-2026-0001',
      },
      learns: {
        contractId: 'openContract.contract.contractId',
        registrationPin: 'openContract.registrationPin',
        digits: 'openContract.card.digits',
      },
    }),
    {
      shows: 'contracts',
      title: 'The bank looks for a contract',
      as: 'BANK',
      document: `query Contracts($search: String) {
  contracts(first: 20, search: $search) { totalCount nodes { contractId name status } }
}`,
      variables: { search: 'さくら' },
    },
    {
      shows: 'contract',
      title: 'The bank looks at a contract',
      as: 'BANK',
      document: `query Contract($contractId: ContractId!) {
  contract(contractId: $contractId) {
    name
    status
    lockLinkage
    services { service ceiling { perTransaction perDay } limit { perTransaction perDay } }
    card { serial status freshLogonsLeft }
    history(first: 5) { nodes { at headline actor } }
  }
}`,
      variables: { contractId: '{{contractId}}' },
    },
  ],
};
