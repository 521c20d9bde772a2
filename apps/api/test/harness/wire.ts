import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The network between a bank system and the server, where requests and answers are lost. */
export interface Wire {
  readonly url: string;
  /**
   * Seizes the next request of an operation: before it gets there, or its answer on the way back. Whoever sent it waits
   * until it is cut, or for ever.
   */
  seize(operation: string, when: 'REQUEST' | 'ANSWER'): Promise<{ cut(): void }>;
  /** Answers the next request of an operation in the server's place. */
  instead(operation: string, answer: object): void;
  close(): Promise<void>;
}

interface Trap {
  readonly operation: string;
  spring(forward: () => Promise<void>, response: ServerResponse): Promise<void>;
}

export async function layWire(target: () => string): Promise<Wire> {
  const traps: Trap[] = [];
  const server = createServer((request, response) => {
    void pass(request, response).catch(() => response.destroy());
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    let answer: Response | undefined;
    const forward = async (): Promise<void> => {
      answer = await fetch(`${target()}${request.url ?? ''}`, {
        method: request.method ?? 'GET',
        headers: forwarded(request),
        ...(request.method === 'POST' && { body: new Uint8Array(body) }),
      });
    };
    const trap = traps.find(({ operation }) => body.includes(`${operation}(`));
    if (trap !== undefined) {
      traps.splice(traps.indexOf(trap), 1);
      return trap.spring(forward, response);
    }
    await forward();
    if (answer === undefined) return;
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seize: (operation, when) =>
      new Promise((seized) => {
        traps.push({
          operation,
          spring: async (forward, response) => {
            if (when === 'ANSWER') await forward();
            seized({ cut: () => void response.destroy() });
          },
        });
      }),
    instead: (operation, answer) =>
      void traps.push({
        operation,
        spring: (_, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(JSON.stringify({ data: { answer } }));
          return Promise.resolve();
        },
      }),
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function forwarded({ headers }: IncomingMessage): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name)
      ? [[name, value] as [string, string]]
      : [],
  );
}
