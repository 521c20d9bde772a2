// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { CheckGrid, type GridCell, type GridRow, type Toggle } from './check-grid.tsx';

afterEach(cleanup);

const words = {
  corner: 'Users',
  whole: 'all',
  changed: 'Changed.',
  brought: 'brought along',
  unavailable: 'not to be had',
};
const columns = [
  { key: 'view', title: 'View', group: 'Bulk transfer' },
  { key: 'approve', title: 'Approve', group: 'Bulk transfer' },
  { key: 'payroll', title: 'View', group: 'Payroll' },
];
const off: GridCell = { state: 'off' };
const on: GridCell = { state: 'on' };
const brought: GridCell = { state: 'brought', reason: 'Needed by Approve.', changed: true };
const unavailable: GridCell = { state: 'unavailable', reason: 'Not in the contract.' };
const rows: readonly GridRow[] = [
  { key: 'sato', title: 'Sato', cells: [brought, on, unavailable] },
  { key: 'ito', title: 'Ito', cells: [off, off, off] },
  { key: 'mori', title: 'Mori', cells: [on, off, on] },
];

function show(given: readonly GridRow[] = rows) {
  const onToggle = vi.fn<(toggle: Toggle) => void>();
  const grid = (shown: readonly GridRow[]) => (
    <CheckGrid label="Rights" columns={columns} rows={shown} words={words} onToggle={onToggle} />
  );
  const { rerender } = render(grid(given));
  return { onToggle, show: (shown: readonly GridRow[]) => rerender(grid(shown)) };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const inFocus = () => document.activeElement?.getAttribute('aria-labelledby')?.split(' ') ?? [];
const nameInFocus = () =>
  inFocus()
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');
const press = (key: string, ctrlKey = false) => {
  const { activeElement } = document;
  if (activeElement !== null) fireEvent.keyDown(activeElement, { key, ctrlKey });
};

test('The grid is one stop of the Tab key, wherever one has been in it, and is left where it was', () => {
  show();
  const stops = () => screen.getAllByRole('checkbox').filter((each) => each.tabIndex === 0);
  expect(stops()).toEqual([box('Sato Bulk transfer View')]);
  box('Sato Bulk transfer View').focus();
  press('ArrowDown');
  press('ArrowRight');
  expect(stops()).toEqual([box('Ito Bulk transfer Approve')]);
  expect(document.activeElement).toBe(box('Ito Bulk transfer Approve'));
});

test('Arrows, Home, End, Page Up and Page Down reach every box and every head, and stop at the edge', () => {
  show();
  box('Sato Bulk transfer View').focus();
  const way: readonly (readonly [string, boolean, string])[] = [
    ['ArrowUp', false, 'Bulk transfer View all'],
    ['ArrowUp', false, 'Bulk transfer View all'],
    ['ArrowRight', false, 'Bulk transfer Approve all'],
    ['ArrowDown', false, 'Sato Bulk transfer Approve'],
    ['End', false, 'Sato Payroll View'],
    ['ArrowRight', false, 'Sato Payroll View'],
    ['PageDown', false, 'Mori Payroll View'],
    ['Home', false, 'Mori Bulk transfer View'],
    ['ArrowLeft', false, 'Mori all'],
    ['PageUp', false, 'Sato all'],
    ['End', true, 'Mori Payroll View'],
    ['Home', true, 'Sato Bulk transfer View'],
  ];
  for (const [key, ctrl, expected] of way) {
    press(key, ctrl);
    expect(nameInFocus()).toBe(expected);
  }
});

test('A box, a row, a column: all are turned on as long as one is off, else off, and what can’t be had is left out', () => {
  const { onToggle, show: showNow } = show();
  const pressed = (name: string) => {
    onToggle.mockClear();
    fireEvent.click(box(name));
    const [toggle] = onToggle.mock.calls[0] ?? [];
    const cells = toggle?.cells.map(({ column, row }) => `${row} ${column}`).join(', ');
    return `${cells}: ${toggle?.checked === true ? 'on' : 'off'}`;
  };
  expect(pressed('Ito Payroll View')).toBe('ito payroll: on');
  expect(pressed('Mori Payroll View')).toBe('mori payroll: off');
  expect(pressed('Mori all')).toBe('mori approve: on');
  expect(pressed('Sato all')).toBe('sato view, sato approve: off');
  expect(pressed('Bulk transfer Approve all')).toBe('ito approve, mori approve: on');
  showNow(rows.slice(0, 1));
  expect(pressed('Bulk transfer Approve all')).toBe('sato approve: off');
});

test('The heads say whether all, none or some of theirs are on', () => {
  show();
  const state = (name: string) =>
    box(name).indeterminate ? 'some' : box(name).checked ? 'all' : 'none';
  expect(['Sato all', 'Ito all', 'Mori all'].map(state)).toEqual(['all', 'none', 'some']);
  expect(state('Bulk transfer View all')).toBe('some');
});

test('A box that can’t be changed by itself does nothing, and says why to whoever looks, points or listens', () => {
  const { onToggle } = show();
  for (const [name, checked, why] of [
    ['Sato Bulk transfer View', true, 'Changed. Needed by Approve.'],
    ['Sato Payroll View', false, 'Not in the contract.'],
  ] as const) {
    fireEvent.click(box(name));
    expect(box(name).checked).toBe(checked);
    expect(box(name).getAttribute('aria-disabled')).toBe('true');
    expect(box(name).title).toBe(why);
    fireEvent.focus(box(name));
    expect(screen.getByText(why)).toBeDefined();
  }
  expect(onToggle).not.toHaveBeenCalled();
});

test('With 99 rows a press doesn’t wait for the other 98: a row in which nothing differs isn’t drawn anew', () => {
  let read = 0;
  const counting: GridCell = {
    state: 'unavailable',
    get reason() {
      read += 1;
      return 'Not in the contract.';
    },
  };
  const quiet = { key: 'quiet', title: 'Quiet', cells: [counting, counting, counting] };
  const noisy = (cell: GridCell) => ({ key: 'noisy', title: 'Noisy', cells: [cell, off, off] });
  const { show: showNow } = show([quiet, noisy(off)]);
  read = 0;
  showNow([{ ...quiet }, noisy(on)]);
  expect(box('Noisy Bulk transfer View').checked).toBe(true);
  expect(read).toBe(0);
});

test('Whoever filters the row away in which they were can still enter the grid', () => {
  function Trial() {
    const [left, setLeft] = useState(rows);
    return (
      <>
        <button type="button" onClick={() => setLeft(rows.slice(1))}>
          Filter
        </button>
        <CheckGrid
          label=""
          columns={columns}
          rows={left}
          words={words}
          onToggle={() => undefined}
        />
      </>
    );
  }
  render(<Trial />);
  box('Sato Bulk transfer Approve').focus();
  fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
  expect(box('Ito Bulk transfer View').tabIndex).toBe(0);
});
