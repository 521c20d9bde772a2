import { type X509Certificate, X509Crl } from '@peculiar/x509';

/** Whether an authority has signed it. */
export async function isSignedBy(
  signed: X509Certificate | X509Crl,
  { publicKey, subject }: X509Certificate,
): Promise<boolean> {
  if (signed.issuer !== subject) return false;
  const proven =
    signed instanceof X509Crl
      ? signed.verify({ publicKey })
      : signed.verify({ publicKey, signatureOnly: true });
  return proven.catch(() => false);
}
