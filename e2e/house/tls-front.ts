import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestCertificate } from '@monban/api/test/harness/certificates';

/** A proxy that ends TLS in front of a server, and calls the server by a name of its own. */
export interface TlsFront {
  /** What browsers call it. */
  readonly origin: string;
  /** Where it hands on to; known once the server has started. */
  lead(to: string): void;
  stop(): Promise<void>;
}

export async function openTlsFront({ pem, keyPem }: TestCertificate): Promise<TlsFront> {
  let target = '';
  const front = createServer({ cert: pem, key: keyPem }, (asked, answered) => {
    const handedOn = request(new URL(asked.url ?? '/', target), {
      method: asked.method,
      headers: {
        ...asked.headers,
        host: 'monban.internal',
        'x-forwarded-for': asked.socket.remoteAddress,
      },
    });
    handedOn.once('response', (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(answered);
    });
    handedOn.once('error', () => answered.destroy());
    asked.pipe(handedOn);
  });
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening));
  return {
    origin: `https://127.0.0.1:${(front.address() as AddressInfo).port}`,
    lead: (to) => void (target = to),
    stop: () => {
      front.closeAllConnections();
      return new Promise((stopped) => front.close(() => stopped()));
    },
  };
}
