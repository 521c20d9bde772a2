// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Tags } from './tags.tsx';

afterEach(cleanup);

function Filters() {
  const [left, setLeft] = useState(['locked', 'sato', 'today']);
  return (
    <Tags
      label="Filters"
      items={left.map((text) => ({ key: text, text }))}
      removeName={(text) => `Remove ${text}`}
      onRemove={(key) => setLeft(left.filter((each) => each !== key))}
    />
  );
}

test('Whoever takes filters away by keyboard goes on to the next, and to the place of all when none is left', () => {
  render(<Filters />);
  const remove = (text: string) =>
    fireEvent.click(screen.getByRole('button', { name: `Remove ${text}` }));
  const focused = () => document.activeElement?.getAttribute('aria-label');
  remove('sato');
  expect(focused()).toBe('Remove today');
  remove('today');
  expect(focused()).toBe('Remove locked');
  remove('locked');
  expect(focused()).toBe('Filters');
});
