// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { FileField } from './file-field.tsx';

afterEach(cleanup);

const words = {
  choose: 'Choose',
  change: 'Choose another',
  drop: 'or drop it here',
  remove: 'Remove',
  chosen: (file: File) => `${file.name}, ${file.size} bytes`,
};

function Trial({ error }: { readonly error?: string }) {
  const [file, setFile] = useState<File | null>(null);
  return (
    <FileField
      label="Users"
      required="※必須"
      hint="the hint"
      error={error}
      accept=".csv"
      file={file}
      onChange={setFile}
      words={words}
    />
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>('Users ※必須');
const described = () =>
  (input().getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);

test('Which file was chosen is said where it was chosen, together with hint and error', () => {
  render(<Trial error="cause and remedy" />);
  expect(described()).toEqual(['the hint', '＊cause and remedy']);
  fireEvent.change(input(), { target: { files: [new File(['a,b'], 'users.csv')] } });
  expect(described()).toEqual(['users.csv, 3 bytes', 'the hint', '＊cause and remedy']);
  expect(screen.getByRole('status').textContent).toContain('users.csv, 3 bytes');
  expect(input().getAttribute('aria-invalid')).toBe('true');
});

test('Whoever takes the file back by keyboard isn’t thrown to the top of the page', () => {
  render(<Trial />);
  fireEvent.change(input(), { target: { files: [new File(['a'], 'users.csv')] } });
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
  expect(described()).toEqual(['the hint']);
  expect(document.activeElement).toBe(input());
});

test('A file that was put right can be chosen again under its old name, and leaving the choice keeps the old one', () => {
  render(<Trial />);
  fireEvent.change(input(), { target: { files: [new File(['a'], 'users.csv')] } });
  const emptied: string[] = [];
  Object.defineProperty(input(), 'value', {
    set: (value: string) => {
      emptied.push(value);
    },
  });
  fireEvent.click(input());
  expect(emptied).toEqual(['']);
  expect(described()[0]).toBe('users.csv, 1 bytes');
});
