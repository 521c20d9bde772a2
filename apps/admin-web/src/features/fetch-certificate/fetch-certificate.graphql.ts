import { graphql } from '../../graphql/generated/plain/gql.ts';

export const requestCertificateDocument = graphql(`
  mutation RequestCertificate($input: RequestCertificateInput!) {
    requestCertificate(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
      ... on InvalidInput {
        problems {
          path
          code
          message
        }
      }
      ... on TryAgain {
        retryAfterSeconds
      }
      ... on CertificateIssued {
        certificate {
          person
          serial
          until
        }
        pem
        chain
      }
    }
  }
`);
