import {
  type CertificateStatus,
  type CertificateTerm,
  longestValid,
} from '@monban/domain/certificate';

/** A certificate as the API tells of it. */
export interface ShownCertificate {
  readonly thumbprint: string;
  readonly serial: string;
  readonly status: CertificateStatus;
  readonly until: string;
  /** From when on it can be exchanged for a new one. */
  readonly renewableFrom: string;
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
  const counts = longest?.shown ?? certificates[0] ?? null;
  return {
    counts,
    ending: counts !== null && isEnding(counts, now),
    further: Math.max(0, valid.length - 1),
  };
}

/** It is valid, and time to renew it. */
export function isEnding(
  { renewableFrom, status }: Pick<ShownCertificate, 'renewableFrom' | 'status'>,
  now: number,
): boolean {
  return status === 'VALID' && now >= Date.parse(renewableFrom);
}

/** As the rules know it. */
export function termOf({
  revokedAt,
  until,
}: Pick<ShownCertificate, 'revokedAt' | 'until'>): CertificateTerm {
  return {
    until: Date.parse(until),
    revokedAt: revokedAt === null ? null : Date.parse(revokedAt),
  };
}
