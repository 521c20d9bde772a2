import { formatJapan } from '@monban/domain/instant';
import { escapeHtml } from '@monban/domain/wording/mail';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Mail } from '../notices/write-mail.ts';
import { isLoopback } from '../settings/rules.ts';
import { header } from './request-seen.ts';
import { contentPolicies } from './security-headers.ts';

/** The mails, the newest first; null: they are sent, or this is production. */
export type Mailbox = (() => Promise<readonly Mail[]>) | null;

const address = '/dev/mailbox';
const styles = '/dev/mailbox.css';

/** The mails of development as a page without script. Where there is none, the address is nobody's. */
export function addMailbox(server: FastifyInstance, mailbox: Mailbox): void {
  server.get(address, async (request, reply) => {
    if (mailbox === null || !isOfThisMachine(request)) return reply.callNotFound();
    return reply
      .header('content-security-policy', contentPolicies.text)
      .type('text/html; charset=utf-8')
      .send(page(await mailbox()));
  });
  server.get(styles, (_request, reply) =>
    mailbox === null ? reply.callNotFound() : reply.type('text/css; charset=utf-8').send(css),
  );
}

/** A name of somebody else's that leads here would let their page read the codes. */
function isOfThisMachine(request: FastifyRequest): boolean {
  const host = header(request, 'host');
  return host !== null && isLoopback(host.replace(/:\d+$/, ''));
}

function page(mails: readonly Mail[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mailbox of development</title>
<link rel="stylesheet" href="${styles}">
</head>
<body>
<main>
<h1>Mailbox of development</h1>
<p>Without SMTP_URL no mail is sent. These would have been, the newest first; load this page again to see what came since.</p>
${mails.length === 0 ? '<p>None so far.</p>' : mails.map(article).join('\n')}
</main>
</body>
</html>
`;
}

function article({ at, locale, subject, text, to }: Mail): string {
  return `<article>
<h2 lang="${locale}">${escapeHtml(subject)}</h2>
<dl>
<dt>To</dt><dd>${escapeHtml(to)}</dd>
<dt>Written</dt><dd><time datetime="${new Date(at).toISOString()}">${formatJapan(at, 'en')}</time></dd>
</dl>
<pre lang="${locale}">${escapeHtml(text)}</pre>
</article>`;
}

const css = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.6; }
main { max-width: 48rem; margin: 0 auto; padding: 1rem; }
article { border-top: 1px solid; padding: 0.5rem 0; }
h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
`;
