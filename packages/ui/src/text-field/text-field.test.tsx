// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

const halve = (text: string) => text.replace('１', '1');

function Trial() {
  const [value, setValue] = useState('');
  return <TextField label="ID" value={value} onChange={setValue} normalize={halve} />;
}

const input = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'ID' });

test('What an IME is still composing is left alone, and made half-width when it is done', () => {
  render(<Trial />);
  fireEvent.compositionStart(input());
  fireEvent(input(), new InputEvent('beforeinput', { isComposing: true }));
  input().value = '';
  // React listens to `input`; its own value setter is gone around as a browser does.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), '１');
  fireEvent(input(), new InputEvent('input', { bubbles: true, isComposing: true, data: '１' }));
  expect(input().value).toBe('１');
  fireEvent.compositionEnd(input(), { data: '１' });
  expect(input().value).toBe('1');
});

test('What is pasted is made half-width at once', () => {
  render(<Trial />);
  fireEvent.change(input(), { target: { value: '１' } });
  expect(input().value).toBe('1');
});

test('Hint, error and what follows belong to the field, and a missing answer is said in text', () => {
  render(
    <TextField
      label="Name"
      value=""
      onChange={() => undefined}
      required="※必須"
      hint="the hint"
      error="cause and remedy"
      after="an aid"
    />,
  );
  const field = screen.getByRole('textbox', { name: 'Name ※必須' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.getAttribute('aria-required')).toBe('true');
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(['the hint', '＊cause and remedy', 'an aid']);
  expect(field.getAttribute('placeholder')).toBeNull();
});
