import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const theirs = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens');
const sheets = [
  readFileSync(theirs.replace(/tokens\.js$/, 'tokens.css'), 'utf8'),
  // Up to the rules for paper, which name some again.
  readFileSync(new URL('tokens.css', import.meta.url), 'utf8').split('@media print')[0] ?? '',
];
const values = new Map(
  sheets
    .flatMap((sheet) => [...sheet.matchAll(/(--[\w-]+):\s*([^;]+);/g)])
    .map(([, name = '', value = '']) => [name, value.trim()]),
);

type Scheme = 'light' | 'dark';

/** What a token comes to: `#rrggbb`. */
function colour(name: string, scheme: Scheme): string {
  const value = values.get(name) ?? '';
  const pair = /^light-dark\((.+), (.+)\)$/.exec(value);
  const chosen = pair === null ? value : ((scheme === 'light' ? pair[1] : pair[2]) ?? '');
  const other = /^var\((--[\w-]+)\)$/.exec(chosen);
  return other === null ? chosen : colour(other[1] ?? '', scheme);
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, scheme: Scheme): number {
  const [low = 0, high = 0] = [one, other]
    .map((name) => luminance(colour(name, scheme)))
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['--page', '--surface', '--sunken'];
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['--ink', [...grounds, '--key-soft', '--danger-soft', '--success-soft', '--warning-soft']],
  ['--subtle', [...grounds, '--key-soft']],
  ['--key', [...grounds, '--key-soft']],
  ['--danger', [...grounds, '--danger-soft', '--key-soft']],
  ['--success', [...grounds, '--success-soft']],
  ['--warning', [...grounds, '--warning-soft', '--key-soft']],
  ['--on-key', ['--key', '--key-strong']],
  ['--on-danger', ['--danger', '--danger-strong']],
  ['--on-lit', ['--lit']],
];

test.each(['light', 'dark'] as const)(
  'Every text can be read (4.5:1) on its ground: %s',
  (scheme) => {
    const unreadable = texts.flatMap(([text, all]) =>
      all
        .filter((ground) => !(contrast(text, ground, scheme) >= 4.5))
        .map((ground) => `${text} on ${ground}`),
    );
    expect(unreadable).toEqual([]);
  },
);

test.each(['light', 'dark'] as const)('Every field’s border can be seen (3:1): %s', (scheme) => {
  const unseen = grounds.filter((ground) => !(contrast('--control', ground, scheme) >= 3));
  expect(unseen).toEqual([]);
});
