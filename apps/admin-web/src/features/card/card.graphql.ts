import { graphql } from '../../graphql/generated/gql.ts';

export const cardDocument = graphql(`
  query Card {
    contract {
      contractId
      card {
        serial
      }
      sentCard {
        serial
        issuedAt
        challenge {
          id
          cells {
            column
            row
          }
        }
      }
    }
  }
`);

export const activateCardDocument = graphql(`
  mutation ActivateCard($input: ActivateCardInput!) {
    activateCard(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);
