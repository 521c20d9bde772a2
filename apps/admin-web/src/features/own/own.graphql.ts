import { graphql } from '../../graphql/generated/gql.ts';

/** What a user sees of themselves: rights, limits, and what is left of today's. */
export const ownDocument = graphql(`
  query Own {
    viewer {
      __typename
      ... on User {
        userId
        name
        ...UserEmail
        previousLogonAt
        contract {
          contractId
          authenticationMethod
          certificateFrom
        }
        certificates {
          ...CertificateRow
        }
        permissions {
          service
          action
        }
        accounts
        ability {
          service
          action
          allowed
          reasons
        }
        limits {
          service
          limit {
            perTransaction
            perDay
          }
          effective {
            perTransaction
            perDay
          }
          usedToday
        }
      }
    }
  }
`);
