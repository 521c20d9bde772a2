import { graphql } from '../../graphql/generated/gql.ts';

/** One's own certificates, and which of them this session came with. */
export const ownCertificateDocument = graphql(`
  query OwnCertificate {
    viewer {
      __typename
      ... on Administrator {
        certificates {
          ...CertificateRow
        }
        session {
          id
          certificateThumbprint
        }
        contract {
          contractId
          authenticationMethod
          certificateFrom
        }
      }
      ... on User {
        userId
        certificates {
          ...CertificateRow
        }
        session {
          id
          certificateThumbprint
        }
        contract {
          contractId
          authenticationMethod
          certificateFrom
        }
      }
    }
  }
`);

export const renewCertificateDocument = graphql(`
  mutation RenewCertificate($input: RenewCertificateInput!) {
    renewCertificate(input: $input) {
      __typename
      ...RefusalParts
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
