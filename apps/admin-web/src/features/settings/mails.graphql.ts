import { graphql } from '../../graphql/generated/gql.ts';

/** Whether a user is told of their own logons. */
export const ownSettingsDocument = graphql(`
  query OwnSettings {
    viewer {
      ... on User {
        userId
        ...UserEmail
        logonNotices
      }
    }
  }
`);

export const setMailLanguageDocument = graphql(`
  mutation SetMailLanguage($input: SetMailLanguageInput!) {
    setMailLanguage(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);

export const setLogonNoticesDocument = graphql(`
  mutation SetLogonNotices($input: SetLogonNoticesInput!) {
    setLogonNotices(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);
