import { isOfMailbox, parseFailureStatus } from '@monban/domain/bounce';
import { createTransport } from 'nodemailer';

import type { MailSettings } from '../settings.ts';
import { isLoopback } from '../settings/rules.ts';
import type { Mail } from './write-mail.ts';

/**
 * What the mail server said to one mail. BOUNCED: the recipient's mailbox is not there, or takes nothing. REFUSED: this
 * mail it never takes, which says nothing about the mailbox. PUT_OFF: everything else that is no yes, our own mistakes
 * too: a wrong password, or a relay that does not know us, must not make anybody undeliverable.
 */
export type Outcome =
  | { readonly kind: 'TAKEN' }
  | { readonly kind: 'BOUNCED' | 'REFUSED' | 'PUT_OFF'; readonly reply: string };

export interface MailServer {
  send(mail: Mail): Promise<Outcome>;
  /** Lets go of idle connections; with `force`, of those too that are in the middle of a mail, which fail. */
  close(force: boolean): void;
}

/** How long the server may take, in milliseconds: to be reached, to greet, to answer. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 60_000,
};

/** Connections are kept: greeting and TLS cost more than a mail. */
export function openMailServer({ from, server }: MailSettings, connections: number): MailServer {
  const transport = createTransport({
    ...addressOf(server),
    ...patience,
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
  const said = [response, originalCode, code].find(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  const reply = (said ?? 'EFAULT')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, longestReply);
  const never = typeof responseCode === 'number' && responseCode >= 500;
  // Before the recipient is named, and between recipient and mail, an answer is about us.
  if (never && command === 'RCPT TO' && saysMailbox(reply)) return { kind: 'BOUNCED', reply };
  if (never && command === 'DATA' && code === 'EMESSAGE') return { kind: 'REFUSED', reply };
  return { kind: 'PUT_OFF', reply };
}

/** Whether a 5xx to a recipient is about their mailbox. Without a status of RFC 3463, 550, 551 and 553 of RFC 5321 are. */
function saysMailbox(reply: string): boolean {
  const [, code = ''] = /\b5\d\d[ -]([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/.exec(reply) ?? [];
  const status = parseFailureStatus(code, 'reply');
  return status.ok ? isOfMailbox(status.value) : /^55[013]\b/.test(reply);
}
