import { graphql } from '../../graphql/generated/gql.ts';

export const historyDocument = graphql(`
  query History($first: Int!, $after: String) {
    contract {
      contractId
      history(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          at
          operation
          actor
          address
          text
        }
      }
    }
  }
`);
