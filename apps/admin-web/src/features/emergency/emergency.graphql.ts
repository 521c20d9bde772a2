import { graphql } from '../../graphql/generated/gql.ts';

export const lockContractDocument = graphql(`
  mutation LockContract($input: LockContractInput!) {
    lockContract(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);

export const reportCardLostDocument = graphql(`
  mutation ReportCardLost($input: ReportCardLostInput!) {
    reportCardLost(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);

export const lockMyselfDocument = graphql(`
  mutation LockMyself($input: LockMyselfInput!) {
    lockMyself(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);
