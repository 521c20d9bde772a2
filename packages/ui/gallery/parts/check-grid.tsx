import { useState } from 'react';
import {
  CheckGrid,
  type GridCell,
  type GridColumn,
  type GridRow,
  type Toggle,
} from '../../src/check-grid/check-grid.tsx';
import type { Entry } from '../entry.ts';

const actions = ['照会', '作成', '承認', '送信'];
const services = [
  '総合振込',
  '給与・賞与振込',
  '預金口座振替',
  '外部ファイル送受信',
  '振込予約',
  '税金',
];
const columns: readonly GridColumn[] = services.flatMap((group) =>
  actions.map((title) => ({ key: `${group}-${title}`, title, group })),
);
const english: readonly GridColumn[] = [
  { key: 'balance-view', title: 'View', group: 'Balance inquiry' },
  ...['View', 'Create', 'Approve', 'Send'].map((title) => ({
    key: `exchange-${title}`,
    title,
    group: 'Exchange of files with systems of others',
  })),
];
const plain: readonly GridColumn[] = ['月', '火', '水', '木', '金'].map((title) => ({
  key: title,
  title,
}));

const words = {
  corner: '利用者',
  whole: 'すべて',
  changed: '変更あり',
  brought: 'ほかの権限に必要なため付いているもの',
  unavailable: '付けられないもの',
};

export const checkGrid: Entry = {
  name: 'check-grid',
  states: [
    {
      title: 'normal, brought along, unavailable, changed',
      Show: () => <Trial rows={6} columns={columns.slice(0, 12)} />,
    },
    { title: 'without groups', Show: () => <Trial rows={2} columns={plain} /> },
    { title: 'one row, long text', Show: () => <Trial rows={1} columns={english} long /> },
  ],
};

/** As large as it gets: 99 users, 24 permissions. */
export const checkGridFull: Entry = {
  name: 'check-grid-full',
  alone: true,
  states: [{ title: 'many', Show: () => <Trial rows={99} columns={columns} /> }],
};

/** A made-up page: 照会 is needed by the other three of its group, the last column is had by nobody. */
function Trial(props: {
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  readonly long?: boolean;
}) {
  const given = props.columns;
  const [first] = useState(() => granted(props.rows, given));
  const [now, setNow] = useState(first);
  const onToggle = ({ cells, checked }: Toggle) => {
    const next = new Set(now);
    for (const { column, row } of cells) {
      if (checked) next.add(`${row} ${column}`);
      else next.delete(`${row} ${column}`);
    }
    setNow(next);
  };
  const rows = Array.from({ length: props.rows }, (_, index): GridRow => {
    const key = `user${String(index + 1).padStart(2, '0')}`;
    return {
      key,
      title:
        props.long === true ? 'Bartholomew Featherstonehaugh-Cholmondeley' : `加藤 ${index + 1}`,
      note: key,
      cells: given.map((column) => cellOf(key, column, given, first, now)),
    };
  });
  return (
    <CheckGrid label="業務権限" columns={given} rows={rows} words={words} onToggle={onToggle} />
  );
}

function granted(rows: number, given: readonly GridColumn[]): ReadonlySet<string> {
  const all = Array.from({ length: rows }, (_, row) =>
    given.flatMap(({ key }, column) =>
      (row * 7 + column * 3) % 5 < 2 ? [`user${String(row + 1).padStart(2, '0')} ${key}`] : [],
    ),
  );
  return new Set(all.flat());
}

function cellOf(
  row: string,
  column: GridColumn,
  given: readonly GridColumn[],
  first: ReadonlySet<string>,
  now: ReadonlySet<string>,
): GridCell {
  const mates = given.filter(({ group }) => group !== undefined && group === column.group);
  const has = (key: string, set: ReadonlySet<string>) => set.has(`${row} ${key}`);
  const needing = (set: ReadonlySet<string>) =>
    mates[0]?.key === column.key ? mates.slice(1).filter(({ key }) => has(key, set)) : [];
  const isOn = (set: ReadonlySet<string>) => has(column.key, set) || needing(set).length > 0;
  if (column.key === given.at(-1)?.key && given.length > 5) {
    return { state: 'unavailable', reason: 'ご契約にない操作です。' };
  }
  const changed = isOn(first) !== isOn(now);
  const because = needing(now).map(({ title }) => `「${title}」`);
  if (because.length > 0) {
    return { state: 'brought', reason: `${because.join('')}に必要です。`, changed };
  }
  return { state: has(column.key, now) ? 'on' : 'off', changed };
}
