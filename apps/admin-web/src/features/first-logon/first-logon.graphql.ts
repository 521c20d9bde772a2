import { graphql } from '../../graphql/generated/gql.ts';

export const replaceTemporaryPinsDocument = graphql(`
  mutation ReplaceTemporaryPins($input: ReplaceTemporaryPinsInput!) {
    replaceTemporaryPins(input: $input) {
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
