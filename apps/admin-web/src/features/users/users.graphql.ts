import { graphql } from '../../graphql/generated/gql.ts';

export const usersDocument = graphql(`
  query Users(
    $first: Int!
    $after: String
    $search: String
    $status: UserStatus
    $emailBounced: Boolean
  ) {
    contract {
      contractId
      lockLinkage
      users(
        first: $first
        after: $after
        search: $search
        status: $status
        emailBounced: $emailBounced
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...UserRow
        }
      }
    }
  }
`);

export const userRow = graphql(`
  fragment UserRow on User {
    userId
    name
    email
    status
    locks {
      reason
      at
      by
    }
    wrongPins
    wrongConfirmationPins
    lastLogonAt
  }
`);

/** What the form for a new user has to know: the services of the contract, and its limits. */
export const newUserDocument = graphql(`
  query NewUser {
    contract {
      contractId
      name
      services {
        service
        ceiling {
          perTransaction
          perDay
        }
        limit {
          perTransaction
          perDay
        }
      }
    }
  }
`);

/** One user, and whether they are logged on now. */
export const userDocument = graphql(`
  query User($userId: UserId!) {
    contract {
      contractId
      name
      sessions {
        id
        person
        startedAt
      }
      certificateGrants {
        person
        until
      }
      user(userId: $userId) {
        ...UserRow
        ...UserEmail
        version
        previousLogonAt
        temporaryUntil
        certificates {
          ...CertificateRow
        }
        permissions {
          service
          action
        }
        accounts
        limits {
          service
          limit {
            perTransaction
            perDay
          }
          effective {
            perTransaction
            perDay
          }
          usedToday
        }
        ability {
          service
          action
          allowed
          reasons
        }
      }
    }
  }
`);

/** What a correction of a user's data is measured against. */
export const personalDocument = graphql(`
  query Personal($userId: UserId!) {
    contract {
      contractId
      user(userId: $userId) {
        userId
        name
        email
        version
        status
      }
    }
  }
`);

export const updateUserDocument = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      __typename
      ...RefusalParts
      ... on UserUpdated {
        user {
          userId
          name
        }
      }
    }
  }
`);

export const removeUserDocument = graphql(`
  mutation RemoveUser($input: RemoveUserInput!) {
    removeUser(input: $input) {
      __typename
      ...RefusalParts
      ... on UserRemoved {
        user {
          userId
          name
        }
      }
    }
  }
`);

export const addUserDocument = graphql(`
  mutation AddUser($input: AddUserInput!) {
    addUser(input: $input) {
      __typename
      ...RefusalParts
      ... on UserAdded {
        user {
          userId
          name
          contract {
            contractId
            name
          }
        }
        temporaryPins {
          pin
          confirmationPin
          expiresAt
        }
      }
    }
  }
`);

export const resetUserPinsDocument = graphql(`
  mutation ResetUserPins($input: ResetUserPinsInput!) {
    resetUserPins(input: $input) {
      __typename
      ...RefusalParts
      ... on UserPinsReset {
        user {
          userId
          name
          contract {
            contractId
            name
          }
        }
        temporaryPins {
          pin
          confirmationPin
          expiresAt
        }
      }
    }
  }
`);

export const lockUserDocument = graphql(`
  mutation LockUser($input: LockUserInput!) {
    lockUser(input: $input) {
      __typename
      ...RefusalParts
      ... on UserLocked {
        user {
          userId
          name
          status
        }
      }
    }
  }
`);

export const unlockUserDocument = graphql(`
  mutation UnlockUser($input: UnlockUserInput!) {
    unlockUser(input: $input) {
      __typename
      ...RefusalParts
      ... on UserUnlocked {
        user {
          userId
          name
          status
        }
      }
    }
  }
`);
