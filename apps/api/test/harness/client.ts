/** A GraphQL client as a bank's engineer would write it: what goes over the wire, and nothing beside. */
export interface Client {
  /** Sends one operation; answers its data. GraphQL errors are thrown as {@link Fault}. */
  send<Data = Record<string, unknown>>(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Data>;
  /** The answer as it came: status, headers, body. */
  raw(document: string, variables?: Readonly<Record<string, unknown>>): Promise<RawAnswer>;
  /** The same server as somebody else: other headers, no cookie. */
  with(headers: Readonly<Record<string, string>>): Client;
  /** The same person, by their headers, at another server. */
  at(url: string): Client;
  readonly url: string;
  readonly cookie: string | null;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

/** A GraphQL error, by its code. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** How a request gets there: as Node does it, or over TLS with a certificate (`tls-client.ts`). */
export type Send = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
) => Promise<Response>;

export function connect(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  by: Send = fetch,
): Client {
  let cookie: string | null = null;

  async function raw(
    document: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<RawAnswer> {
    const response = await by(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': 'en',
        ...(cookie !== null && { cookie }),
        ...headers,
      },
      body: JSON.stringify({ query: document, variables }),
    });
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';', 1)[0] ?? '';
      cookie = pair.endsWith('=') ? null : pair;
    }
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  return {
    url,
    raw,
    get cookie() {
      return cookie;
    },
    with: (more) => connect(url, { ...headers, ...more }, by),
    at: (other) => connect(other, headers, by),
    async send<Data>(document: string, variables?: Readonly<Record<string, unknown>>) {
      const { body } = await raw(document, variables);
      const { data, errors } = JSON.parse(body) as GraphQLAnswer;
      const [error] = errors ?? [];
      if (error !== undefined) throw new Fault(error.extensions?.code ?? 'NO_CODE', error.message);
      return data as Data;
    },
  };
}
