import { useState } from 'react';
import { Badge } from '../../src/badge/badge.tsx';
import { Button } from '../../src/button/button.tsx';
import type { SelectionWords } from '../../src/table/selection.tsx';
import { type Column, Table } from '../../src/table/table.tsx';
import type { Entry } from '../entry.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly limit: string;
}

const people = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `user${String(index + 1).padStart(2, '0')}`,
    name: index % 5 === 3 ? 'Bartholomew Featherstonehaugh-Cholmondeley' : `加藤 ${index + 1}`,
    limit: `¥${(index * 750_000).toLocaleString('ja')}`,
  }));

const columns: readonly Column<Person>[] = [
  {
    key: 'id',
    title: '利用者ID',
    heads: true,
    cell: ({ id }) => id,
    sorted: 'ascending',
    onSort: () => undefined,
  },
  { key: 'name', title: '氏名', cell: ({ name }) => name, onSort: () => undefined },
  { key: 'state', title: '状態', cell: () => <Badge tone="success">利用中</Badge> },
  { key: 'limit', title: '1日あたりの限度額', numeric: true, cell: ({ limit }) => limit },
  {
    key: 'acts',
    title: '操作',
    acts: true,
    cell: ({ id }) => (
      <Button compact label={`利用を中止：${id}`}>
        利用を中止
      </Button>
    ),
  },
];

const words: SelectionWords = {
  bar: '選んだ利用者の操作',
  all: 'すべて選ぶ',
  hint: '利用者を選ぶと、まとめて操作できます。',
  count: (count) => `${count}人を選択中`,
  clear: '選択を解除',
};

export const table: Entry = {
  name: 'table',
  states: [
    { title: 'normal, sorted', Show: () => <Plain count={4} /> },
    { title: 'rows to be selected, none is', Show: () => <Selecting count={2} first={[]} /> },
    {
      title: 'some selected, with what can be done',
      Show: () => <Selecting count={4} first={['user02', 'user04']} />,
    },
    { title: 'all selected', Show: () => <Selecting count={1} first={['user01']} /> },
    { title: 'empty', Show: () => <Plain count={0} /> },
  ],
};

/** As large as a contract gets. */
export const tableFull: Entry = {
  name: 'table-full',
  alone: true,
  states: [{ title: 'many', Show: () => <Selecting count={99} first={['user03']} /> }],
};

function Plain({ count }: { readonly count: number }) {
  return <Table caption="利用者" rows={people(count)} rowKey={({ id }) => id} columns={columns} />;
}

function Selecting(props: { readonly count: number; readonly first: readonly string[] }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(props.first));
  return (
    <Table
      caption="利用者"
      rows={people(props.count)}
      rowKey={({ id }) => id}
      columns={columns}
      selection={{
        selected,
        onChange: setSelected,
        nameOf: ({ id }) => `${id}を選ぶ`,
        words,
        acts: (chosen) => (
          <>
            <Button kind="primary" compact>
              権限を変更
            </Button>
            <Button compact>限度額を変更</Button>
            <Button compact unavailable={chosen.length > 50 ? '50人までです' : undefined}>
              利用を中止
            </Button>
          </>
        ),
      }}
    />
  );
}
