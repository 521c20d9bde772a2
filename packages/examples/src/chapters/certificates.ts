import { type Chapter, mutation } from '../example.ts';
import { pins, requestOfNobody, sato } from '../people.ts';

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
      input: { retrievalCode: '{{retrievalCode}}', certificateRequest: requestOfNobody },
      learns: { thumbprint: 'requestCertificate.certificate.thumbprint' },
    }),
    mutation({
      shows: 'renewCertificate',
      title: 'In its last 30 days, whoever is logged on with a certificate gets the next one',
      as: 'ADMINISTRATOR',
      answers: 'CertificateIssued',
      fields: certificate,
      input: { certificateRequest: requestOfNobody, confirmationPin: pins.contractConfirmation },
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
