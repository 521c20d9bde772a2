import { graphql } from '../../graphql/generated/gql.ts';

export const changePinDocument = graphql(`
  mutation ChangePin($input: ChangePinInput!) {
    changePin(input: $input) {
      __typename
      ...RefusalParts
      ... on PinChanged {
        viewer {
          __typename
        }
      }
    }
  }
`);
