import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { insideEn as en } from './inside/en.ts';
import { insideJa as ja } from './inside/ja.ts';

/** Every text of a language; texts with places to fill are asked with something harmless. */
function texts(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (typeof node === 'function')
    return texts((node as (...args: unknown[]) => unknown)('1', 1, 1));
  if (Array.isArray(node)) return node.flatMap(texts);
  if (typeof node === 'object' && node !== null) return Object.values(node).flatMap(texts);
  return [];
}

const listless = <T extends { readonly common: object }>(messages: T) => ({
  ...messages,
  // Takes a list, and says nothing of its own.
  common: { ...messages.common, list: '・' },
});

test('No text is empty in either language, and there are as many in one as in the other', () => {
  const japanese = texts(listless(ja));
  const english = texts(listless(en));
  expect(japanese.length).toBeGreaterThan(200);
  expect(english).toHaveLength(japanese.length);
  expect([...japanese, ...english].filter((text) => text.trim() === '')).toEqual([]);
});

// What Windows and Firefox call the field of a passphrase is theirs, and stands only where they are quoted.
test('The product’s words are used, and those it doesn’t use are not', () => {
  const japanese = texts(listless(ja))
    .join('\n')
    .replaceAll('ワンタイムパスワード', '')
    .replaceAll(/「パスワード」(と書かれた欄|の入力を求められたら)/g, '');
  expect(japanese).not.toMatch(/ログイン|サインイン|パスワード|アカウント|ユーザー|顧客|停止/);
  const english = texts(listless(en))
    .join('\n')
    .replaceAll(/one-time password/gi, '')
    .replaceAll(/(Windows calls|Firefox asks for a) “Password”/g, '');
  expect(english).not.toMatch(
    /log ?in\b|sign in|password|passcode|customer(?! card)|tenant|suspend/i,
  );
});

test('No word stands in a component: a language that is added later is complete', () => {
  const files = globSync('src/**/*.tsx', { exclude: ['src/messages/**', '**/*.test.tsx'] });
  expect(files.length).toBeGreaterThan(40);
  const comment = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
  const withWords = files.filter((file) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
      readFileSync(file, 'utf8').replaceAll(comment, ''),
    ),
  );
  expect(withWords).toEqual([]);
});
