import { connect, type Socket } from 'node:net';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * One connection that asks and is answered in turn. Node's own client costs more than the servers that are measured
 * here, and they share two cores with it: so this one knows just as much HTTP as they speak.
 */
export interface Connection {
  ask(request: Buffer): Promise<Answer>;
  close(): void;
}

/** The bytes of a GraphQL request, so that one that is repeated is written once. */
export function graphqlRequest(
  url: string,
  operation: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const { pathname, host } = new URL(url);
  const body = JSON.stringify(operation);
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url);
  const socket = await connected(Number(port), hostname);
  let received = Buffer.alloc(0);
  let waiting: { answer(answer: Answer): void; fail(fault: Error): void } | null = null;

  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = wholeAnswer(received);
    if (answer === null) return;
    received = Buffer.alloc(0);
    const asked = waiting;
    waiting = null;
    asked?.answer(answer);
  });
  const lost = (fault?: Error): void => {
    waiting?.fail(fault ?? new Error('The server closed the connection.'));
    waiting = null;
  };
  socket.on('error', lost);
  socket.on('close', () => lost());

  return {
    ask: (request) =>
      new Promise((answer, fail) => {
        waiting = { answer, fail };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

function connected(port: number, host: string): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ port, host, noDelay: true });
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.off('error', fail);
      done(socket);
    });
  });
}

const headEnd = Buffer.from('\r\n\r\n');

/** Null while parts of it are still on the way. */
function wholeAnswer(received: Buffer): Answer | null {
  const end = received.indexOf(headEnd);
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length === undefined) throw new Error('Expected an answer that says its length.');
  const from = end + headEnd.length;
  const to = from + Number(length);
  if (received.length < to) return null;
  return { status: Number(head.slice(9, 12)), body: received.toString('utf8', from, to) };
}
