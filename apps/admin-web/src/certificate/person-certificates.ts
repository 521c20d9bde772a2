import {
  type CertificateStatus,
  type CertificateTerm,
  longestValid,
  renewableFrom,
} from '@monban/domain/certificate';

/** A certificate as the API tells of it. */
export interface ShownCertificate {
  readonly thumbprint: string;
  readonly serial: string;
  readonly status: CertificateStatus;
  readonly until: string;
  readonly revokedAt: string | null;
}

/** Where a person stands with their certificates: by the one that counts. */
export interface CertificateStanding<Shown extends ShownCertificate> {
  /** The valid one that goes on longest; without one, the newest of the others; null: never had one. */
  readonly counts: Shown | null;
  /** It is valid, and time to renew it. */
  readonly ending: boolean;
  /** How many others are valid too. */
  readonly further: number;
}

/** @param certificates of one person, the newest first */
export function standingOf<Shown extends ShownCertificate>(
  certificates: readonly Shown[],
  now: number,
): CertificateStanding<Shown> {
  const valid = certificates.filter(({ status }) => status === 'VALID');
  const longest = longestValid(
    valid.map((shown) => ({ ...termOf(shown), shown })),
    now,
  );
  return {
    counts: longest?.shown ?? certificates[0] ?? null,
    ending: longest !== null && now >= renewableFrom(longest),
    further: Math.max(0, valid.length - 1),
  };
}

function termOf({ revokedAt, until }: ShownCertificate): CertificateTerm {
  return {
    until: Date.parse(until),
    revokedAt: revokedAt === null ? null : Date.parse(revokedAt),
  };
}
