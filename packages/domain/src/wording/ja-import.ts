import type { FileProblemCode, ImportColumn, ImportProblem } from '../import-problem.ts';
import { actionsOf } from '../permission.ts';
import { labels } from './ja-labels.ts';
import { inputProblem } from './ja-problem.ts';

type FileCode = FileProblemCode | 'SERVICE_NOT_IN_CONTRACT';

const columns = { USER_ID: '利用者ID', NAME: '氏名', EMAIL: 'Eメールアドレス' } as const;

function heading(column: ImportColumn): string {
  if (column.kind === 'ACTIONS') return labels.service[column.service];
  if (column.kind !== 'LIMIT') return columns[column.kind];
  return `${labels.service[column.service]} ${labels.field[column.amount]}`;
}

/** Of the file alone, or said otherwise where a file is meant. */
const texts: Record<FileCode, (problem: ImportProblem, field: string) => string> = {
  NOBODY: () => '利用者の行がありません。見出しの下に、1行に1人ずつ入力してください。',
  TOO_MANY_USERS: ({ bounds }) =>
    `登録できるのはあと${bounds?.max ?? 0}人までで、この行から先は登録できません。行を減らしてください。`,
  COLUMN_MISSING: (_, field) => `${field}の列がありません。1行目に見出しを入れて加えてください。`,
  COLUMN_UNKNOWN: () =>
    'この列の見出しを読み取れません。ひな形と同じ見出しにするか、列を取り除いてください。',
  COLUMN_TWICE: (_, field) => `${field}の列が2つ以上あります。1つにしてください。`,
  SERVICE_NOT_IN_CONTRACT: (_, field) =>
    `${field}はご契約に含まれていません。この列を取り除くか、担当窓口に追加をお申し込みください。`,
  NO_HEADING: () =>
    '見出しのない列に値があります。1行目に見出しを入れるか、値を取り除いてください。',
  QUOTE_NOT_CLOSED: () =>
    '引用符「"」で始まる値が閉じられていません。終わりにも引用符を入れるか、始めの引用符を取り除いてください。',
  TEXT_AFTER_QUOTE: () =>
    '引用符「"」で閉じた値のあとに文字があります。引用符の位置を直してください。',
  CHARACTER_LOST: (_, field) =>
    `${field}に読み取れない文字があります。入力し直し、「CSV UTF-8（コンマ区切り）」の形式で保存してください。`,
  ACTION_UNKNOWN: ({ of }, field) =>
    `${field}にない操作が書かれています。使える操作は${actionNames(of)}です。複数のときは「・」で区切って入力してください。`,
  USER_ID_TWICE: ({ otherLine }, field) =>
    `${field}が${otherLine ?? 0}行目と同じです（大文字と小文字は区別しません）。どちらかを別の利用者IDにしてください。`,
  USER_ID_TAKEN: (_, field) => `${field}はすでに使われています。別の利用者IDにしてください。`,
  USER_ID_REMOVED: (_, field) =>
    `${field}は登録を抹消した利用者のもので、もう使えません。別の利用者IDにしてください。`,
};

function actionNames(of: ImportColumn | null): string {
  if (of?.kind !== 'ACTIONS') return '';
  return actionsOf[of.service].map((action) => `「${labels.action[action]}」`).join('');
}

function text(problem: ImportProblem): string {
  const { code, bounds, of } = problem;
  const field = of === null ? 'この欄' : heading(of);
  if (isOfFile(code)) return texts[code](problem, field);
  return inputProblem({ path: '', code, ...(bounds && { bounds }) }, field);
}

function isOfFile(code: ImportProblem['code']): code is FileCode {
  return Object.hasOwn(texts, code);
}

export const jaImport = { column: heading, problem: text };
