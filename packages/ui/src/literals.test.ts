import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const places = ['packages/ui/src', 'packages/ui/gallery', 'apps/admin-web/src'];
/** The one place for literals; what is written by a machine; what is no page. */
const apart = /tokens\.css$|\/generated\/|\.test\.tsx?$/;

const colours = [
  // Not the address of an element: `#add-user`.
  /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])/i,
  // Not a token of GraphiQL's, which holds the parts of a colour.
  /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color-mix)\((?!var\()/,
];
const lengths = /\b\d*\.?\d+(?:px|rem|em|ex|ch|pt|mm|cm|in)\b/;

/** What stands in a class, an attribute, a property of a style. */
const inCode = [
  ...colours,
  // A colour by its name on the palette, not by what it means.
  /\b(?:bg|text|border|outline|ring|accent|fill|stroke|from|via|to|decoration|shadow|caret|divide)-(?:[trblxyse]-)?(?:white|black|(?:[a-z]+-)?[a-z]+-(?:50|[1-9]00|1[0-2]00|950))\b/,
  /\b(?:fill|stroke|color|stopColor)="(?!currentColor|none)/,
  // The content policy lets no style attribute through from a document, and classes have the tokens.
  /\bstyle=\{/,
];
/** The columns of one page are its own; every other size is on the scale. Parts of the window are no literals. */
const inBrackets = /(?<!grid-cols|grid-rows)-\[[^\]\s]*\]/g;

function filesOf(place: string): readonly string[] {
  return readdirSync(join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.(?:tsx?|css)$/.test(path) && !apart.test(path));
}

function literalsIn(line: string, isSheet: boolean): boolean {
  const patterns = isSheet ? [...colours, lengths] : inCode;
  const arbitrary = isSheet ? [] : (line.match(inBrackets) ?? []);
  return (
    patterns.some((pattern) => pattern.test(line)) || arbitrary.some((each) => lengths.test(each))
  );
}

test('A colour or a size stands in tokens.css alone: whoever changes it there has changed it everywhere, in the dark and on paper too', () => {
  const found = places.flatMap(filesOf).flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        literalsIn(line, path.endsWith('.css'))
          ? [`${relative(root, path)}:${index + 1} ${line.trim()}`]
          : [],
      ),
  );
  // Name a meaning (text-ink, bg-danger-soft), a step of the scale (p-4), or add a token.
  expect(found).toEqual([]);
});

test.each([
  'className="text-[#c00]"',
  'className="bg-red-900"',
  'className="hover:text-light-blue-1000"',
  'className="bg-white"',
  'className="border-t-solid-gray-50"',
  'className="w-[13px]"',
  'className="max-sm:mt-[1.3rem]"',
  'fill="red"',
  'style={{ width }}',
  "const pale = 'rgb(1 2 3 / 4%)';",
])('It is noticed: %s', (line) => {
  expect(literalsIn(line, false)).toBe(true);
});

test.each([
  'className="text-key bg-danger-soft border-l-line p-4 text-2xl"',
  'className="grid-cols-[minmax(0,1fr)_16rem] max-h-[80dvh] md:grid-cols-[7.5rem_1fr]"',
  'className="forced-colors:border-[Canvas] aria-[current=page]:text-ink fill-key"',
  'href="#add-user"',
  'fill="currentColor"',
])('It is none: %s', (line) => {
  expect(literalsIn(line, false)).toBe(false);
});
