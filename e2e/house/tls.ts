import { makeAuthority } from '@monban/api/test/harness/certificates';
import { placeTls } from '@monban/api/test/harness/tls-files';
import { inject } from 'vitest';
import { type Server, startServer } from './server.ts';

/** A further server on the same ground, which serves HTTPS and asks for its own authority's certificates. */
export async function startTlsServer(): Promise<Server> {
  const authority = await makeAuthority();
  const placed = placeTls(await authority.issue('banking', { hosts: ['127.0.0.1'] }));
  try {
    const { stop, url } = await startServer({ ...inject('ground'), ...placed.env });
    return { url, stop: () => stop().then(placed.clear) };
  } catch (error) {
    placed.clear();
    throw error;
  }
}
