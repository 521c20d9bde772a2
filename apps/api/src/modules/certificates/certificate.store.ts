import type { Instant } from '@monban/domain/instant';
import { and, asc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { among } from '../../db/lists.ts';
import { statement, type Value } from '../../db/statement.ts';
import { certificateGrants, certificates } from '../../db/tables/certificates.ts';
import { contracts } from '../../db/tables/contracts.ts';
import { persons } from '../../db/tables/persons.ts';
import { insertion } from '../../db/writes.ts';

/** The certificate of a thumbprint, if the contract knows it; empty: none came. */
export const selectCertificate = statement(
  (queries, contractId: Value<string>, thumbprint: Value<string>) =>
    queries
      .select()
      .from(certificates)
      .where(and(eq(certificates.contractId, contractId), eq(certificates.thumbprint, thumbprint))),
);

/** Every certificate that a person has had. */
export const selectCertificatesOfPerson = statement(
  (queries, contractId: Value<string>, personKey: Value<string>) =>
    queries
      .select()
      .from(certificates)
      .where(and(eq(certificates.contractId, contractId), eq(certificates.personKey, personKey))),
);

/** Whose a certificate or a grant is. */
const itsHolder = ({ contractId, personKey }: typeof certificates | typeof certificateGrants) =>
  and(eq(persons.contractId, contractId), eq(persons.personKey, personKey));

const holder = {
  contractId: persons.contractId,
  userId: persons.userId,
  name: persons.name,
} as const;

/** Certificates of contracts with whose they are, the newest first. */
export function selectCertificatesOf(queries: Queries, contractIds: readonly string[]) {
  return queries
    .select({ ...holder, certificate: certificates })
    .from(certificates)
    .innerJoin(persons, itsHolder(certificates))
    .where(among(certificates.contractId, contractIds))
    .orderBy(sql`${certificates.issuedAt} desc`, asc(certificates.thumbprint));
}

/** What the valid certificates of a contract say of their ends, with whose they are. */
export function selectEnds(queries: Queries, contractId: string, now: Instant) {
  const { authority, issuer, personKey, thumbprint, serial, until, revokedAt, warnedDays } =
    certificates;
  return queries
    .select({
      userId: persons.userId,
      certificate: {
        authority,
        issuer,
        personKey,
        thumbprint,
        serial,
        until,
        revokedAt,
        warnedDays,
      },
    })
    .from(certificates)
    .innerJoin(persons, itsHolder(certificates))
    .where(
      and(
        eq(certificates.contractId, contractId),
        isNull(certificates.revokedAt),
        gt(certificates.until, now),
      ),
    )
    .orderBy(asc(certificates.until), asc(certificates.thumbprint));
}

/** Grants that wait to be answered, with whose they are. */
export function selectOpenGrantsOf(queries: Queries, contractIds: readonly string[], now: Instant) {
  return queries
    .select({ ...holder, grant: certificateGrants })
    .from(certificateGrants)
    .innerJoin(persons, itsHolder(certificateGrants))
    .where(
      and(
        among(certificateGrants.contractId, contractIds),
        isNull(certificateGrants.requestHash),
        gt(certificateGrants.until, now),
      ),
    )
    .orderBy(asc(certificateGrants.personKey));
}

/** The grant that a retrieval code answers, used or not. */
export function selectGrantByCode(queries: Queries, contractId: string, codeHash: Buffer) {
  return queries
    .select({ grant: certificateGrants, person: persons })
    .from(certificateGrants)
    .innerJoin(persons, itsHolder(certificateGrants))
    .where(
      and(eq(certificateGrants.contractId, contractId), eq(certificateGrants.codeHash, codeHash)),
    );
}

export const insertCertificate = insertion(certificates);

/** One grant a person: a new code ends the one before it. */
export function putGrant(
  queries: Queries,
  grant: Pick<
    typeof certificateGrants.$inferInsert,
    'contractId' | 'personKey' | 'codeHash' | 'grantedAt' | 'until'
  >,
) {
  const { codeHash, grantedAt, until } = grant;
  return queries
    .insert(certificateGrants)
    .values(grant)
    .onConflictDoUpdate({
      target: [certificateGrants.contractId, certificateGrants.personKey],
      set: { codeHash, grantedAt, until, requestHash: null, thumbprint: null },
    });
}

export function answerGrant(
  queries: Queries,
  { contractId, personKey }: { readonly contractId: string; readonly personKey: string },
  answered: { readonly requestHash: Buffer; readonly thumbprint: string },
) {
  return queries
    .update(certificateGrants)
    .set(answered)
    .where(
      and(eq(certificateGrants.contractId, contractId), eq(certificateGrants.personKey, personKey)),
    );
}

/** Nobody gets a certificate by a code that was given to somebody who is no longer who they were. */
export function deleteGrant(queries: Queries, contractId: string, personKey: string) {
  return queries
    .delete(certificateGrants)
    .where(
      and(eq(certificateGrants.contractId, contractId), eq(certificateGrants.personKey, personKey)),
    );
}

export function revokeCertificates(
  queries: Queries,
  contractId: string,
  thumbprints: readonly string[],
  at: Instant,
) {
  return queries
    .update(certificates)
    .set({ revokedAt: at })
    .where(
      and(
        eq(certificates.contractId, contractId),
        among(certificates.thumbprint, thumbprints),
        isNull(certificates.revokedAt),
      ),
    );
}

/** So that it can be bound anew; the database lets go of certificates of the bank's that were taken back alone. */
export function deleteTakenBack(queries: Queries, contractId: string, thumbprint: string) {
  return queries
    .delete(certificates)
    .where(and(eq(certificates.contractId, contractId), eq(certificates.thumbprint, thumbprint)));
}

export function noteWarned(
  queries: Queries,
  contractId: string,
  thumbprint: string,
  warnedDays: number,
) {
  return queries
    .update(certificates)
    .set({ warnedDays })
    .where(and(eq(certificates.contractId, contractId), eq(certificates.thumbprint, thumbprint)));
}

/**
 * All that the built-in authority takes back, of every contract: what was revoked, and what belongs to a contract that
 * is closed. What has expired is over by itself.
 */
export function selectRevoked(queries: Queries, now: Instant) {
  return queries
    .select({
      serial: certificates.serial,
      revokedAt: certificates.revokedAt,
      closedAt: contracts.closedAt,
    })
    .from(certificates)
    .innerJoin(contracts, eq(contracts.contractId, certificates.contractId))
    .where(
      and(
        eq(certificates.authority, 'BUILT_IN'),
        gt(certificates.until, now),
        or(
          isNotNull(certificates.revokedAt),
          and(isNotNull(contracts.closedAt), lte(contracts.closedAt, now)),
        ),
      ),
    )
    .orderBy(asc(certificates.serial));
}
