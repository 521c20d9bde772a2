import { graphql } from '../graphql/generated/gql.ts';

export const certificateRow = graphql(`
  fragment CertificateRow on Certificate {
    thumbprint
    serial
    person
    name
    status
    authority
    issuedAt
    until
    renewableFrom
    revokedAt
  }
`);

export const revokeCertificateDocument = graphql(`
  mutation RevokeCertificate($input: RevokeCertificateInput!) {
    revokeCertificate(input: $input) {
      __typename
      ...RefusalParts
    }
  }
`);
