// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { AsnConvert } from '@peculiar/asn1-schema';
import { CertificateList } from '@peculiar/asn1-x509';
import { X509Certificate, X509Crl } from '@peculiar/x509';

import type { Instant } from '@monban/domain/instant';

import { derOf } from './pem.ts';
import { isSignedBy } from './signed-by.ts';

/** Lists as a bank publishes them, and whose they may be; it can be handed to another thread. */
export interface PublishedLists {
  /** Each one's certificate in DER. */
  readonly authorities: readonly Uint8Array[];
  /** In PEM, any number. */
  readonly lists: string;
}

export interface RevokedList {
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  /** As `plainSerial` writes them. */
  readonly serials: ReadonlySet<string>;
}

/** Neither letter case nor leading zeros make another number. */
export function plainSerial(hex: string): string {
  return hex.toLowerCase().replace(/^0+(?=.)/, '');
}

/**
 * Of each authority the whole lists that it has signed. It takes about 0.1 ms an entry, without a pause.
 * @throws for a list that is none
 */
export async function readLists({
  authorities,
  lists,
}: PublishedLists): Promise<readonly (readonly RevokedList[])[]> {
  const all = derOf(lists, 'X509 CRL').map(openList).filter(isWhole);
  return Promise.all(
    authorities.map(async (der) => {
      const authority = new X509Certificate(der);
      const signed = await Promise.all(all.map(({ list }) => isSignedBy(list, authority)));
      return all.filter((_, at) => signed[at]).map(revokedList);
    }),
  );
}

/** A list, and its parts as they came. */
interface OpenList {
  readonly list: X509Crl;
  readonly asn: CertificateList;
}

/** A list is as long as a bank has revoked certificates: the library's bounds are for what strangers send. */
const unbounded = { maxNodes: Infinity, maxContentLength: Infinity };

function openList(der: Uint8Array): OpenList {
  const asn = AsnConvert.parse(der, CertificateList, { berOptions: unbounded });
  return { asn, list: new X509Crl(asn) };
}

/** A critical extension says that a list is not whole, or is somebody else's (RFC 5280, 5.2). */
function isWhole({ list }: OpenList): boolean {
  return list.extensions.every(({ critical }) => !critical);
}

/** One that says nothing of a next update is never in its time. */
function revokedList({ list: { thisUpdate, nextUpdate }, asn }: OpenList): RevokedList {
  // The list's own entries are read one by one, each anew: minutes for tens of thousands.
  const revoked = asn.tbsCertList.revokedCertificates ?? [];
  return {
    thisUpdate: thisUpdate.getTime(),
    nextUpdate: nextUpdate?.getTime() ?? 0,
    serials: new Set(
      revoked.map(({ userCertificate }) =>
        plainSerial(Buffer.from(userCertificate).toString('hex')),
      ),
    ),
  };
}
