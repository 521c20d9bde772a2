import type { IncomingMessage } from 'node:http';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import type { ConnectionOptions } from 'node:tls';

import type { TestCertificate } from './certificates.ts';
import type { Send } from './client.ts';

/** Header lines as they go over the wire: each by itself, in this order and spelling. */
export type HeaderLines = readonly (readonly [string, string])[];

/** Over which connection: whose server certificates are believed, and which certificate the client shows. */
export interface Connection {
  readonly ca?: string;
  readonly certificate?: Pick<TestCertificate, 'pem' | 'keyPem'>;
  readonly tls?: ConnectionOptions;
}

/** Sends one request over a connection of its own. What `fetch` would put in order stays as it is. */
export async function sendLines(
  url: string,
  lines: HeaderLines,
  { method = 'POST', body = '' }: { readonly method?: string; readonly body?: string } = {},
  { ca, certificate, tls = {} }: Connection = {},
): Promise<Response> {
  const { protocol, host } = new URL(url);
  const headers = [
    ...lines.flat(),
    'Host',
    host,
    'Connection',
    'close',
    'Content-Length',
    String(Buffer.byteLength(body)),
  ];
  const secure = {
    ...(ca !== undefined && { ca }),
    ...(certificate && { cert: certificate.pem, key: certificate.keyPem }),
    ...tls,
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent =
      protocol === 'https:'
        ? overHttps(url, { method, headers, agent: false, ...secure }, resolve)
        : overHttp(url, { method, headers, agent: false }, resolve);
    sent.once('error', reject).end(body);
  });
  const answered = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2)
    answered.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
  return new Response(await text(answer), { status: answer.statusCode ?? 0, headers: answered });
}

/** Sends as somebody with a certificate of their own: for `connect` of `client.ts`. */
export function sendOver(connection: Connection): Send {
  return (url, { headers, ...request }) =>
    sendLines(url, Object.entries(headers), request, connection);
}
