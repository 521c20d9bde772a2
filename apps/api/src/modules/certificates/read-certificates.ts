import { longestValid } from '@monban/domain/certificate';

import { administratorKey } from '../../db/rows.ts';
import type { Asked } from '../../operation.ts';
import { needsCertificate } from '../../sessions/client-certificate.ts';
import type { UserView } from '../users/user-view.ts';
import { certificateView, grantView } from './certificate-view.ts';

/** The certificates of a contract's people, the newest first. */
export async function certificatesOf(contractId: string, { loaders, services }: Asked) {
  const rows = await loaders.certificates.load(contractId);
  const now = services.now();
  return rows.map(({ certificate, ...holder }) => certificateView(certificate, holder, now));
}

/** Those of one person: a user by their key, or the administrator. */
export async function ownCertificates(
  contractId: string,
  personKey: string,
  { loaders, services }: Asked,
) {
  const rows = await loaders.certificates.load(contractId);
  const now = services.now();
  return rows
    .filter(({ certificate }) => certificate.personKey === personKey)
    .map(({ certificate, ...holder }) => certificateView(certificate, holder, now));
}

export const administratorsCertificates = (contractId: string, asked: Asked) =>
  ownCertificates(contractId, administratorKey, asked);

/** The retrieval codes that wait to be used. */
export async function grantsOf(contractId: string, { loaders }: Asked) {
  const rows = await loaders.certificateGrants.load(contractId);
  return rows.map(({ grant, ...holder }) => grantView(grant, holder));
}

/** When the last of a person's valid certificates ends; null: they have none. */
export async function certificateEnd(
  contractId: string,
  personKey: string,
  { loaders, services }: Asked,
) {
  const rows = await loaders.certificates.load(contractId);
  const own = rows.flatMap(({ certificate }) =>
    certificate.personKey === personKey ? [certificate] : [],
  );
  return longestValid(own, services.now())?.until ?? null;
}

/** Whether a user needs a certificate (R12) and has none that is valid. */
export async function lacksCertificate(user: UserView, asked: Asked): Promise<boolean> {
  const { contract, certificateSince, personKey } = user;
  const { now } = asked.services;
  if (!needsCertificate(contract.row, { certificateSince }, now())) return false;
  return (await certificateEnd(contract.contractId, personKey, asked)) === null;
}
