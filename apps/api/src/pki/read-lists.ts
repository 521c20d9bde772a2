// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { AsnConvert } from '@peculiar/asn1-schema';
import {
  CertificateList,
  type Extension as AsnExtension,
  id_ce_cRLReasons,
  id_ce_issuingDistributionPoint,
  IssuingDistributionPoint,
} from '@peculiar/asn1-x509';
import { type Extension, X509Certificate, X509Crl } from '@peculiar/x509';

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
  readonly nextUpdate: Instant;
  /** By serial, as `plainSerial` writes it. */
  readonly revoked: ReadonlyMap<string, Listed>;
}

/** What a list says of a certificate that it names. */
export interface Listed {
  /** Since when its authority has taken it back. */
  readonly since: Instant;
  /** It may come back: `certificateHold`. */
  readonly onHold: boolean;
}

/** What an authority has signed of the lists. */
export interface SignedLists {
  /** Those that say of each person's certificate whether it was revoked. */
  readonly whole: readonly RevokedList[];
  /** Why another one doesn't, in words of ours for the log; null: there is none. */
  readonly partial: string | null;
}

/** Neither letter case nor leading zeros make another number. */
export function plainSerial(hex: string): string {
  return hex.toLowerCase().replace(/^0+(?=.)/, '');
}

/** What each authority has signed, in their order. It takes about 0.1 ms an entry, without a pause. */
export async function readLists({
  authorities,
  lists,
}: PublishedLists): Promise<readonly SignedLists[]> {
  const all = derOf(lists, 'X509 CRL').flatMap(openList);
  return Promise.all(
    authorities.map(async (der) => {
      const authority = new X509Certificate(der);
      const proven = await Promise.all(all.map(({ list }) => isSignedBy(list, authority)));
      const signed = all.filter((_, at) => proven[at]);
      const lacks = signed.map(({ list }) => whatItLacks(list));
      return {
        whole: signed.filter((_, at) => lacks[at] === null).map(revokedList),
        partial: lacks.find((lack) => lack !== null) ?? null,
      };
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

/** None for what is no list: its authority is told of as one that has none. */
function openList(der: Uint8Array): readonly OpenList[] {
  try {
    const asn = AsnConvert.parse(der, CertificateList, { berOptions: unbounded });
    return [{ asn, list: new X509Crl(asn) }];
  } catch {
    return [];
  }
}

/** Why a list says nothing of some people's certificates (RFC 5280, 5.2), in words of ours; null: it speaks of all. */
function whatItLacks({ extensions }: X509Crl): string | null {
  const lacks = extensions.map((each) => {
    if (each.type === id_ce_issuingDistributionPoint) return whatIsOutOfScope(each);
    return each.critical ? 'a critical extension says that its list is not whole' : null;
  });
  return lacks.find((lack) => lack !== null) ?? null;
}

/**
 * Authorities write an issuing distribution point on lists that are whole, too: one of users' certificates alone names
 * each that people may have. A list for one distribution point may be one of several, of which none says whether the
 * others exist: two of them would clear each other's certificates.
 */
function whatIsOutOfScope({ value }: Extension): string | null {
  try {
    const scope = AsnConvert.parse(value, IssuingDistributionPoint);
    if (scope.distributionPoint !== undefined)
      return 'its list is for one distribution point alone';
    if (scope.onlySomeReasons !== undefined) return 'its list is for some reasons alone';
    if (scope.onlyContainsCACerts) return 'its list is of authorities alone';
    if (scope.onlyContainsAttributeCerts) return 'its list is of attribute certificates alone';
    return scope.indirectCRL ? 'its list is of other authorities’ certificates as well' : null;
  } catch {
    return 'what its list is for can’t be read';
  }
}

/** One that says nothing of a next update is never in its time. */
function revokedList({ list: { nextUpdate }, asn }: OpenList): RevokedList {
  // The list's own entries are read one by one, each anew: minutes for tens of thousands.
  const revoked = asn.tbsCertList.revokedCertificates ?? [];
  return {
    nextUpdate: nextUpdate?.getTime() ?? 0,
    revoked: new Map(
      revoked.map(({ userCertificate, revocationDate, crlEntryExtensions = [] }) => [
        plainSerial(Buffer.from(userCertificate).toString('hex')),
        {
          since: revocationDate.getTime().getTime(),
          onHold: crlEntryExtensions.some(isHold),
        },
      ]),
    ),
  };
}

/** The DER of the reason 6 (RFC 5280, 5.3.1). */
const hold = Buffer.from('0a0106', 'hex');

function isHold({ extnID, extnValue }: AsnExtension): boolean {
  return extnID === id_ce_cRLReasons && hold.equals(Buffer.from(extnValue.buffer));
}
