// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './button.tsx';

afterEach(cleanup);

test('A button that can’t be pressed says why, can be reached by keyboard, and does nothing', () => {
  const pressed = vi.fn<() => void>();
  render(
    <Button unavailable="Not locked" onPress={pressed}>
      Unlock
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Unlock' });
  fireEvent.click(button);
  expect(pressed).not.toHaveBeenCalled();
  expect(button.tabIndex).toBe(0);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('Not locked');
});

test('While something is under way a form isn’t sent again', () => {
  const sent = vi.fn<(event: Event) => void>((event) => event.preventDefault());
  render(
    <form onSubmit={(event) => sent(event.nativeEvent)}>
      <Button type="submit" busy="Working">
        Send
      </Button>
    </form>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Working' }));
  expect(sent).not.toHaveBeenCalled();
});
