import { enumType } from './enum-type.ts';

export const AuthenticationMethodEnum = enumType('AuthenticationMethod', 'What a logon needs.', {
  ID_PIN: 'IDs and PINs, and for the administrator the card.',
  CERTIFICATE: 'A client certificate as well (R12).',
});

export const CertificateStatusEnum = enumType(
  'CertificateStatus',
  'Where a certificate stands (R12).',
  {
    VALID: 'It lets its person in.',
    EXPIRED: 'Its time is over.',
    REVOKED: 'It was taken back.',
  },
);

export const CertificateAuthorityEnum = enumType(
  'CertificateAuthority',
  'Who issued a certificate.',
  {
    BUILT_IN: 'The authority that is built in here.',
    BANK: 'One of the bank’s own; it is good by that one’s list of revoked certificates.',
  },
);
