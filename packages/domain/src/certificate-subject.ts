import type { Who } from './history-event.ts';
import { type ContractId, contractIdTail } from './id.ts';

/** What a certificate says of whom it is: handshakes of TLS 1.2 show it to whoever listens. */
export interface CertificateSubject {
  /** The person's own ID. */
  readonly commonName: string;
  /** As much of the contract as mails may show, for people who have certificates of several. */
  readonly unit: string;
}

export function certificateSubject(person: Who, contractId: ContractId): CertificateSubject {
  return {
    commonName: commonNameOf(person),
    unit: `contract ...${contractIdTail(contractId)}`,
  };
}

/** What a certificate calls its person. */
export function commonNameOf(person: Who): string {
  return person.kind === 'ADMINISTRATOR' ? 'administrator' : person.userId;
}

/** A signing request says nothing of whom it is for, or names the person whom the certificate was granted to. */
export function requestFits(commonNames: readonly string[], person: Who): boolean {
  const own = commonNameOf(person).toLowerCase();
  return commonNames.every((name) => name.toLowerCase() === own);
}
