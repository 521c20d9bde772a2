import type { PresentedCertificate } from '@monban/domain/certificate';
import { hour, type Instant } from '@monban/domain/instant';
import type { X509Certificate } from '@peculiar/x509';

import { errorFields, type Log } from '../log.ts';
import {
  type BankAuthority,
  isCurrent,
  readBankAuthorities,
  versionOf,
} from './bank-authority-files.ts';
import type { BankAuthorityPaths } from './bank-authority-paths.ts';
import { type Listed, plainSerial } from './read-lists.ts';
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
  /** Reads the files anew if they were changed, and logs what is wrong with them; then it goes by what it had. */
  refresh(): Promise<void>;
  /** Whether one of them has signed it. */
  haveIssued(certificate: X509Certificate): Promise<boolean>;
  /** `UNPROVEN` where there is no whole list for it, or the list is not in its time. */
  standing(certificate: NamedCertificate, now: Instant): PresentedCertificate['listed'];
  /** What the lists that are in their time say of a certificate; null: they don't name it. */
  listed(certificate: NamedCertificate, now: Instant): Listed | null;
  /** All serials, as `plainSerial` writes them, that those lists name for good. */
  listedSerials(now: Instant): readonly string[];
}

/** Null: none is set. */
export function openBankAuthorities(
  files: BankAuthorityPaths | null,
  own: { readonly log: Log; readonly now: () => Instant },
): BankAuthorities | null {
  if (files === null) return null;
  let authorities: readonly BankAuthority[] = [];
  let seen = '';
  let told: readonly ListState[] = [];
  const read = async (): Promise<void> => {
    const version = await versionOf(files);
    if (version === seen) return;
    const found = await readBankAuthorities(files, authorities, own);
    authorities = found.authorities;
    seen = found.whole ? version : '';
    told = [];
  };
  const currentOf = (issuer: string, now: Instant) =>
    authorities
      .filter(({ certificate }) => certificate.subject === issuer)
      .map(({ lists }) => lists.filter((list) => isCurrent(list, now)));
  const listed = ({ issuer, serial }: NamedCertificate, now: Instant): Listed | null => {
    const found = currentOf(issuer, now)
      .flat()
      .flatMap(({ revoked }) => revoked.get(plainSerial(serial)) ?? []);
    return found.find(({ onHold }) => !onHold) ?? found[0] ?? null;
  };
  return {
    async refresh() {
      await read().catch((fault: unknown) =>
        own.log.error('the bank’s authorities can’t be read', errorFields(fault)),
      );
      const states = authorities.map((authority) => listState(authority, own.now()));
      states.forEach((state, at) => {
        if (state !== told[at]) tell(state, authorities[at], own.log);
      });
      told = states;
    },
    haveIssued: async (certificate) => {
      for (const authority of authorities)
        if (await isSignedBy(certificate, authority.certificate)) return true;
      return false;
    },
    standing(certificate, now) {
      const current = currentOf(certificate.issuer, now);
      // Two authorities of one name: which of them has issued it isn't known here, so both have to clear it.
      if (current.length === 0 || current.some((lists) => lists.length === 0)) return 'UNPROVEN';
      return listed(certificate, now) === null ? 'GOOD' : 'REVOKED';
    },
    listed,
    listedSerials: (now) =>
      authorities
        .flatMap(({ lists }) => lists.filter((list) => isCurrent(list, now)))
        .flatMap(({ revoked }) =>
          [...revoked].flatMap(([serial, { onHold }]) => (onHold ? [] : [serial])),
        ),
  };
}

type ListState = 'NONE' | 'OLD' | 'ENDING' | 'GOOD';

/** Time enough to put the next list in its place. */
const endingHours = 6;

function listState({ lists, lacks }: BankAuthority, now: Instant): ListState {
  const end = Math.max(0, ...lists.map(({ nextUpdate }) => nextUpdate));
  if (now >= end) return 'NONE';
  if (lacks !== null) return 'OLD';
  return end - now < endingHours * hour ? 'ENDING' : 'GOOD';
}

/** Once for each state that an authority comes to, and again whenever the files were read. */
function tell(state: ListState, authority: BankAuthority | undefined, log: Log): void {
  if (authority === undefined) return;
  const fields = {
    authority: authority.certificate.subject,
    reason: authority.lacks ?? 'its list is past its next update',
  };
  if (state === 'NONE')
    log.error(
      'one of the bank’s authorities has no usable list; its certificates let nobody in',
      fields,
    );
  if (state === 'OLD')
    log.error('one of the bank’s authorities has no usable list; the one of before stays', fields);
  if (state === 'ENDING')
    log.warn('the list of one of the bank’s authorities ends soon', {
      ...fields,
      reason: `in less than ${endingHours} hours`,
    });
}
