// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Progress } from './progress.tsx';

afterEach(cleanup);

const said = (done: number) => `${done} of 99`;

test('Work on 99 rows interrupts whoever listens five times, not 99, and ends with the end', () => {
  const heard: string[] = [];
  const { rerender } = render(<Progress label="Import" done={0} total={99} text={said(0)} />);
  for (let done = 0; done <= 99; done += 1) {
    rerender(<Progress label="Import" done={done} total={99} text={said(done)} />);
    const text = screen.getByRole('status').textContent;
    if (heard.at(-1) !== text) heard.push(text);
    const bar = screen.getByRole('progressbar', { name: 'Import' });
    expect(bar.getAttribute('aria-valuetext')).toBe(said(done));
  }
  expect(heard).toEqual([0, 25, 50, 75, 99].map(said));
});

test('Whoever stops long work does so once', () => {
  const onStop = vi.fn<() => void>();
  const show = (busy?: string) => (
    <Progress
      label="Import"
      done={3}
      total={9}
      text="3 of 9"
      stop={{ text: 'Stop', onStop, busy }}
    />
  );
  const { rerender } = render(show());
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  rerender(show('Stopping'));
  fireEvent.click(screen.getByRole('button', { name: 'Stopping' }));
  expect(onStop).toHaveBeenCalledOnce();
});
