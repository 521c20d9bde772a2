import type { Operation } from './operations.ts';
import type { Settings } from './settings.ts';

/** No answer, or none that says what happened: it may have been done, or not. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

/** The user's session has ended: left alone, taken over by another logon, or locked. Nothing was done. */
export class SessionOver extends Error {
  override readonly name = 'SessionOver';
}

/** As whom something is asked beside the bank system itself. */
export interface On {
  /** The user's session, from their logon on. */
  readonly session?: string;
  /** Where the person's browser is: history, notices and limits by address go by it. */
  readonly clientAddress?: string;
}

export interface Monban {
  /** Asks once. Answers, or throws `Lost`, `SessionOver`, or an error that no repetition mends. */
  ask<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    on?: On,
  ): Promise<Data>;
  /** The public keys of authorisation tokens. */
  publishedKeys(): Promise<unknown>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

/** Longer than the 15 seconds that Monban lets somebody wait for their turn before it says TRY_AGAIN. */
const longestAnswer = 30_000;

export function connect({ url, bankToken, language }: Settings): Monban {
  return {
    async ask<Data, Variables>(
      { document }: Operation<Data, Variables>,
      variables: Variables,
      on: On = {},
    ) {
      const { answer, response } = await answerOf<Answer>(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'accept-language': language,
          authorization: `Bearer ${bankToken}`,
          ...(on.session !== undefined && { 'monban-session': on.session }),
          ...(on.clientAddress !== undefined && { 'monban-client-address': on.clientAddress }),
        },
        body: JSON.stringify({ query: document, variables }),
      });
      const [error] = answer.errors ?? [];
      if (error !== undefined) throw faultOf(error, response);
      return answer.data as Data;
    },
    publishedKeys: async () => (await answerOf(`${url}/.well-known/jwks.json`)).answer,
  };
}

/** JSON, or `Lost`: a proxy's page in between is no answer either. */
async function answerOf<Body>(address: string, request: RequestInit = {}) {
  try {
    const response = await fetch(address, {
      ...request,
      signal: AbortSignal.timeout(longestAnswer),
    });
    return { response, answer: (await response.json()) as Body };
  } catch (cause) {
    throw new Lost('No answer.', { cause });
  }
}

function faultOf(
  { message, extensions }: NonNullable<Answer['errors']>[number],
  { status, headers }: Response,
): Error {
  const code = extensions?.code ?? '';
  if (status >= 500 || code === 'INTERNAL_SERVER_ERROR') return new Lost(message);
  // With this header it is our own token that is no good, and no logon would help (RFC 6750).
  if (code === 'UNAUTHENTICATED' && !headers.has('www-authenticate'))
    return new SessionOver(message);
  return new Error(`${code}: ${message}`);
}
