import { X509Certificate } from 'node:crypto';

import { signingRequest } from './certificates.ts';
import type { Client } from './client.ts';
import { type Answered, ask, bankToken, pins, type SeededContract } from './seed.ts';
import type { Ground } from './server.ts';

/** The tests stand where the trusted proxy does. */
export const trustsProxy = {
  TRUSTED_PROXY: '127.0.0.1',
  MONBAN_ORIGIN: 'https://banking.example',
} as const;

/** What a proxy says of a connection that was authenticated with a certificate (RFC 9440). */
export function comingWith(pem: string): Readonly<Record<string, string>> {
  return { 'client-cert': `:${new X509Certificate(pem).raw.toString('base64')}:` };
}

/** A certificate that somebody got by a retrieval code. */
export interface Certified {
  readonly pem: string;
  readonly keyPem: string;
  readonly thumbprint: string;
  readonly serial: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Has the administrator give out a retrieval code for one of their users. */
export async function grantToUser(
  { administrator }: Pick<SeededContract, 'administrator'>,
  userId: string,
): Promise<string> {
  const answer = await ask(administrator, 'grantCertificate', {
    userId,
    confirmationPin: pins.contractConfirmation,
  });
  return codeOf(answer);
}

/** Has the desk give one out for the administrator. */
export async function grantToAdministrator(
  client: Client,
  ground: Ground,
  contractId: string,
): Promise<string> {
  const desk = client.with({ authorization: `Bearer ${bankToken(ground, ['desk'])}` });
  return codeOf(await ask(desk, 'grantCertificate', { contractId }));
}

function codeOf(answer: Answered): string {
  if (answer.retrievalCode === undefined) throw new Error(`no code: ${JSON.stringify(answer)}`);
  return answer.retrievalCode;
}

/** Fetches what a code was given out for, as a stranger. */
export async function fetchCertificate(client: Client, retrievalCode: string): Promise<Certified> {
  const { pem: certificateRequest, keyPem } = await signingRequest();
  return certifiedAs(
    await ask(client, 'requestCertificate', { retrievalCode, certificateRequest }),
    keyPem,
  );
}

function certifiedAs({ pem, certificate, ...answer }: Answered, keyPem: string): Certified {
  if (pem === undefined || certificate === undefined)
    throw new Error(`no certificate: ${JSON.stringify(answer)}`);
  const { thumbprint, serial } = certificate;
  return { pem, keyPem, thumbprint, serial, headers: comingWith(pem) };
}

export async function certifyUser(contract: SeededContract, userId: string): Promise<Certified> {
  const code = await grantToUser(contract, userId);
  return fetchCertificate(contract.administrator.with({}), code);
}

export async function certifyAdministrator(
  ground: Ground,
  { administrator, contractId }: SeededContract,
): Promise<Certified> {
  const client = administrator.with({});
  const code = await grantToAdministrator(client, ground, contractId);
  return fetchCertificate(client, code);
}

/** From now on everybody of the contract needs a certificate, or from a day on. */
export async function requireCertificates(
  client: Client,
  contractId: string,
  certificateFrom?: string,
): Promise<void> {
  const answer = await ask(client, 'setAuthenticationMethod', {
    contractId,
    authenticationMethod: 'CERTIFICATE',
    ...(certificateFrom !== undefined && { certificateFrom }),
  });
  if (answer.__typename !== 'AuthenticationMethodSet')
    throw new Error(`not set: ${JSON.stringify(answer)}`);
}
