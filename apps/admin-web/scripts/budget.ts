/**
 * What a browser loads before somebody can log on: the page, its scripts and styles, gzipped. Fonts
 * come after the first picture and are not counted. Run after a build; fails above the bound.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
/** In bytes; web.md: under 120 kB. */
const bound = 120_000;

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Readonly<
  Record<string, Chunk>
>;

/** A chunk, its styles, and everything that it can't run without. */
function filesOf(key: string, seen: Set<string>): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`the build has no ${key}`);
  if (seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? []) filesOf(next, seen);
  return seen;
}

const files = filesOf('index.html', new Set(['index.html']));
filesOf('src/features/logon/logon-page.tsx', files);
const sizes = [...files].map((file) => gzipSync(readFileSync(new URL(file, dist))).length);
const total = sizes.reduce((sum, size) => sum + size, 0);

const apollo = [...files].some((file) => /apollo|router/i.test(file));
console.log(`logon page: ${(total / 1000).toFixed(1)} kB gzip of ${bound / 1000} kB`);
if (total > bound || apollo) {
  for (const [index, file] of [...files].entries()) console.error(`${sizes[index]}  ${file}`);
  process.exitCode = 1;
}
