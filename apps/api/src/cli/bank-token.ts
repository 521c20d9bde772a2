import { parseArgs } from 'node:util';
import { type BankScope, bankScopes } from '../bank/bank-caller.ts';
import { signDevelopmentToken } from '../bank/development-issuer.ts';
import { openKeyRing } from '../secrets/key-ring.ts';
import { type Command, CommandError, type Output } from './command.ts';

const validSeconds = 3600;
const standardClient = 'monban-development';

/** Signs an access token as the bank's identity provider would; for development only. */
export const bankToken: Command = {
  usage: 'bank-token --scope desk,transactions,read [--sub clerk1] [--client ID] [--json]',
  run(words, readSettings): Output {
    const { scope, sub, client } = readWords(words);
    const scopes = readScopes(scope);
    const settings = readSettings();
    if (settings.bank !== null || settings.production) {
      throw new CommandError('the bank’s identity provider is set; its tokens alone are accepted.');
    }
    const { bankDevelopment } = openKeyRing(settings);
    if (bankDevelopment === null) throw new CommandError('the key ring has no development issuer.');
    const subject = sub ?? (scopes.includes('desk') ? 'clerk1' : client);
    if (scopes.includes('desk') && subject === client) {
      throw new CommandError(
        'scope desk needs a human: --sub must not be the client itself.',
        true,
      );
    }
    const token = signDevelopmentToken(
      bankDevelopment,
      { clientId: client, subject, scopes, validSeconds },
      Date.now(),
    );
    return { text: token, json: { token } };
  },
};

function readWords(words: readonly string[]): { scope: string; sub?: string; client: string } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        scope: { type: 'string' },
        sub: { type: 'string' },
        client: { type: 'string', default: standardClient },
      },
    });
    const { scope = '', sub, client } = values;
    return { scope, client, ...(sub !== undefined && { sub }) };
  } catch {
    throw new CommandError(`expected: ${bankToken.usage}`, true);
  }
}

function readScopes(text: string): readonly BankScope[] {
  const named = text.split(/[ ,]+/).filter((one) => one !== '');
  const scopes = bankScopes.filter((scope) => named.includes(scope));
  if (scopes.length === 0 || named.length !== scopes.length) {
    throw new CommandError(`--scope takes ${bankScopes.join(', ')}, separated by commas.`, true);
  }
  return scopes;
}
