import { writeCsv } from '@monban/domain/csv';
import { importColumns } from '@monban/domain/import-columns';
import type { ImportColumn } from '@monban/domain/import-problem';
import type { Locale } from '@monban/domain/locale';
import { actionsOf, type Service } from '@monban/domain/permission';
import { importWords } from '@monban/domain/wording/import-words';
import { words } from '@monban/domain/wording/words';
import type { InsideMessages } from '../../../messages/inside.ts';

/**
 * A file to begin with: the headings that fit the contract, and a line that shows what stands below them. The ID in it
 * is none, so that nobody adds the example to their company.
 */
export function templateText(
  services: readonly Service[],
  locale: Locale,
  m: InsideMessages,
): string {
  const columns = importColumns(services);
  const example = columns.map((column) => exampleOf(column, locale, m));
  return writeCsv([columns.map(importWords(locale).column), example]);
}

function exampleOf(column: ImportColumn, locale: Locale, m: InsideMessages): string {
  const { example } = m.importUsers.guide;
  switch (column.kind) {
    case 'USER_ID':
      return example.userId;
    case 'NAME':
      return example.name;
    case 'EMAIL':
      return example.email;
    case 'ACTIONS':
      return actionNames(column.service, locale);
    case 'LIMIT':
      return '0';
  }
}

/** All actions of a service, as they are written into a cell. */
export function actionNames(service: Service, locale: Locale): string {
  const { action } = words(locale).labels;
  return actionsOf[service].map((each) => action[each]).join(locale === 'ja' ? '・' : ', ');
}
