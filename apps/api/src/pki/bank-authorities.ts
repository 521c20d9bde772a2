// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { readFile } from 'node:fs/promises';

import type { PresentedCertificate } from '@monban/domain/certificate';
import type { Instant } from '@monban/domain/instant';
import { X509Certificate, X509Crl } from '@peculiar/x509';

/** What a list of revoked certificates names a certificate by. */
export interface NamedCertificate {
  readonly issuer: string;
  /** Hex. */
  readonly serial: string;
}

/**
 * The bank's own authorities (R12): certificates of theirs are registered here, and good by their lists of revoked
 * ones alone. Until the first `refresh` none is.
 */
export interface BankAuthorities {
  /** Reads authorities and lists anew; throws if a file can't be read, and then goes by what it had. */
  refresh(): Promise<void>;
  /** Whether one of them has signed it. */
  haveIssued(certificate: X509Certificate): Promise<boolean>;
  /** `UNPROVEN` where there is no list for it, or the list is past its next update. */
  standing(certificate: NamedCertificate, now: Instant): PresentedCertificate['listed'];
}

/** Each file holds any number in PEM. */
export interface BankAuthorityFiles {
  /** `TLS_CLIENT_CA` */
  readonly certificates: string;
  /** `TLS_CLIENT_CRL` */
  readonly lists: string;
}

interface RevokedList {
  readonly issuer: string;
  readonly nextUpdate: Instant;
  readonly serials: ReadonlySet<string>;
}

/** Null: none is set. */
export function openBankAuthorities(files: BankAuthorityFiles | null): BankAuthorities | null {
  if (files === null) return null;
  let authorities: readonly X509Certificate[] = [];
  let lists: readonly RevokedList[] = [];
  return {
    async refresh() {
      const [certificates, revoked] = await Promise.all([
        readFile(files.certificates, 'utf8'),
        readFile(files.lists, 'utf8'),
      ]);
      authorities = blocks(certificates, 'CERTIFICATE').map((pem) => new X509Certificate(pem));
      lists = await readLists(blocks(revoked, 'X509 CRL'), authorities);
    },
    haveIssued: async (certificate) => (await issuerOf(certificate, authorities)) !== null,
    standing({ issuer, serial }, now) {
      const current = lists.filter((list) => list.issuer === issuer && now < list.nextUpdate);
      if (current.length === 0) return 'UNPROVEN';
      return current.some(({ serials }) => serials.has(plainSerial(serial))) ? 'REVOKED' : 'GOOD';
    },
  };
}

function blocks(text: string, kind: string): readonly string[] {
  const block = new RegExp(`-----BEGIN ${kind}-----[\\s\\S]+?-----END ${kind}-----`, 'g');
  return text.match(block) ?? [];
}

/** Only lists that an authority of the same name has signed; one that says nothing of a next update is none. */
async function readLists(
  pems: readonly string[],
  authorities: readonly X509Certificate[],
): Promise<readonly RevokedList[]> {
  const read = await Promise.all(
    pems.map(async (pem) => {
      const list = new X509Crl(pem);
      const issuer = await issuerOf(list, authorities);
      if (issuer === null || list.nextUpdate === undefined) return [];
      const serials = new Set(list.entries.map((entry) => plainSerial(entry.serialNumber)));
      return [{ issuer: list.issuer, nextUpdate: list.nextUpdate.getTime(), serials }];
    }),
  );
  return read.flat();
}

/** Which authority's signature something bears. */
async function issuerOf(
  signed: X509Certificate | X509Crl,
  authorities: readonly X509Certificate[],
): Promise<X509Certificate | null> {
  for (const authority of authorities) {
    if (authority.subject !== signed.issuer) continue;
    const { publicKey } = authority;
    const proven =
      signed instanceof X509Crl
        ? signed.verify({ publicKey })
        : signed.verify({ publicKey, signatureOnly: true });
    if (await proven.catch(() => false)) return authority;
  }
  return null;
}

/** Neither letter case nor leading zeros make another number. */
function plainSerial(hex: string): string {
  return hex.toLowerCase().replace(/^0+(?=.)/, '');
}
