// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
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
