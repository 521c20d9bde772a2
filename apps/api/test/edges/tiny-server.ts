import { randomUUID } from 'node:crypto';
import type { Caller } from '../../src/caller.ts';
import { unauthenticated } from '../../src/graphql/faults.ts';
import { createLog } from '../../src/log.ts';
import { type RunningServer, type ServerParts, startServer } from '../../src/server.ts';
import type { RequestSeen } from '../../src/context.ts';
import { noAddresses } from '../../src/settings/address-ranges.ts';
import { ran, tinySchema } from './tiny-schema.ts';

/** The real server over a schema of a few fields, and everything that it said. */
export interface TinyServer extends RunningServer {
  readonly logged: string[];
  readonly lookups: { readonly passive: boolean; readonly request: RequestSeen }[];
  /** Sends a GraphQL request and answers what came back, as text and as JSON. */
  ask(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** The caller that the header `tiny-caller` names; a stranger without one. */
function callerOf(request: RequestSeen): Caller {
  const origin = {
    address: '192.0.2.1',
    limitedAddress: null,
    certificate: null,
    locale: 'ja',
    requestId: request.requestId,
  } as const;
  const [kind, scope] = (request.authorization ?? 'STRANGER').split(' ');
  if (kind === 'BAD') throw unauthenticated('The token is no good.');
  if (kind === 'BANK') {
    const scopes = new Set(scope === 'desk' ? (['desk'] as const) : (['read'] as const));
    return { kind, origin, bank: { clientId: 'c', subject: 's', scopes, bound: false } };
  }
  if (kind === 'USER' || kind === 'ADMINISTRATOR') {
    return { kind, origin, bank: null, session: {} as never };
  }
  return { kind: 'STRANGER', origin, bank: null };
}

export async function startTinyServer(
  changed: Partial<Omit<ServerParts, 'settings'>> & Partial<ServerParts['settings']> = {},
): Promise<TinyServer> {
  const logged: string[] = [];
  const lookups: TinyServer['lookups'] = [];
  const {
    playground = true,
    trustedProxy = noAddresses,
    origin = null,
    tls = null,
    ...parts
  } = changed;
  ran.length = 0;
  const server = await startServer({
    settings: {
      host: '127.0.0.1',
      port: 0,
      playground,
      trustedProxy,
      origin,
      tls,
      authority: null,
    },
    log: createLog('debug', (line) => logged.push(line)),
    schema: await tinySchema(),
    resolveCaller: (request, passive) => {
      lookups.push({ passive, request });
      return Promise.resolve().then(() => callerOf(request));
    },
    contextOf: (caller, request, reply) => ({ caller, request, reply }),
    clientAuthorities: [],
    webRoot: null,
    mailbox: null,
    published: null,
    publishedKeys: () => ({ keys: [] }),
    ready: () => Promise.resolve([]),
    ...parts,
  });
  return {
    ...server,
    logged,
    lookups,
    async ask(body, headers = {}) {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, ...readJson(text) };
    },
  };
}

function readJson(text: string): Pick<Answer, 'data' | 'errors'> {
  const { data, errors = [] } = JSON.parse(text) as Partial<Answer>;
  return { data, errors };
}

/** A PIN that can stand in every position of a request, names and numbers as well. */
export function canary(): string {
  return `Kanari${randomUUID().replaceAll('-', '').slice(0, 12)}`;
}
