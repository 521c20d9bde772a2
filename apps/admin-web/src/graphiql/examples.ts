/** What somebody who meets the API for the first time can run, one tab each. */
export const examples = [
  {
    query: `# Who asks? null for a stranger, an administrator, a user or a bank's client.
query Viewer {
  viewer {
    __typename
    ... on Administrator { name contract { contractId name status } }
    ... on User { userId name contract { contractId name } }
    ... on BankClient { clientId scopes }
  }
}`,
  },
  {
    query: `# The cells of the card to read at the next logon. Also for contracts that don't exist.
query CardChallenge($contractId: ContractId!) {
  cardChallenge(contractId: $contractId) { id cells { column row } }
}`,
    variables: `{ "contractId": "00000000000" }`,
  },
  {
    query: `# The own contract, for whoever is logged on in this browser.
query Contract {
  contract {
    name
    status
    lockLinkage
    users(first: 20) {
      totalCount
      nodes { userId name status lastLogonAt }
    }
  }
}`,
  },
  {
    query: `# For the bank's desk. Header: Authorization: Bearer <pnpm monban bank-token --scope desk>
mutation UnlockContract($input: UnlockContractInput!) {
  unlockContract(input: $input) {
    __typename
    ... on Refusal { code message }
    ... on ContractUnlocked { contract { contractId status locks { reason at by } } }
  }
}`,
    variables: `{ "input": { "contractId": "00000000000", "reference": "A-1", "identityCheck": "CALL_BACK" } }`,
  },
];
