import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's site, on a port of its own: what it holds is put onto its empty page by the test. */
export interface ForeignSite {
  /** Another origin of the same site, where browsers send `SameSite` cookies along. */
  readonly near: string;
  /** Another site. */
  readonly far: string;
  stop(): Promise<void>;
}

export async function openForeignSite(): Promise<ForeignSite> {
  const server = createServer((request, response) => {
    const script = request.url?.endsWith('.js') === true;
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.setHeader('access-control-allow-origin', '*');
    response.end(
      script ? 'ran.push("a script of theirs")' : '<!doctype html><title>Theirs</title>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on TCP, it has a port.
  const { port } = server.address() as AddressInfo;
  return {
    near: `http://127.0.0.1:${port}`,
    far: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
