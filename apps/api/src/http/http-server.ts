import { randomUUID } from 'node:crypto';
import { Server as TlsServer, type TlsOptions } from 'node:tls';
import { fastify, type FastifyError, type FastifyInstance } from 'fastify';
import { badUserInput, operationTooLarge } from '../graphql/faults.ts';
import { errorFields, type Log } from '../log.ts';
import { answerErrors, answerFault } from './answer.ts';
import type { Front } from './front.ts';
import { connectionAddress } from './peer.ts';
import { securityHeaders, strictTransport } from './security-headers.ts';

/** A19: a longer body is not read to its end. */
const longestBody = 100_000;
/** How long a body may take to arrive. */
const arrivalSeconds = 30;

/**
 * The server before any route: limits, headers of every answer, and answers to what reaches no route.
 * @param tls `null`: plain HTTP
 */
export function createHttp(log: Log, front: Front, tls: TlsOptions | null): FastifyInstance {
  const server: FastifyInstance = fastify({
    https: tls,
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
  addHeaders(server, front);
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ status: 'not found' }));
  answerErrorsOf(server, log);
  return server;
}

/** Takes other files for the connections that are made from now on; those that stand go on. */
export function renewTls(server: FastifyInstance, tls: TlsOptions): void {
  if (server.server instanceof TlsServer) server.server.setSecureContext(tls);
}

function addHeaders(server: FastifyInstance, { origin, trustedProxy }: Front): void {
  const isHttpsInFront = origin?.startsWith('https://') === true;
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeaders).header('monban-request-id', request.id);
    // RFC 6797: over an encrypted connection alone.
    const isEncrypted =
      request.protocol === 'https' ||
      (isHttpsInFront && trustedProxy.includes(connectionAddress(request)));
    if (isEncrypted) reply.headers(strictTransport);
    done();
  });
}

function answerErrorsOf(server: FastifyInstance, log: Log): void {
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
}
