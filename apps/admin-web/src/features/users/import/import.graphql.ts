import { graphql } from '../../../graphql/generated/gql.ts';

/** The dry run. */
export const userImportDocument = graphql(`
  query UserImport($csv: CsvText!) {
    contract {
      contractId
      userImport(csv: $csv) {
        users {
          line
          userId
          name
          email
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
        }
        problems {
          line
          column
          field
          code
          message
        }
        problemCount
      }
    }
  }
`);

export const prepareTemporaryPinsDocument = graphql(`
  mutation PrepareTemporaryPins($input: PrepareTemporaryPinsInput!) {
    prepareTemporaryPins(input: $input) {
      __typename
      ...RefusalParts
      ... on TemporaryPinsPrepared {
        preparedPins
      }
    }
  }
`);

export const importUsersDocument = graphql(`
  mutation ImportUsers($input: ImportUsersInput!) {
    importUsers(input: $input) {
      __typename
      ...RefusalParts
      ... on UsersImported {
        users {
          user {
            userId
            name
            contract {
              contractId
              name
            }
          }
          temporaryPins {
            pin
            confirmationPin
            expiresAt
          }
        }
      }
    }
  }
`);
