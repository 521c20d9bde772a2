import { graphql } from '../../graphql/generated/plain/gql.ts';

export const cardChallengeDocument = graphql(`
  query CardChallenge($contractId: ContractId!) {
    cardChallenge(contractId: $contractId) {
      id
      cells {
        column
        row
      }
    }
  }
`);

export const logOnAdministratorDocument = graphql(`
  mutation LogOnAdministrator($input: LogOnAdministratorInput!) {
    logOnAdministrator(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
      ... on InvalidInput {
        problems {
          path
          code
          message
        }
      }
    }
  }
`);

export const logOnUserDocument = graphql(`
  mutation LogOnUser($input: LogOnUserInput!) {
    logOnUser(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
      ... on InvalidInput {
        problems {
          path
          code
          message
        }
      }
    }
  }
`);

export const registerAdministratorDocument = graphql(`
  mutation RegisterAdministrator($input: RegisterAdministratorInput!) {
    registerAdministrator(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
      ... on InvalidInput {
        problems {
          path
          code
          message
        }
      }
      ... on PinPolicyViolated {
        problems {
          pin
          code
          message
        }
      }
    }
  }
`);
