import type { BankScope } from '../bank/bank-caller.ts';
import { signDevelopmentToken } from '../bank/development-issuer.ts';
import { openKeyRing } from '../secrets/key-ring.ts';
import type { Settings } from '../settings.ts';
import { CommandError } from './command.ts';

const validSeconds = 3600;

/** The bank system that tokens of the command line name, unless told otherwise. */
export const standardClient = 'monban-development';

/** The human at the desk, unless told otherwise. */
export const standardClerk = 'clerk1';

/** An access token as the bank's identity provider would sign it; for development only. */
export function developmentToken(
  settings: Settings,
  client: string,
  subject: string,
  scopes: readonly BankScope[],
): string {
  if (settings.bank !== null || settings.production) {
    throw new CommandError('the bank’s identity provider is set; its tokens alone are accepted.');
  }
  const { bankDevelopment } = openKeyRing(settings);
  if (bankDevelopment === null) throw new CommandError('the key ring has no development issuer.');
  return signDevelopmentToken(
    bankDevelopment,
    { clientId: client, subject, scopes, validSeconds },
    Date.now(),
  );
}
