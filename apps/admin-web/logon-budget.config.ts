import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** In bytes, gzipped: what a browser may load before somebody can log on. Fonts come after it. */
const bound = 120_000;

/** A build whose logon page has grown too large fails, and says what it is made of. */
export function logonBudget(): Plugin {
  return {
    name: 'logon-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const files = new Set<string>(['index.html']);
      for (const chunk of chunksOf(bundle, '/index.html')) gather(bundle, chunk, files);
      for (const chunk of chunksOf(bundle, '/logon-page.tsx')) gather(bundle, chunk, files);
      const sizes = [...files].map((file) => ({ file, size: gzippedSize(bundle[file]) }));
      const total = sizes.reduce((sum, { size }) => sum + size, 0);
      this.info(`logon page: ${(total / 1000).toFixed(1)} of ${bound / 1000} kB gzip`);
      if (total <= bound && sizes.length > 3) return;
      const list = sizes.map(({ file, size }) => `  ${size}  ${file}`).join('\n');
      this.error(`the logon page is larger than ${bound} bytes, or not found:\n${list}`);
    },
  };
}

type Bundle = Rolldown.OutputBundle;

function chunksOf(bundle: Bundle, module: string): readonly Rolldown.OutputChunk[] {
  return Object.values(bundle).filter(
    (output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(module) === true,
  ) as readonly Rolldown.OutputChunk[];
}

/** A chunk, its styles, and everything that it can't run without. */
function gather(bundle: Bundle, chunk: Rolldown.OutputChunk, files: Set<string>): void {
  if (files.has(chunk.fileName)) return;
  files.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
  for (const name of chunk.imports) {
    const next = bundle[name];
    if (next?.type === 'chunk') gather(bundle, next, files);
  }
}

function gzippedSize(output: Bundle[string] | undefined): number {
  if (output === undefined) return 0;
  const content = output.type === 'chunk' ? output.code : output.source;
  return gzipSync(Buffer.from(content)).length;
}
