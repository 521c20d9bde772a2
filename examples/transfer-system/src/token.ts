import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';

import type { Monban } from './monban.ts';
import type { Asked } from './transfer.ts';

/** Checks that a token of Monban's says what we asked for. */
export interface Tokens {
  /** Throws if it says anything else, or nothing of worth. */
  verify(token: string, asked: Asked): Promise<void>;
}

/** @param issuer what Monban calls itself  @param clientId what Monban calls us */
export function tokensOf(monban: Monban, issuer: string, clientId: string): Tokens {
  // Fetched once; after that no token needs the network, until one is signed with a key that is new.
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;
  const fetchKeys = async () =>
    (keys = createLocalJWKSet((await monban.publishedKeys()) as JSONWebKeySet));

  const read = async (token: string) =>
    jwtVerify(token, keys ?? (await fetchKeys()), {
      typ: 'monban-authorization+jwt',
      algorithms: ['ES256'],
      issuer,
      audience: clientId,
      requiredClaims: ['jti', 'iat', 'exp'],
      clockTolerance: '1 minute',
    });

  return {
    async verify(token, asked) {
      const { payload } = await read(token).catch(async (fault: unknown) => {
        if (!(fault instanceof errors.JWKSNoMatchingKey)) throw fault;
        await fetchKeys();
        return read(token);
      });
      const { contract, user, service, action, account, amount, hash } = payload;
      expectAsked(asked, {
        contractId: contract,
        userId: user,
        service,
        action,
        accountNumber: account,
        amount,
        transactionHash: hash,
      });
    },
  };
}

/** Throws if what was authorised is not, field by field, what we asked for. */
export function expectAsked(asked: Asked, told: Readonly<Record<keyof Asked, unknown>>): void {
  for (const [field, value] of Object.entries(asked)) {
    // A user ID is the same in capitals.
    const said = told[field as keyof Asked];
    const same =
      field === 'userId' && typeof said === 'string'
        ? said.toLowerCase() === String(value).toLowerCase()
        : said === value;
    if (!same) throw new Error(`Monban authorised something else: ${field} differs.`);
  }
}
