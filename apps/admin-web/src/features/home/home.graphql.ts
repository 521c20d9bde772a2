import { graphql } from '../../graphql/generated/gql.ts';

/** What the administrator looks at first. */
export const homeDocument = graphql(`
  query Home {
    viewer {
      __typename
      ... on Administrator {
        certificates {
          ...CertificateRow
        }
      }
    }
    contract {
      contractId
      name
      lockLinkage
      idleMinutes
      authenticationMethod
      certificateFrom
      closedAt
      card {
        freshLogonsLeft
        logonsLeft
      }
      notificationAddresses {
        address
        status
        bouncedAt
      }
      users(first: 1) {
        totalCount
      }
      attention {
        kind
        service
        users {
          userId
          name
          status
          locks {
            reason
            at
          }
        }
      }
      history(first: 3) {
        nodes {
          id
          at
          actor
          address
          text
        }
      }
    }
  }
`);
