import { randomUUID } from 'node:crypto';
import type { TlsOptions } from 'node:tls';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Caller } from './caller.ts';
import type { ReplySeen, RequestSeen } from './context.ts';
import { createDocumentRules } from './graphql/document-rules.ts';
import { createDocumentStore } from './graphql/document-store.ts';
import { createErrors, type Errors } from './graphql/errors.ts';
import { type Incoming, pipeline, type Trace } from './graphql/pipeline.ts';
import { assertRules } from './graphql/rule.ts';
import type { Front } from './http/front.ts';
import { graphqlEndpoint } from './http/graphql-endpoint.ts';
import { createHttp, renewTls } from './http/http-server.ts';
import type { Mailbox } from './http/mailbox.ts';
import { addPages } from './http/pages.ts';
import type { Log } from './log.ts';
import type { Published } from './pki/publish.ts';
import type { Settings } from './settings.ts';
import { watchCertificate } from './tls/certificate-end.ts';
import { readTlsFiles } from './tls/tls-files.ts';
import { tlsOptions } from './tls/tls-options.ts';

/** What the server is put together from. */
export interface ServerParts {
  readonly settings: Pick<Settings, 'host' | 'port' | 'playground' | 'tls' | 'authority'> & Front;
  readonly log: Log;
  readonly schema: GraphQLSchema;
  /** Who asks. Throws `unauthenticated()` for tokens that are no good. `passive` prolongs nothing. */
  resolveCaller(request: RequestSeen, passive: boolean): Promise<Caller>;
  /** What the resolvers get. */
  contextOf(caller: Caller, request: RequestSeen, reply: ReplySeen): object;
  /** Our own authorities, as PEM: their clients' certificates are asked for beside those of `TLS_CLIENT_CA`. */
  readonly clientAuthorities: readonly string[];
  /** The folder of the built web application; `null` where there is none. */
  readonly webRoot: string | null;
  /** How long a client's handshake may take, in milliseconds; left out: 10 seconds. */
  readonly handshakeTimeout?: number;
  /** The mails of development. */
  readonly mailbox: Mailbox;
  /** The public keys of the authorisation tokens. */
  publishedKeys(): object;
  /** What the built-in authority of certificates says to everybody; null: there is none. */
  readonly published: Published | null;
  /** What is in the way of serving; nothing, if it can serve. */
  ready(): Promise<readonly string[]>;
}

export interface RunningServer {
  readonly url: string;
  /** Reads the TLS files anew, for new connections. Throws a `TlsFilesError`, and those in force stay. */
  renewTls(): void;
  /** Takes no new requests, lets running ones finish, then stops. */
  close(): Promise<void>;
}

/** How long running requests have when the server stops: longer than a permit is waited for. */
const drainSeconds = 20;

/** Starts listening. Throws if a type has no rule, the TLS files are no good or the address is taken. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  assertRules(parts.schema);
  const errors = createErrors(parts.log, randomUUID);
  const apollo = createApollo(parts, errors);
  await apollo.start();
  const { host, port, tls } = parts.settings;
  const end = watchCertificate(parts.log, Date.now);
  const readTls = (): TlsOptions | null => {
    if (tls === null) return null;
    const files = readTlsFiles(tls, Date.now());
    const asks = parts.settings.authority !== null;
    const options = tlsOptions(files, parts.clientAuthorities, asks, parts.handshakeTimeout);
    end.watch(files.endsAt);
    return options;
  };
  const server = createHttp(parts.log, parts.settings, readTls());
  const traces = logRequests(server, parts.log);
  const rules = createDocumentRules(parts.schema);
  server.post(
    '/graphql',
    graphqlEndpoint(apollo, rules, parts.settings, (request) => traces(request)),
  );
  const endConnections = connectionsToEnd(server);
  addPages(server, { ...parts, playground: parts.settings.playground });
  const url = await server.listen({ host, port });
  return {
    url,
    renewTls: () => {
      const renewed = readTls();
      if (renewed !== null) renewTls(server, renewed);
    },
    close: () => {
      end.stop();
      endConnections();
      return drain(server, apollo);
    },
  };
}

function createApollo(parts: ServerParts, errors: Errors): ApolloServer<Incoming> {
  // Its own texts may hold what a client sent; all that matters is noted by the pipeline.
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  return new ApolloServer<Incoming>({
    schema: parts.schema,
    introspection: parts.settings.playground,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // Only application/json is read at all, and foreign pages are turned away before.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    documentStore: createDocumentStore(),
    formatError: (formatted, error) => errors.format(formatted, error),
    logger: silent,
    plugins: [
      // Would wrap every resolver for cache hints that nothing here gives.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      pipeline({ ...parts, errors }),
    ],
  });
}

/** One line a request, at its end. Answers where the rest of the server notes what it was about. */
function logRequests(server: FastifyInstance, log: Log): (request: FastifyRequest) => Trace {
  const traces = new WeakMap<FastifyRequest, Trace>();
  server.addHook('onResponse', (request, reply, done) => {
    log.info('Request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      ...traces.get(request),
    });
    done();
  });
  return (request) => {
    const trace = traces.get(request) ?? {};
    traces.set(request, trace);
    return trace;
  };
}

/** Answers what has whatever is answered from then on end its connection: one that is kept would hold up the end. */
function connectionsToEnd(server: FastifyInstance): () => void {
  let ending = false;
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (ending) reply.header('connection', 'close');
    done();
  });
  return () => {
    ending = true;
  };
}

async function drain(server: FastifyInstance, apollo: ApolloServer<Incoming>): Promise<void> {
  const deadline = setTimeout(() => server.server.closeAllConnections(), drainSeconds * 1000);
  await server.close();
  clearTimeout(deadline);
  await apollo.stop();
}
