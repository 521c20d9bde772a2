import { type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

import type { TestCertificate } from './certificates.ts';

/** A mail that the server has taken. */
export interface Taken {
  readonly messageId: string;
  readonly to: string;
  readonly headers: readonly (readonly [string, string])[];
  /** As it came over the wire. */
  readonly raw: string;
}

export interface Reply {
  readonly code: number;
  readonly text: string;
}

/** What it does with a mail once it has all of it; the reply of an SMTP server, or something worse. */
export type Conduct =
  | 'TAKE'
  | Reply
  /** Takes it, and is gone before it has said so. */
  | 'CLOSE_UNSAID';

export interface TestMailServer {
  readonly url: string;
  readonly taken: readonly Taken[];
  /** Mails at the same moment to one recipient: never more than one. */
  readonly mostAtOnce: number;
  /** Asked who sends; null: welcome. */
  sender: () => Reply | null;
  /** Asked at each recipient; null: welcome. */
  recipient: (address: string) => Reply | null;
  /** Asked before each mail: whether to be gone in the middle of it. */
  closesInTheMiddle: (address: string) => boolean;
  /** Asked once it has a mail. */
  conduct: (mail: Taken) => Conduct | Promise<Conduct>;
  /** Does all that a mail server should, from now on. */
  behave(): void;
  /** Is away: connections are refused. */
  leave(): Promise<void>;
  /** Is back, under the same address. */
  comeBack(): Promise<void>;
}

/** A real SMTP server on this machine. @param tls serves `smtps://` with it */
export async function startMailServer(tls: TestCertificate | null = null): Promise<TestMailServer> {
  const taken: Taken[] = [];
  const open = new Map<string, number>();
  let mostAtOnce = 0;
  let port = 0;
  let server = serve();
  await listen();

  function serve(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      ...(tls !== null && { secure: true, cert: tls.pem, key: tls.keyPem }),
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onMailFrom: (_address, _session, callback) => callback(answer(test.sender())),
      onRcptTo: ({ address }, _session, callback) => callback(answer(test.recipient(address))),
      onData: (stream, session, callback) => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const now = (open.get(to) ?? 0) + 1;
        open.set(to, now);
        mostAtOnce = Math.max(mostAtOnce, now);
        const over = () => open.set(to, (open.get(to) ?? 0) - 1);
        let raw = '';
        const gone = test.closesInTheMiddle(to);
        stream.on('error', over);
        stream.on('data', (chunk: Buffer) => {
          raw += chunk.toString('latin1');
          if (gone) cut(session);
        });
        stream.on('end', () => {
          if (gone) over();
          else void conclude(mailOf(raw, to), session, callback).finally(over);
        });
      },
    });
  }

  async function conclude(
    mail: Taken,
    session: SMTPServerSession,
    callback: (fault?: Error | null) => void,
  ): Promise<void> {
    const conduct = await test.conduct(mail);
    if (conduct === 'TAKE' || conduct === 'CLOSE_UNSAID') taken.push(mail);
    if (conduct === 'CLOSE_UNSAID') cut(session);
    else callback(conduct === 'TAKE' ? null : answer(conduct));
  }

  function cut({ id }: SMTPServerSession): void {
    for (const connection of server.connections)
      if (connection.id === id) connection._socket.destroy();
  }

  function listen(): Promise<void> {
    return new Promise((resolve) => {
      server.on('error', () => undefined);
      const listening = server.listen(port, '127.0.0.1', () => {
        ({ port } = listening.address() as AddressInfo);
        resolve();
      });
    });
  }

  const test: TestMailServer = {
    get url() {
      return `${tls === null ? 'smtp' : 'smtps'}://127.0.0.1:${port}`;
    },
    taken,
    get mostAtOnce() {
      return mostAtOnce;
    },
    sender: () => null,
    recipient: () => null,
    closesInTheMiddle: () => false,
    conduct: () => 'TAKE',
    behave: () => {
      test.sender = () => null;
      test.recipient = () => null;
      test.closesInTheMiddle = () => false;
      test.conduct = () => 'TAKE';
    },
    leave: () =>
      new Promise((resolve) => {
        for (const { _socket } of server.connections) _socket.destroy();
        server.close(() => resolve());
      }),
    comeBack: async () => {
      server = serve();
      await listen();
    },
  };
  return test;
}

function answer(reply: Reply | null): Error | null {
  return reply === null ? null : Object.assign(new Error(reply.text), { responseCode: reply.code });
}

function mailOf(raw: string, to: string): Taken {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    });
  const messageId = headers.find(([name]) => name.toLowerCase() === 'message-id')?.[1] ?? '';
  return { messageId, to, headers, raw };
}
