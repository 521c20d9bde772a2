import { locales } from '@monban/domain/locale';
import type { Yen } from '@monban/domain/money';
import { services } from '@monban/domain/permission';
import { readUserImport } from '@monban/domain/user-import';
import { expect, test } from 'vitest';
import { insideEn } from '../../../messages/inside/en.ts';
import { insideJa } from '../../../messages/inside/ja.ts';
import { templateText } from './template.ts';

const ceiling = { perTransaction: 1_000_000 as Yen, perDay: 1_000_000 as Yen };
const ground = {
  services: services.map((service) => ({ service, ceiling })),
  taken: new Map<string, 'PRESENT'>(),
  free: 99,
};

test('The template is read as it is, but for the example’s ID: nobody adds the example by mistake', () => {
  for (const locale of locales) {
    const text = templateText(services, locale, locale === 'ja' ? insideJa : insideEn);
    expect(readUserImport(text, ground).problems).toMatchObject([
      { line: 2, column: 1, code: 'NOT_LETTERS_OR_DIGITS' },
    ]);
    const [heads = '', line = ''] = text.split('\r\n');
    const mine = `${heads}\r\nsato01${line.slice(line.indexOf(','))}`;
    expect(readUserImport(mine, ground)).toMatchObject({ problems: [], users: [{ line: 2 }] });
  }
});
