import { join } from 'node:path';
import { inject } from 'vitest';
import { preview } from 'vite';

/** The package of the parts, with its gallery built. */
export const uiFolder = join(import.meta.dirname, '..', '..', 'packages', 'ui');

export interface ServedGallery {
  readonly url: string;
  stop(): Promise<void>;
}

/** The built gallery on a free port of 127.0.0.1, under the content policy that Monban's own pages have. */
export async function serveGallery(): Promise<ServedGallery> {
  const page = await fetch(inject('house').url, { headers: { accept: 'text/html' } });
  const policy = page.headers.get('content-security-policy');
  if (policy === null) throw new Error('The web application has no content policy.');
  const served = await preview({
    configFile: false,
    root: uiFolder,
    logLevel: 'error',
    build: { outDir: 'dist-gallery' },
    preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': policy } },
  });
  const url = served.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The gallery is served nowhere.');
  return { url, stop: () => served.close() };
}
