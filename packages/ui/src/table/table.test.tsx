// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Table } from './table.tsx';

afterEach(cleanup);

test('A table keeps its meaning on a narrow screen, and says how it is sorted', () => {
  const sort = vi.fn<() => void>();
  render(
    <Table
      caption="People"
      rows={['sato', 'ito']}
      rowKey={(row) => row}
      columns={[
        {
          key: 'id',
          title: 'ID',
          heads: true,
          cell: (row) => row,
          onSort: sort,
          sorted: 'ascending',
        },
        { key: 'size', title: 'Length', cell: (row) => row.length },
      ]}
    />,
  );
  const table = screen.getByRole('table', { name: 'People' });
  expect(within(table).getByRole('row', { name: 'sato 4' })).toBeDefined();
  const header = within(table).getByRole('columnheader', { name: 'ID' });
  expect(header.getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(within(header).getByRole('button'));
  expect(sort).toHaveBeenCalledOnce();
});

function People({ rows }: { readonly rows: readonly string[] }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <Table
      caption="People"
      rows={rows}
      rowKey={(row) => row}
      columns={[{ key: 'id', title: 'ID', heads: true, cell: (row) => row }]}
      selection={{
        selected,
        onChange: setSelected,
        nameOf: (row) => `Select ${row}`,
        words: {
          bar: 'Acts on several',
          all: 'Select all',
          hint: 'Select somebody',
          count: (count) => `${count} selected`,
          clear: 'Clear',
        },
        acts: (chosen) => <button type="button">{`Lock ${chosen.join(', ')}`}</button>,
      }}
    />
  );
}

// One in the head, one in the bar, of which a style sheet shows one.
const all = () => screen.getAllByRole<HTMLInputElement>('checkbox', { name: 'Select all' });
const select = (row: string) => fireEvent.click(screen.getByLabelText(`Select ${row}`));
const said = () => screen.getByRole('status').textContent;

test('How many are selected is said in words, and only then there is something to do with them', () => {
  render(<People rows={['sato', 'ito', 'mori']} />);
  expect(said()).toBe('Select somebody');
  expect(screen.queryByRole('button', { name: /^Lock/ })).toBeNull();
  select('ito');
  expect(said()).toBe('1 selected');
  expect(all().map((each) => each.indeterminate)).toEqual([true, true]);
  select('sato');
  select('mori');
  expect(screen.getByRole('button', { name: 'Lock sato, ito, mori' })).toBeDefined();
  expect(all().map((each) => each.checked)).toEqual([true, true]);
  for (const each of all().slice(0, 1)) fireEvent.click(each);
  expect(said()).toBe('Select somebody');
});

test('Nothing is done to somebody who was selected and then filtered away, also not by the next selection', () => {
  const { rerender } = render(<People rows={['sato', 'ito', 'mori']} />);
  select('sato');
  select('ito');
  rerender(<People rows={['ito', 'mori']} />);
  expect(said()).toBe('1 selected');
  expect(screen.getByRole('button', { name: 'Lock ito' })).toBeDefined();
  select('mori');
  rerender(<People rows={['sato', 'ito', 'mori']} />);
  expect(screen.getByRole('button', { name: 'Lock ito, mori' })).toBeDefined();
});

test('Whoever clears the selection by keyboard isn’t thrown to the top of the page', () => {
  render(<People rows={['sato']} />);
  select('sato');
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Acts on several' }));
});
