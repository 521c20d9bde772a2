import { type ApolloServer, HeaderMap } from '@apollo/server';
import { err, ok, type Result } from '@monban/domain/result';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestSeen } from '../context.ts';
import type { DocumentRules } from '../graphql/document-rules.ts';
import { badUserInput, forbidden, type PublicFault, unauthenticated } from '../graphql/faults.ts';
import type { Incoming, Trace } from '../graphql/pipeline.ts';
import { answerFault } from './answer.ts';
import type { Front } from './front.ts';
import { isForeign } from './origin.ts';
import { peerOf } from './peer.ts';
import { replySeen } from './reply-seen.ts';
import { header, requestSeen } from './request-seen.ts';

/**
 * `POST /graphql`. What is refused whatever the schema says is refused here, in this order and
 * before anything is looked up; the rest goes to Apollo Server and its pipeline.
 */
export function graphqlEndpoint(
  apollo: ApolloServer<Incoming>,
  rules: DocumentRules,
  front: Front,
  traceOf: (request: FastifyRequest) => Trace,
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    const trace = traceOf(request);
    const read = readUnrefused(request, front, rules);
    if (!read.ok) {
      trace.code = read.error.code;
      return answerFault(request, reply, read.error);
    }
    const seen = read.value;
    const incoming: Incoming = {
      request: seen,
      reply: replySeen(reply, seen.authorization === null),
      saysPassive: header(request, 'monban-passive') === '1',
      trace,
    };
    const accept = request.headers.accept;
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: new HeaderMap(accept === undefined ? [] : [['accept', accept]]),
        search: '',
        body: request.body,
      },
      context: () => Promise.resolve(incoming),
    });
    for (const [name, value] of headers) reply.header(name, value);
    reply.code(status ?? 200);
    // Chunks come from @defer and @stream alone, which this schema doesn't have.
    return body.kind === 'complete' ? body.string : '';
  };
}

/** Who asks, as far as the request says, where nothing stands against it. */
function readUnrefused(
  request: FastifyRequest,
  { trustedProxy, origin }: Front,
  rules: DocumentRules,
): Result<RequestSeen, PublicFault> {
  const peer = peerOf(request, trustedProxy);
  if (!peer.ok) return peer;
  const seen = requestSeen(request, peer.value);
  const fault = refusedUnread(request, seen, origin) ?? refusedByDocument(request.body, rules);
  return fault === null ? ok(seen) : err(fault);
}

function refusedUnread(
  request: FastifyRequest,
  seen: RequestSeen,
  origin: string | null,
): PublicFault | null {
  if (isForeign(request, origin)) return forbidden('Requests of pages from elsewhere are refused.');
  const { cookies, authorization, clientAddress } = seen;
  if (cookies.session !== null && authorization !== null) {
    return unauthenticated(
      'A session cookie and a bank token exclude each other; send one of them.',
    );
  }
  // Taken for a missing one, it would lift the limits by address.
  if (clientAddress === null && request.headers['monban-client-address'] !== undefined) {
    return badUserInput('Expected one IP address in Monban-Client-Address.');
  }
  return null;
}

function refusedByDocument(body: unknown, rules: DocumentRules): PublicFault | null {
  if (!isObject(body) || typeof body['query'] !== 'string') return null;
  const variables = body['variables'];
  return rules.check(body['query'], isObject(variables) ? variables : undefined);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
