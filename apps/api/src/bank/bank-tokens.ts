import type { KeyRing } from '../secrets/key-ring.ts';
import type { Settings } from '../settings.ts';
import { developmentIssuer, developmentKeys } from './development-issuer.ts';
import { remoteKeys } from './token-keys.ts';
import { type BankTokens, createBankTokens } from './verify-token.ts';

/**
 * The tokens that this server accepts: those of the bank's identity provider where one is set, else
 * the development issuer's, which a bank's own key ring has no key for.
 */
export function openBankTokens(settings: Settings, ring: KeyRing): BankTokens {
  if (settings.bank !== null) {
    const { issuer, audience, jwksUrl } = settings.bank;
    return createBankTokens({ issuer, audience, keys: remoteKeys(jwksUrl) });
  }
  if (settings.production || ring.bankDevelopment === null) {
    throw new Error('No identity provider is set, and the key ring has no development issuer.');
  }
  return createBankTokens({ ...developmentIssuer, keys: developmentKeys(ring.bankDevelopment) });
}
