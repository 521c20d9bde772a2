import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastify, type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Caller } from './caller.ts';
import type { ReplySeen, RequestSeen } from './context.ts';
import { createDocumentRules } from './graphql/document-rules.ts';
import { createDocumentStore } from './graphql/document-store.ts';
import { createErrors, type Errors } from './graphql/errors.ts';
import { badUserInput, operationTooLarge } from './graphql/faults.ts';
import { type Incoming, pipeline, type Trace } from './graphql/pipeline.ts';
import { assertRules } from './graphql/rule.ts';
import { answerErrors, answerFault } from './http/answer.ts';
import { type Front, graphqlEndpoint } from './http/graphql-endpoint.ts';
import type { Mailbox } from './http/mailbox.ts';
import { addPages } from './http/pages.ts';
import { securityHeaders } from './http/security-headers.ts';
import { errorFields, type Log } from './log.ts';
import type { Settings } from './settings.ts';

/** What the server is put together from. */
export interface ServerParts {
  readonly settings: Pick<Settings, 'host' | 'port' | 'playground'> & Front;
  readonly log: Log;
  readonly schema: GraphQLSchema;
  /** Who asks. Throws `unauthenticated()` for tokens that are no good. `passive` prolongs nothing. */
  resolveCaller(request: RequestSeen, passive: boolean): Promise<Caller>;
  /** What the resolvers get. */
  contextOf(caller: Caller, request: RequestSeen, reply: ReplySeen): object;
  /** The folder of the built web application; `null` where there is none. */
  readonly webRoot: string | null;
  /** The mails of development. */
  readonly mailbox: Mailbox;
  /** The public keys of the authorisation tokens. */
  readonly publishedKeys: object;
  /** What is in the way of serving; nothing, if it can serve. */
  ready(): Promise<readonly string[]>;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no new requests, lets running ones finish, then stops. */
  close(): Promise<void>;
}

/** A19: a longer body is not read to its end. */
const longestBody = 100_000;
/** How long a body may take to arrive. */
const arrivalSeconds = 30;
/** How long running requests have when the server stops: longer than a permit is waited for. */
const drainSeconds = 20;

/** Starts listening. Throws if a type has no rule or the address is taken. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  assertRules(parts.schema);
  const errors = createErrors(parts.log, randomUUID);
  const apollo = createApollo(parts, errors);
  await apollo.start();
  const server = createHttp(parts.log);
  const traces = logRequests(server, parts.log);
  const rules = createDocumentRules(parts.schema);
  server.post(
    '/graphql',
    graphqlEndpoint(apollo, rules, parts.settings, (request) => traces(request)),
  );
  addPages(server, { ...parts, playground: parts.settings.playground });
  const { host, port } = parts.settings;
  const url = await server.listen({ host, port });
  return { url, close: () => drain(server, apollo) };
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

function createHttp(log: Log): FastifyInstance {
  const server = fastify({
    bodyLimit: longestBody,
    requestTimeout: arrivalSeconds * 1000,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    // Addresses that can't be read; their own text would repeat them.
    frameworkErrors: (error, request, reply) => {
      answerFault(
        request,
        reply,
        badUserInput('Expected an address that can be read.', error.statusCode),
      );
    },
  });
  // JSON alone: what a form of a foreign page could send is not even read (A21).
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeaders).header('monban-request-id', request.id);
    done();
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ status: 'not found' }));
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) {
      const text = `A request may have ${longestBody} bytes.`;
      return answerFault(request, reply, operationTooLarge(text, status));
    }
    if (status === 415) {
      return answerFault(
        request,
        reply,
        badUserInput('Expected JSON, as application/json.', status),
      );
    }
    if (status >= 400 && status < 500) {
      return answerFault(request, reply, badUserInput('Expected a body of valid JSON.', status));
    }
    log.error('Fault', { requestId: request.id, ...errorFields(error) });
    const message = 'Something went wrong on our side. The log has the details.';
    const extensions = { code: 'INTERNAL_SERVER_ERROR', id: request.id };
    return answerErrors(request, reply, 500, { message, extensions });
  });
  return server;
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

async function drain(server: FastifyInstance, apollo: ApolloServer<Incoming>): Promise<void> {
  const deadline = setTimeout(() => server.server.closeAllConnections(), drainSeconds * 1000);
  await server.close();
  clearTimeout(deadline);
  await apollo.stop();
}
