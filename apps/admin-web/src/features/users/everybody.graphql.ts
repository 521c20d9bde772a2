import { graphql } from '../../graphql/generated/gql.ts';

/** Who may do what, of everybody: when somebody goes, who is left. */
export const everybodyDocument = graphql(`
  query Everybody($after: String) {
    contract {
      contractId
      users(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          userId
          permissions {
            service
            action
          }
        }
      }
    }
  }
`);
