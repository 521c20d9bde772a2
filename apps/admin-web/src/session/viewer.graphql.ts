import { graphql } from '../graphql/generated/plain/gql.ts';

/** Who this browser is logged on as, and how this bank judges new PINs. Never prolongs a session. */
export const viewerDocument = graphql(`
  query Viewer {
    pinPolicy
    viewer {
      __typename
      ... on Administrator {
        name
        previousLogonAt
        wrongEntriesSinceLastLogon
        session {
          id
          startedAt
          endsAt
          idleEndsAt
          idleSeconds
        }
        contract {
          contractId
          name
        }
      }
      ... on User {
        userId
        name
        previousLogonAt
        mustReplacePins
        session {
          id
          startedAt
          endsAt
          idleEndsAt
          idleSeconds
        }
        contract {
          contractId
          name
        }
      }
    }
  }
`);

/** What a person does to go on working: the least that counts as an act of theirs. */
export const continueDocument = graphql(`
  query Continue {
    contract {
      version
    }
  }
`);

export const logOffDocument = graphql(`
  mutation LogOff {
    logOff {
      __typename
    }
  }
`);
