import { graphql } from '../../graphql/generated/gql.ts';

/** What the administrator looks at first. */
export const homeDocument = graphql(`
  query Home {
    contract {
      contractId
      name
      status
      lockLinkage
      idleMinutes
      card {
        serial
        status
        freshLogonsLeft
      }
      everybody: users(first: 1) {
        totalCount
      }
      locked: users(first: 100, status: LOCKED) {
        totalCount
        nodes {
          userId
          name
          locks {
            reason
            at
          }
        }
      }
      waiting: users(first: 100, status: AWAITING_FIRST_LOGON) {
        totalCount
        nodes {
          userId
          name
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
