import { graphql } from './generated/gql.ts';

/** Everything that a refusal can say, asked for by every command. */
export const refusalParts = graphql(`
  fragment RefusalParts on Refusal {
    __typename
    code
    message
    ... on WrongPin {
      attemptsLeft
      locks
    }
    ... on PinPolicyViolated {
      problems {
        pin
        code
        message
      }
    }
    ... on InvalidInput {
      problems {
        path
        code
        message
      }
    }
    ... on TryAgain {
      retryAfterSeconds
    }
  }
`);
