import { graphql } from '../../graphql/generated/gql.ts';

export const noticeList = graphql(`
  fragment NoticeList on NoticeConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      at
      address
      state
      sentAt
      language
      subject
      text
    }
  }
`);

/** What was told to the contract's addresses and to its users'. */
export const noticesDocument = graphql(`
  query Notices($first: Int!, $after: String) {
    contract {
      contractId
      notices(first: $first, after: $after) {
        ...NoticeList
      }
    }
  }
`);

/** What was told to a user. */
export const ownNoticesDocument = graphql(`
  query OwnNotices($first: Int!, $after: String) {
    viewer {
      ... on User {
        userId
        email
        notices(first: $first, after: $after) {
          ...NoticeList
        }
      }
    }
  }
`);
