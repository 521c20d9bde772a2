import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/** The network between a server and its database, where what stands can fall silent: no end, no reset, no answer. */
export interface FreezingLine {
  /** The database's address by this way. */
  readonly url: string;
  /** Nothing passes any more over the connections that there are; new ones are let through. */
  freeze(): void;
  close(): Promise<void>;
}

export async function layFreezingLine(target: string): Promise<FreezingLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = dial(Number(port), hostname);
    const pair = [near, far] as const;
    open.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('error', () => undefined);
      from.pipe(to);
      from.once('close', () => {
        if (open.delete(pair)) to.destroy();
      });
    }
  });
  const frozen: Socket[] = [];
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    freeze: () => {
      for (const [near, far] of open) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
        frozen.push(near, far);
      }
      open.clear();
    },
    close: () => {
      for (const socket of [...frozen, ...[...open].flat()]) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
