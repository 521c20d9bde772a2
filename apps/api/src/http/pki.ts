import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Log } from '../log.ts';
import { listPath } from '../pki/built-in-authority.ts';
import { authorityFields } from '../pki/authority-fields.ts';
import type { Published } from '../pki/publish.ts';

const minutesUntilAnotherTry = 5;

/** `/pki/ca.crt` and `/pki/crl`, for everybody, in DER; without a built-in authority nobody's addresses. */
export function addPki(server: FastifyInstance, published: Published | null, log: Log): void {
  if (published === null) return;
  const answer = async (reply: FastifyReply, type: string, bytes: () => Promise<Buffer>) => {
    try {
      return await reply
        .type(type)
        .header('cache-control', 'public, max-age=60')
        .send(await bytes());
    } catch (fault) {
      // Whoever checks certificates goes on with the list that they have, or refuses: never with an empty one of ours.
      log.error('the built-in authority publishes nothing', authorityFields(fault));
      return reply
        .code(503)
        .header('cache-control', 'no-store')
        .header('retry-after', String(minutesUntilAnotherTry * 60))
        .type('application/json; charset=utf-8')
        .send({ status: 'unavailable' });
    }
  };
  server.get('/pki/ca.crt', (_request, reply) =>
    answer(reply, 'application/pkix-cert', published.certificate),
  );
  server.get(listPath, (_request, reply) =>
    answer(reply, 'application/pkix-crl', published.revocationList),
  );
}
