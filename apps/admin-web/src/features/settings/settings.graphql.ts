import { graphql } from '../../graphql/generated/gql.ts';

export const settingsDocument = graphql(`
  query Settings {
    contract {
      contractId
      version
      mailLanguage
      administrator {
        logonNotices
      }
      notificationAddresses {
        address
        status
        leavesAt
        bouncedAt
        codeUntil
        codeTriesLeft
      }
    }
  }
`);

export const setNotificationAddressesDocument = graphql(`
  mutation SetNotificationAddresses($input: SetNotificationAddressesInput!) {
    setNotificationAddresses(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);

export const confirmNotificationAddressDocument = graphql(`
  mutation ConfirmNotificationAddress($input: ConfirmNotificationAddressInput!) {
    confirmNotificationAddress(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);
