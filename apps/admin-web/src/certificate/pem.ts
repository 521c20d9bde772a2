/** DER as a text (RFC 7468). */
export function pemText(label: string, der: ArrayBuffer): string {
  const base64 = btoa(
    Array.from(new Uint8Array(der), (byte) => String.fromCharCode(byte)).join(''),
  );
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The DER within a text of the API's. */
export function derOf(label: string, pem: string): Uint8Array<ArrayBuffer> {
  const base64 = pem
    .replace(`-----BEGIN ${label}-----`, '')
    .replace(`-----END ${label}-----`, '')
    .replaceAll(/\s/g, '');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
