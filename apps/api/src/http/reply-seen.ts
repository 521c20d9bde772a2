import type { FastifyReply } from 'fastify';
import type { ReplySeen } from '../context.ts';
import { sessionCookieName } from './request-seen.ts';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/**
 * What operations may say in the answer's headers.
 * @param ofBrowser no bank token came along: a bank system has no cookie, and nothing to forget
 */
export function replySeen(reply: FastifyReply, ofBrowser: boolean): ReplySeen {
  return {
    setSessionCookie(token) {
      reply.header('set-cookie', `${sessionCookieName}=${token}; ${attributes}`);
    },
    clearSession() {
      if (!ofBrowser) return;
      reply.header('set-cookie', `${sessionCookieName}=; Max-Age=0; ${attributes}`);
      // Cookies are not on the list: that would take those of the bank's neighbouring hosts along.
      reply.header('clear-site-data', '"cache", "storage"');
    },
  };
}
