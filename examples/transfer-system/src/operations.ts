import type {
  AuthorizationByKeyQuery,
  AuthorizationByKeyQueryVariables,
  AuthorizeTransactionMutation,
  AuthorizeTransactionMutationVariables,
  CaptureAuthorizationMutation,
  CaptureAuthorizationMutationVariables,
  LogOnUserMutation,
  LogOnUserMutationVariables,
  VoidAuthorizationMutation,
  VoidAuthorizationMutationVariables,
} from './generated.ts';

/** A document that knows what it takes and what it answers. */
export interface Operation<Data, Variables> {
  readonly document: string;
  /** Of the type system alone. */
  readonly types?: (variables: Variables) => Data;
}

/** What any of the documents has told about an authorisation. */
export type Authorization = NonNullable<AuthorizationByKeyQuery['answer']>;

export const logOnUser: Operation<LogOnUserMutation, LogOnUserMutationVariables> = {
  document: /* GraphQL */ `
    mutation LogOnUser($input: LogOnUserInput!) {
      answer: logOnUser(input: $input) {
        __typename
        ... on LoggedOn {
          sessionToken
          mustReplacePins
        }
        ... on Refusal {
          code
          message
        }
        ... on TryAgain {
          retryAfterSeconds
        }
      }
    }
  `,
};

export const authorizeTransaction: Operation<
  AuthorizeTransactionMutation,
  AuthorizeTransactionMutationVariables
> = {
  document: /* GraphQL */ `
    mutation AuthorizeTransaction($input: AuthorizeTransactionInput!) {
      answer: authorizeTransaction(input: $input) {
        __typename
        ... on TransactionAuthorized {
          authorization {
            id
            status
            voidedBecause
            contractId
            userId
            service
            action
            amount
            accountNumber
            transactionHash
            token
          }
        }
        ... on Refusal {
          code
          message
        }
        ... on TryAgain {
          retryAfterSeconds
        }
      }
    }
  `,
};

export const authorizationByKey: Operation<
  AuthorizationByKeyQuery,
  AuthorizationByKeyQueryVariables
> = {
  document: /* GraphQL */ `
    query AuthorizationByKey($contractId: ContractId!, $userId: UserId!, $idempotencyKey: String!) {
      answer: authorizationByKey(
        contractId: $contractId
        userId: $userId
        idempotencyKey: $idempotencyKey
      ) {
        id
        status
        voidedBecause
        contractId
        userId
        service
        action
        amount
        accountNumber
        transactionHash
        token
      }
    }
  `,
};

export const captureAuthorization: Operation<
  CaptureAuthorizationMutation,
  CaptureAuthorizationMutationVariables
> = {
  document: /* GraphQL */ `
    mutation CaptureAuthorization($input: CaptureAuthorizationInput!) {
      answer: captureAuthorization(input: $input) {
        __typename
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
};

export const voidAuthorization: Operation<
  VoidAuthorizationMutation,
  VoidAuthorizationMutationVariables
> = {
  document: /* GraphQL */ `
    mutation VoidAuthorization($input: VoidAuthorizationInput!) {
      answer: voidAuthorization(input: $input) {
        __typename
        ... on AuthorizationVoided {
          authorization {
            voidedBecause
          }
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
};
