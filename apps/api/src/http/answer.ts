import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicFault } from '../graphql/faults.ts';

const graphqlResponse = 'application/graphql-response+json';

/** Answers a fault that no operation was reached with, in the shape of every other GraphQL answer. */
export function answerFault(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, message, status }: PublicFault,
): FastifyReply {
  return answerErrors(request, reply, status, { message, extensions: { code } });
}

export function answerErrors(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  error: { readonly message: string; readonly extensions: Readonly<Record<string, string>> },
): FastifyReply {
  const type = request.headers.accept?.includes(graphqlResponse)
    ? graphqlResponse
    : 'application/json';
  return reply
    .code(status)
    .type(`${type}; charset=utf-8`)
    .send(`${JSON.stringify({ errors: [error] })}\n`);
}
