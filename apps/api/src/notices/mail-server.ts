import { createTransport } from 'nodemailer';

import type { MailSettings } from '../settings.ts';
import { isLoopback } from '../settings/rules.ts';
import type { Mail } from './write-mail.ts';

/**
 * What the mail server said to one mail. REFUSED: it will never take it for this recipient. PUT_OFF: everything else
 * that is no yes, our own mistakes too: a wrong password must not make anybody undeliverable.
 */
export type Outcome =
  | { readonly kind: 'TAKEN' }
  | { readonly kind: 'REFUSED' | 'PUT_OFF'; readonly reply: string };

export interface MailServer {
  send(mail: Mail): Promise<Outcome>;
  /** Lets go of idle connections; with `force`, of those too that are in the middle of a mail, which fail. */
  close(force: boolean): void;
}

/** How long the server may take, in milliseconds: to be reached, to greet, to answer. */
export interface Patience {
  readonly connectionTimeout: number;
  readonly greetingTimeout: number;
  readonly socketTimeout: number;
}

const patience: Patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 60_000,
};

/** Connections are kept: greeting and TLS cost more than a mail. */
export function openMailServer(
  { from, server }: MailSettings,
  connections: number,
  within: Patience = patience,
): MailServer {
  const transport = createTransport({
    ...addressOf(server),
    ...within,
    pool: true,
    maxConnections: connections,
    // What is tried again, and when, is decided by whoever sends.
    maxRequeues: 0,
    // What a mail says is text, whatever it looks like.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.on('error', () => undefined);
  return {
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail, from));
        return { kind: 'TAKEN' };
      } catch (fault) {
        return outcomeOf(fault);
      }
    },
    close: (force) => transport.close({ force }),
  };
}

function addressOf({ hostname, password, port, protocol, username }: URL) {
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'smtps:';
  return {
    host,
    ...(port !== '' && { port: Number(port) }),
    secure,
    // Off this machine no mail goes unencrypted, or to somebody with another's certificate (R9).
    ...(isLoopback(hostname) ? { ignoreTLS: !secure } : { requireTLS: true }),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  };
}

function messageOf({ at, html, id, locale, subject, text, to }: Mail, from: MailSettings['from']) {
  return {
    from: { name: from.name ?? '', address: from.address },
    to: { name: '', address: to },
    envelope: { from: from.address, to },
    messageId: `<${messageIdOf(id, from.address)}>`,
    date: new Date(at),
    subject,
    text,
    html,
    headers: {
      // RFC 3834: nobody's machine answers it.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
    },
  };
}

/** A mail's Message-ID, without its angle brackets. */
export function messageIdOf(id: string, from: string): string {
  return `${id}@${from.slice(from.indexOf('@') + 1)}`;
}

const longestReply = 200;

function outcomeOf(fault: unknown): Outcome {
  const { code, command, originalCode, response, responseCode } = fault as Readonly<
    Record<string, unknown>
  >;
  // Before the recipient is named, and between the two, an answer is about us.
  const ofThisMail = command === 'RCPT TO' || (command === 'DATA' && code === 'EMESSAGE');
  const never = ofThisMail && typeof responseCode === 'number' && responseCode >= 500;
  const said = [response, originalCode, code].find(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  const reply = (said ?? 'EFAULT')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, longestReply);
  return { kind: never ? 'REFUSED' : 'PUT_OFF', reply };
}
