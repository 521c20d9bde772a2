import { graphql } from '../../graphql/generated/gql.ts';

/** Everybody of the contract, with what certificates they have. */
export const certificatesDocument = graphql(`
  query Certificates($after: String) {
    contract {
      contractId
      name
      authenticationMethod
      certificateFrom
      administrator {
        name
      }
      users(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          userId
          name
        }
      }
      certificates {
        ...CertificateRow
      }
      certificateGrants {
        person
        until
      }
    }
  }
`);

export const grantCertificateDocument = graphql(`
  mutation GrantCertificate($input: GrantCertificateInput!) {
    grantCertificate(input: $input) {
      __typename
      ...RefusalParts
      ... on CertificateGranted {
        grant {
          person
          name
          until
        }
        retrievalCode
      }
    }
  }
`);
