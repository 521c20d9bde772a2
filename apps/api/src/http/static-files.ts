import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { header } from './request-seen.ts';
import { contentPolicies } from './security-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const compressible = /^(text|application\/(json|manifest))|svg/;
const longKept = 'public, max-age=31536000, immutable';

interface File {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer | null;
}

/** The built web application. */
export interface StaticFiles {
  has(path: string): boolean;
  /** Answers a file that is there; `policy` is for pages. */
  send(
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
    policy?: keyof typeof contentPolicies,
  ): void;
}

/**
 * Serves the files that are below `root` now, and no others: a path is looked up, never resolved.
 * Each is read once and then kept, so that a page comes up while the thread pool is busy hashing.
 */
export function openStaticFiles(root: string): StaticFiles {
  const names = new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(root.length).replaceAll('\\', '/'), file]),
  );
  const kept = new Map<string, File>();

  return {
    has: (path) => names.has(path),
    send(path, request, reply, policy = 'page') {
      const name = names.get(path);
      if (name === undefined) throw new Error('There is no such file.');
      const file = kept.get(path) ?? read(name);
      kept.set(path, file);
      if (path.startsWith('/assets/')) reply.header('cache-control', longKept);
      reply.header('content-security-policy', contentPolicies[policy]);
      reply.header('vary', 'accept-encoding').type(file.type);
      if (file.gzip === null || !takesGzip(request)) void reply.send(file.body);
      else void reply.header('content-encoding', 'gzip').send(file.gzip);
    },
  };
}

function read(name: string): File {
  const type = types[extname(name)] ?? 'application/octet-stream';
  const body = readFileSync(name);
  return { type, body, gzip: compressible.test(type) ? gzipSync(body) : null };
}

function takesGzip(request: FastifyRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0+)?\b)/.test(header(request, 'accept-encoding') ?? '');
}
