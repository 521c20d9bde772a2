import { parseArgs } from 'node:util';
import { type BankScope, bankScopes } from '../bank/bank-caller.ts';
import { type Command, CommandError, type Output } from './command.ts';
import { developmentToken, standardClerk, standardClient } from './development-token.ts';

/** Signs an access token as the bank's identity provider would; for development only. */
export const bankToken: Command = {
  usage: 'bank-token --scope desk,transactions,read,mail [--sub clerk1] [--client ID] [--json]',
  run(words, readSettings): Output {
    const { scope, sub, client } = readWords(words);
    const scopes = readScopes(scope);
    const settings = readSettings();
    const subject = sub ?? (scopes.includes('desk') ? standardClerk : client);
    if (scopes.includes('desk') && subject === client) {
      throw new CommandError(
        'scope desk needs a human: --sub must not be the client itself.',
        true,
      );
    }
    const token = developmentToken(settings, client, subject, scopes);
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
