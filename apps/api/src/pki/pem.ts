/** DER as PEM (RFC 7468), in lines of 64. */
export function pemOf(label: PemLabel, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`${before}${label}${end}`, ...lines, `${behind}${label}${end}`, ''].join('\n');
}

export type PemLabel =
  | 'CERTIFICATE'
  | 'X509 CRL'
  | 'CERTIFICATE REQUEST'
  | 'NEW CERTIFICATE REQUEST';

const before = '-----BEGIN ';
const behind = '-----END ';
const end = '-----';

/**
 * The DER of every block of a label, in their order; none where one of them is no base64. What stands around them is
 * left alone. Read by hand, and in one go: the patterns of a library can be given a text that they never come to the
 * end of, and strangers send these.
 */
export function derOf(text: string, label: PemLabel): readonly Buffer[] {
  const [opening, closing] = [`${before}${label}${end}`, `${behind}${label}${end}`];
  const found: Buffer[] = [];
  let from = text.indexOf(opening);
  while (from >= 0) {
    const begin = from + opening.length;
    const until = text.indexOf(closing, begin);
    const base64 = until < 0 ? '' : text.slice(begin, until).replaceAll(/\s/g, '');
    const der = Buffer.from(base64, 'base64');
    if (der.length === 0 || der.toString('base64') !== base64) return [];
    found.push(der);
    from = text.indexOf(opening, until + closing.length);
  }
  return found;
}
