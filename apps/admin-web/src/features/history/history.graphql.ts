import { graphql } from '../../graphql/generated/gql.ts';

/** A page of the history, and who can be looked for in it. */
export const historyDocument = graphql(`
  query History($first: Int!, $after: String, $filter: HistoryFilter) {
    contract {
      contractId
      history(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...HistoryLine
        }
      }
      users(first: 100) {
        nodes {
          userId
          name
        }
      }
      removed: users(first: 100, status: REMOVED) {
        nodes {
          userId
          name
        }
      }
    }
  }
`);

export const historyLine = graphql(`
  fragment HistoryLine on HistoryEntry {
    id
    at
    kind
    actor
    concerns
    address
    headline
    changes {
      what
      from
      to
    }
    before {
      permissions {
        service
        action
      }
      limits {
        service
        limit {
          perTransaction
          perDay
        }
      }
      accounts
    }
  }
`);

export const exportHistoryDocument = graphql(`
  mutation ExportHistory($input: ExportHistoryInput!) {
    exportHistory(input: $input) {
      __typename
      ...RefusalParts
      ... on HistoryExported {
        entries
        csv
      }
    }
  }
`);
