// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';

afterEach(cleanup);

const items = [{ fieldId: 'name', text: 'Name is empty' }];

test('Errors are announced and have focus each time a form is sent, the same ones again too', () => {
  const summary = (attempt: number) => (
    <ErrorSummary title="Check" items={items} attempt={attempt} />
  );
  const { rerender } = render(summary(1));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  (document.activeElement as HTMLElement).blur();
  rerender(summary(2));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

test('An error leads to its field', () => {
  render(
    <>
      <ErrorSummary title="Check" items={items} attempt={1} />
      <input id="name" />
    </>,
  );
  fireEvent.click(screen.getByRole('link', { name: 'Name is empty' }));
  expect(document.activeElement?.id).toBe('name');
});

test('Nothing is shown while nothing is wrong', () => {
  const { container } = render(<ErrorSummary title="Check" items={[]} attempt={0} />);
  expect(container.innerHTML).toBe('');
});
