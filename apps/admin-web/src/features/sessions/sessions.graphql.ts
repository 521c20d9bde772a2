import { graphql } from '../../graphql/generated/gql.ts';

export const sessionsDocument = graphql(`
  query Sessions {
    contract {
      contractId
      sessions {
        ...SessionRow
      }
    }
  }
`);

export const sessionRow = graphql(`
  fragment SessionRow on Session {
    id
    person
    name
    startedAt
    lastActAt
    address
  }
`);

export const endSessionDocument = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);
