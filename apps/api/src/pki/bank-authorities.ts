// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { readFile, stat } from 'node:fs/promises';

import type { PresentedCertificate } from '@monban/domain/certificate';
import type { Instant } from '@monban/domain/instant';
import { BasicConstraintsExtension, X509Certificate } from '@peculiar/x509';

import { inOwnThread } from './own-thread.ts';
import { derOf } from './pem.ts';
import { plainSerial, type PublishedLists, type RevokedList } from './read-lists.ts';
import { isSignedBy } from './signed-by.ts';

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
  /** Reads the files anew if they were changed; throws if one can't be read, and then goes by what it had. */
  refresh(): Promise<void>;
  /** Whether one of them has signed it. */
  haveIssued(certificate: X509Certificate): Promise<boolean>;
  /** `UNPROVEN` where there is no whole list for it, or the list is not in its time. */
  standing(certificate: NamedCertificate, now: Instant): PresentedCertificate['listed'];
}

/** Each file holds any number in PEM. */
export interface BankAuthorityFiles {
  /** `TLS_CLIENT_CA` */
  readonly certificates: string;
  /** `TLS_CLIENT_CRL` */
  readonly lists: string;
}

/** An authority, and the lists that it has signed. */
interface Authority {
  readonly certificate: X509Certificate;
  readonly lists: readonly RevokedList[];
}

const readThread = new URL('read-lists-thread.ts', import.meta.url);

/** Null: none is set. */
export function openBankAuthorities(files: BankAuthorityFiles | null): BankAuthorities | null {
  if (files === null) return null;
  let authorities: readonly Authority[] = [];
  let seen = '';
  return {
    async refresh() {
      const version = await versionOf(files);
      if (version === seen) return;
      authorities = await readAuthorities(files);
      seen = version;
    },
    haveIssued: async (certificate) => {
      for (const authority of authorities)
        if (await isSignedBy(certificate, authority.certificate)) return true;
      return false;
    },
    standing({ issuer, serial }, now) {
      const named = authorities.filter(({ certificate }) => certificate.subject === issuer);
      const current = named.map(({ lists }) => lists.filter((list) => isCurrent(list, now)));
      // Two authorities of one name: which of them has issued it isn't known here, so both have to clear it.
      if (named.length === 0 || current.some((lists) => lists.length === 0)) return 'UNPROVEN';
      const listed = current.flat().some(({ serials }) => serials.has(plainSerial(serial)));
      return listed ? 'REVOKED' : 'GOOD';
    },
  };
}

function isCurrent({ thisUpdate, nextUpdate }: RevokedList, now: Instant): boolean {
  return thisUpdate <= now && now < nextUpdate;
}

/** What changes whenever one of the files does. */
async function versionOf({ certificates, lists }: BankAuthorityFiles): Promise<string> {
  const found = await Promise.all([stat(certificates), stat(lists)]);
  return found.map(({ mtimeMs, size, ino }) => [mtimeMs, size, ino].join()).join(' ');
}

async function readAuthorities(files: BankAuthorityFiles): Promise<readonly Authority[]> {
  const [certificates, lists] = await Promise.all([
    readFile(files.certificates, 'utf8'),
    readFile(files.lists, 'utf8'),
  ]);
  const authorities = derOf(certificates, 'CERTIFICATE')
    .map((der) => new X509Certificate(der))
    .filter((certificate) => certificate.getExtension(BasicConstraintsExtension)?.ca === true);
  const published: PublishedLists = {
    authorities: authorities.map(({ rawData }) => new Uint8Array(rawData)),
    lists,
  };
  const read = await inOwnThread<readonly (readonly RevokedList[])[]>(readThread, published);
  return authorities.map((certificate, at) => ({ certificate, lists: read[at] ?? [] }));
}
