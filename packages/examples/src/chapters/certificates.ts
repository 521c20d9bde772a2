import { type Chapter, mutation } from '../example.ts';
import { pins, sato } from '../people.ts';

/** Of a key that nobody has any more. Whoever wants the certificate makes a key, and a request of their own. */
const certificateRequest = `-----BEGIN CERTIFICATE REQUEST-----
MIG6MGICAQAwADBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPAG6Md3q/81n+/e
YtzHJNweA8ZL0PpVQ9Nwj0vl8Y+BjI+pCrMjMIlkD5rMFS4rbKlb3gSF5zwJlQRP
7qMzVU6gADAKBggqhkjOPQQDAgNIADBFAiEAm01F0wPhrDOLD9v6K9f+Mxlmcpq+
9CE3xFsw5/JGmY0CIE1H8+ECLxGHD72zFVx5QRRQUfkiRp/iKRG8xC3zODuF
-----END CERTIFICATE REQUEST-----
`;

const certificate = `certificate { thumbprint person status until }
      pem
      chain`;

export const certificates: Chapter = {
  title: 'Certificates',
  examples: [
    mutation({
      shows: 'grantCertificate',
      title: 'The administrator lets a user have a certificate',
      as: 'ADMINISTRATOR',
      answers: 'CertificateGranted',
      fields: `retrievalCode
      grant { person until }`,
      input: { userId: sato, confirmationPin: pins.contractConfirmation },
      learns: { retrievalCode: 'grantCertificate.retrievalCode' },
    }),
    mutation({
      shows: 'requestCertificate',
      title: 'The user, not logged on, fetches it by the retrieval code',
      as: 'STRANGER',
      answers: 'CertificateIssued',
      fields: certificate,
      input: { retrievalCode: '{{retrievalCode}}', certificateRequest },
      learns: { thumbprint: 'requestCertificate.certificate.thumbprint' },
    }),
    mutation({
      shows: 'renewCertificate',
      title: 'In its last 30 days, whoever is logged on with a certificate gets the next one',
      as: 'ADMINISTRATOR',
      answers: 'CertificateIssued',
      fields: certificate,
      input: { certificateRequest, confirmationPin: pins.contractConfirmation },
      // Whoever runs the examples is logged on without one.
      answersHere: 'SimpleRefusal',
    }),
    mutation({
      shows: 'registerCertificate',
      title: 'The desk registers a certificate of the bank’s own authority',
      as: 'BANK',
      answers: 'CertificateRegistered',
      fields: 'certificate { thumbprint person status until }',
      input: {
        contractId: '{{contractId}}',
        userId: sato,
        certificate: '-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----\n',
        reference: 'A-2026-0008',
      },
      // A fresh server knows no authority of the bank's.
      answersHere: 'SimpleRefusal',
    }),
    mutation({
      shows: 'revokeCertificate',
      title: 'A stolen computer: the administrator takes the certificate back',
      as: 'ADMINISTRATOR',
      answers: 'CertificateRevoked',
      fields: 'certificate { thumbprint status revokedAt }',
      input: { thumbprint: '{{thumbprint}}', confirmationPin: pins.contractConfirmation },
    }),
  ],
};
