import { graphql } from '../../graphql/generated/gql.ts';

/** Who may do what and for how much, of everybody: what follows from a change is said of the whole company. */
export const rightsDocument = graphql(`
  query Rights($after: String) {
    contract {
      contractId
      version
      services {
        service
        ceiling {
          perTransaction
          perDay
        }
        limit {
          perTransaction
          perDay
        }
        usedToday
      }
      users(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          userId
          name
          email
          version
          permissions {
            service
            action
          }
          accounts
          limits {
            service
            limit {
              perTransaction
              perDay
            }
            usedToday
          }
        }
      }
    }
  }
`);

export const setUserRightsDocument = graphql(`
  mutation SetUserRights($input: SetUserRightsInput!) {
    setUserRights(input: $input) {
      __typename
      ...RefusalParts
      ... on UserRightsSet {
        users {
          userId
        }
      }
    }
  }
`);

export const setContractLimitsDocument = graphql(`
  mutation SetContractLimits($input: SetContractLimitsInput!) {
    setContractLimits(input: $input) {
      __typename
      ...RefusalParts
      ... on ContractLimitsSet {
        contract {
          contractId
        }
      }
    }
  }
`);
