import { graphql } from '../../graphql/generated/gql.ts';

/** The certificates that can be lost with a computer of the company. */
export const companysCertificatesDocument = graphql(`
  query CompanysCertificates {
    contract {
      contractId
      certificates {
        thumbprint
        status
      }
    }
  }
`);

/** The same of a user, who sees their own alone. */
export const usersCertificatesDocument = graphql(`
  query UsersCertificates {
    viewer {
      __typename
      ... on User {
        userId
        certificates {
          thumbprint
          status
        }
      }
    }
  }
`);

export const lockContractDocument = graphql(`
  mutation LockContract($input: LockContractInput!) {
    lockContract(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);

export const reportCardLostDocument = graphql(`
  mutation ReportCardLost($input: ReportCardLostInput!) {
    reportCardLost(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);

export const lockMyselfDocument = graphql(`
  mutation LockMyself($input: LockMyselfInput!) {
    lockMyself(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);
