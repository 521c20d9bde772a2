// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PinField } from './pin-field.tsx';

afterEach(cleanup);

const words = { show: 'Show', hide: 'Hide', capsLock: 'Caps Lock is on' };

function pinField() {
  render(
    <PinField
      label="PIN"
      value="abc"
      onChange={() => undefined}
      words={words}
      autoComplete="off"
    />,
  );
  return screen.getByLabelText<HTMLInputElement>('PIN');
}

test('A PIN is hidden until its owner wants to see it, and hidden again on a second press', () => {
  const input = pinField();
  expect(input.type).toBe('password');
  fireEvent.click(screen.getByRole('button', { name: 'PIN: Show' }));
  expect(input.type).toBe('text');
  fireEvent.click(screen.getByRole('button', { name: 'PIN: Hide' }));
  expect(input.type).toBe('password');
});

test('Whoever types with caps lock on is told, before a wrong PIN is counted', () => {
  const input = pinField();
  expect(screen.getByRole('status').textContent).toBe('');
  fireEvent.keyDown(input, { key: 'A', modifierCapsLock: true });
  expect(screen.getByRole('status').textContent).toBe('Caps Lock is on');
  fireEvent.keyUp(input, { key: 'a', modifierCapsLock: false });
  expect(screen.getByRole('status').textContent).toBe('');
});

test('Paste into a PIN field is never prevented: password managers need it', () => {
  expect(fireEvent.paste(pinField())).toBe(true);
});
