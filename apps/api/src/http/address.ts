import { isIP, SocketAddress } from 'node:net';

/**
 * An address in its one spelling: IPv6 shortened and in lower case, IPv4 within IPv6 as IPv4, so that
 * whoever is limited by address has one, however it is written. `null` for what is none.
 */
export function canonicalAddress(text: string): string | null {
  const version = isIP(text);
  // A zone says by which interface of some machine; it is not part of an address.
  if (version === 0 || text.includes('%')) return null;
  // IPv4 has one spelling.
  if (version === 4) return text;
  const { address } = new SocketAddress({ address: text, family: 'ipv6' });
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
