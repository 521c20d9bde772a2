import { longestValid } from '@monban/domain/certificate';

import { administratorKey, type CertificateRow } from '../../db/rows.ts';
import type { Asked } from '../../operation.ts';
import { needsCertificate } from '../../sessions/client-certificate.ts';
import type { ContractView } from '../contracts/contract-view.ts';
import { selectPresentUsers } from '../users/user.store.ts';
import type { UserView } from '../users/user-view.ts';
import { certificateView, grantView } from './certificate-view.ts';

/** Certificates of a contract with whose they are, as they stand: one of the bank's that its list names is revoked. */
async function standing(contractId: string, { loaders, services }: Asked) {
  const { bankAuthorities, now } = services;
  const rows = await loaders.certificates.load(contractId);
  const at = now();
  return rows.map(({ certificate, ...holder }) => {
    const listed = certificate.authority === 'BANK' && bankAuthorities?.listed(certificate, at);
    const revokedAt = certificate.revokedAt ?? (listed ? listed.since : null);
    return { certificate: { ...certificate, revokedAt }, ...holder };
  });
}

function ofPerson<Row extends { readonly certificate: CertificateRow }>(
  rows: readonly Row[],
  personKey: string,
): readonly Row[] {
  return rows.filter(({ certificate }) => certificate.personKey === personKey);
}

/** The certificates of a contract's people, the newest first. */
export async function certificatesOf(contractId: string, asked: Asked) {
  const now = asked.services.now();
  const rows = await standing(contractId, asked);
  return rows.map(({ certificate, ...holder }) => certificateView(certificate, holder, now));
}

/** Those of one person. */
export async function ownCertificates(contractId: string, personKey: string, asked: Asked) {
  const now = asked.services.now();
  const rows = ofPerson(await standing(contractId, asked), personKey);
  return rows.map(({ certificate, ...holder }) => certificateView(certificate, holder, now));
}

export const administratorsCertificates = (contractId: string, asked: Asked) =>
  ownCertificates(contractId, administratorKey, asked);

/** The retrieval codes that wait to be used. */
export async function grantsOf(contractId: string, { loaders }: Asked) {
  const rows = await loaders.certificateGrants.load(contractId);
  return rows.map(({ grant, ...holder }) => grantView(grant, holder));
}

/** When the last of a person's valid certificates ends; null: they have none. */
export async function certificateEnd(contractId: string, personKey: string, asked: Asked) {
  const rows = ofPerson(await standing(contractId, asked), personKey);
  const certificates = rows.map(({ certificate }) => certificate);
  return longestValid(certificates, asked.services.now())?.until ?? null;
}

/** How many people of a contract, its administrator among them, have no valid certificate. */
export async function peopleWithout({ contractId }: ContractView, asked: Asked): Promise<number> {
  const { database } = asked.services;
  const users = await selectPresentUsers(database.reading(contractId), contractId);
  const ends = await Promise.all(
    [administratorKey, ...users.map(({ personKey }) => personKey)].map((personKey) =>
      certificateEnd(contractId, personKey, asked),
    ),
  );
  return ends.filter((end) => end === null).length;
}

/** Whether a user needs a certificate (R12) and has none that is valid. */
export async function lacksCertificate(user: UserView, asked: Asked): Promise<boolean> {
  const { certificateSince, contract, personKey } = user;
  const { now } = asked.services;
  if (!needsCertificate(contract.row, { certificateSince }, now())) return false;
  return (await certificateEnd(contract.contractId, personKey, asked)) === null;
}
