import { type Chapter, mutation } from '../example.ts';

/** What every act of the desk names: where it stands on paper, and how it made sure who was asking. */
const desk = {
  contractId: '{{contractId}}',
  reference: 'A-2026-0003',
  identityCheck: 'FORM_WITH_SEAL',
};

export const deskChanges: Chapter = {
  title: 'The desk changes a contract',
  examples: [
    mutation({
      shows: 'renameContract',
      title: 'The company has another name',
      as: 'BANK',
      answers: 'ContractRenamed',
      fields: 'contract { contractId name }',
      input: { ...desk, name: 'さくらホールディングス株式会社' },
    }),
    mutation({
      shows: 'setContractServices',
      title: 'Which services there are, and how far they go',
      as: 'BANK',
      answers: 'ContractServicesSet',
      fields: 'contract { services { service ceiling { perTransaction perDay } } }',
      input: {
        ...desk,
        services: [
          { service: 'BALANCE_INQUIRY' },
          { service: 'ACTIVITY_STATEMENT' },
          { service: 'FUNDS_TRANSFER', ceiling: { perTransaction: 2000000, perDay: 8000000 } },
        ],
      },
    }),
    mutation({
      shows: 'setIdleMinutes',
      title: 'How long a session may be left alone',
      as: 'BANK',
      answers: 'IdleMinutesSet',
      fields: 'contract { idleMinutes }',
      input: { ...desk, idleMinutes: 5 },
    }),
    mutation({
      shows: 'setLockLinkage',
      title: 'Whom a user’s seventh wrong PIN stops',
      as: 'BANK',
      answers: 'LockLinkageSet',
      fields: 'contract { lockLinkage }',
      input: { ...desk, lockLinkage: 'LINKED' },
    }),
    mutation({
      shows: 'reportCardLost',
      title: 'A card is lost, and unusable from this moment',
      as: 'BANK',
      answers: 'CardReportedLost',
      fields: 'contract { card { serial status } }',
      input: desk,
    }),
    mutation({
      shows: 'issueCard',
      title: 'The desk issues a new card',
      as: 'BANK',
      answers: 'CardIssued',
      fields: `contract { card { serial status } }
      card { serial columns rows digits }`,
      input: desk,
      learns: { digits: 'issueCard.card.digits' },
    }),
    mutation({
      shows: 'putCardInForce',
      title: 'The new card has arrived, and nobody can log on with the lost one',
      as: 'BANK',
      answers: 'CardPutInForce',
      fields: 'contract { card { serial status } }',
      input: desk,
    }),
    mutation({
      shows: 'resetAdministrator',
      title: 'A successor begins anew, with the card that there is',
      as: 'BANK',
      answers: 'AdministratorReset',
      fields: `contract { status administrator { name status } }
      registrationPin`,
      input: { ...desk, administratorName: '鈴木 花子' },
    }),
    {
      shows: 'undeliveredNotices',
      title: 'Which notices could not be delivered',
      as: 'BANK',
      document: `query UndeliveredNotices {
  undeliveredNotices(first: 20) {
    totalCount
    nodes { id contractId address at subject reply failedAt }
    pageInfo { hasNextPage endCursor }
  }
}`,
      variables: {},
    },
    mutation({
      shows: 'resendNotice',
      title: 'One of them is sent once more; there is none with this ID',
      as: 'BANK',
      answers: 'SimpleRefusal',
      fields: 'code',
      input: { ...desk, noticeId: '00000000-0000-4000-8000-000000000000' },
    }),
    mutation({
      shows: 'resendNotices',
      title:
        'After a mail server’s mistake, all that were given up since then; here there are none',
      as: 'BANK',
      answers: 'SimpleRefusal',
      fields: 'code',
      input: { ...desk, failedSince: '2026-01-01T00:00:00Z' },
    }),
    mutation({
      shows: 'reportBounce',
      title: 'The mail system reports one that came back; none has this Message-ID',
      as: 'BANK',
      answers: 'SimpleRefusal',
      fields: 'code',
      input: {
        messageId: '<00000000-0000-4000-8000-000000000000@bank.example>',
        action: 'FAILED',
        status: '5.1.1',
      },
    }),
    mutation({
      shows: 'closeContract',
      title: 'The contract ends at the next midnight in Japan',
      as: 'BANK',
      answers: 'ContractClosed',
      fields: 'contract { status closedAt }',
      input: desk,
    }),
    mutation({
      shows: 'keepContract',
      title: 'It does not end after all',
      as: 'BANK',
      answers: 'ContractKept',
      fields: 'contract { status closedAt }',
      input: desk,
    }),
    mutation({
      shows: 'setAuthenticationMethod',
      title: 'Logon only with a client certificate from now on',
      as: 'BANK',
      answers: 'AuthenticationMethodSet',
      fields: 'contract { authenticationMethod peopleWithoutCertificate }',
      input: { ...desk, authenticationMethod: 'CERTIFICATE' },
    }),
  ],
};
