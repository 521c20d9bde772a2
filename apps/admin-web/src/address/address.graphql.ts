import { graphql } from '../graphql/generated/gql.ts';

/** Where a user's notices go (R10). */
export const userEmail = graphql(`
  fragment UserEmail on User {
    email
    emailBouncedAt
    leavingEmails {
      address
      leavesAt
    }
  }
`);
