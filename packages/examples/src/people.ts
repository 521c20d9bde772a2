/** The PINs that the people of the examples choose. Whoever runs them against a real bank chooses others. */
export const pins = {
  contract: 'river-stone-42',
  contractConfirmation: 'paper-crane-77',
  user: 'green-tea-time',
  userConfirmation: 'window-seat-93',
  newUser: 'first-snow-1912',
} as const;

/** Pays; logged on through a bank system. */
export const sato = 'sato01';
/** Is appointed, corrected, stopped, let back in and removed. */
export const tanaka = 'tanaka02';

/** A signing request, of a key that nobody has any more. Whoever wants the certificate makes a key, and a request of their own. */
export const requestOfNobody = `-----BEGIN CERTIFICATE REQUEST-----
MIG6MGICAQAwADBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPAG6Md3q/81n+/e
YtzHJNweA8ZL0PpVQ9Nwj0vl8Y+BjI+pCrMjMIlkD5rMFS4rbKlb3gSF5zwJlQRP
7qMzVU6gADAKBggqhkjOPQQDAgNIADBFAiEAm01F0wPhrDOLD9v6K9f+Mxlmcpq+
9CE3xFsw5/JGmY0CIE1H8+ECLxGHD72zFVx5QRRQUfkiRp/iKRG8xC3zODuF
-----END CERTIFICATE REQUEST-----
`;
