// @peculiar/x509 asks for it.
import 'reflect-metadata';

import { readFile, stat } from 'node:fs/promises';

import type { Instant } from '@monban/domain/instant';
import { BasicConstraintsExtension, X509Certificate } from '@peculiar/x509';

import { faultCode } from '../fault-code.ts';
import type { Log } from '../log.ts';
import type { BankAuthorityPaths } from './bank-authority-paths.ts';
import { inOwnThread } from './own-thread.ts';
import { derOf } from './pem.ts';
import type { PublishedLists, RevokedList, SignedLists } from './read-lists.ts';

/** One of the bank's authorities, and the whole lists that it has signed. */
export interface BankAuthority {
  readonly certificate: X509Certificate;
  readonly lists: readonly RevokedList[];
  /** Why the files hold none of its lists that is whole and in its time, in words of ours; null: they do. */
  readonly lacks: string | null;
}

const readThread = new URL('read-lists-thread.ts', import.meta.url);

/** What changes whenever one of the files does, or comes, or goes. */
export async function versionOf({ certificates, lists }: BankAuthorityPaths): Promise<string> {
  const found = await Promise.all(
    [certificates, lists].map((path) => stat(path).catch(() => null)),
  );
  return found.map((file) => [file?.mtimeMs, file?.size, file?.ino].join()).join(' ');
}

/** In its time. That it begins later is no fault: our clock may be behind its authority's. */
export function isCurrent({ nextUpdate }: RevokedList, now: Instant): boolean {
  return now < nextUpdate;
}

/**
 * Reads the files. One of them may just be being written, or be lost: then the authorities of before stay, and to each
 * its lists of before, as long as they are in their time.
 * @returns `whole`: neither file has to be read again before it changes
 */
export async function readBankAuthorities(
  files: BankAuthorityPaths,
  before: readonly BankAuthority[],
  { log, now }: { readonly log: Log; readonly now: () => Instant },
): Promise<{ readonly authorities: readonly BankAuthority[]; readonly whole: boolean }> {
  const [certificates, lists] = await Promise.all([
    readText(files.certificates, 'TLS_CLIENT_CA', log),
    readText(files.lists, 'TLS_CLIENT_CRL', log),
  ]);
  const named = authoritiesIn(certificates ?? '');
  if (named.length === 0)
    log.error('no whole certificate of an authority is in TLS_CLIENT_CA; those of before stay');
  const all = named.length === 0 ? before.map(({ certificate }) => certificate) : named;
  const published: PublishedLists = {
    authorities: all.map(({ rawData }) => new Uint8Array(rawData)),
    lists: lists ?? '',
  };
  const signed = await inOwnThread<readonly SignedLists[]>(readThread, published);
  const authorities = all.map((certificate, at) =>
    withLists(certificate, signed[at], before, now()),
  );
  return { authorities, whole: certificates !== null && lists !== null };
}

function withLists(
  certificate: X509Certificate,
  { whole, partial }: SignedLists = { whole: [], partial: null },
  before: readonly BankAuthority[],
  now: Instant,
): BankAuthority {
  if (whole.some((list) => isCurrent(list, now))) return { certificate, lists: whole, lacks: null };
  const over = whole.length > 0 ? 'its list is past its next update' : null;
  const lacks = over ?? partial ?? 'no list that can be read is signed by it';
  const same = before.find((each) => each.certificate.equal(certificate));
  return { certificate, lists: same?.lists ?? [], lacks };
}

/** Null: it can't be read, which is logged. */
async function readText(
  path: string,
  setting: 'TLS_CLIENT_CA' | 'TLS_CLIENT_CRL',
  log: Log,
): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    log.error('a file of the bank’s authorities can’t be read', {
      reason: `${setting} (${faultCode(error)})`,
    });
    return null;
  }
}

/** None where one of them isn't whole. */
function authoritiesIn(text: string): readonly X509Certificate[] {
  try {
    return derOf(text, 'CERTIFICATE')
      .map((der) => new X509Certificate(der))
      .filter((certificate) => certificate.getExtension(BasicConstraintsExtension)?.ca === true);
  } catch {
    return [];
  }
}
