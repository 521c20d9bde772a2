// @vitest-environment jsdom
import type { Change } from '@monban/domain/change';
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Refusal } from '../graphql/command.ts';
import { dropAllDrafts } from '../session/drafts.ts';
import { ChangesPreview } from './changes-preview.tsx';
import { Meanwhile, useStanding } from './standing.tsx';
import { TextEntry } from './text-entry.tsx';
import { type Form, useForm } from './use-form.ts';

afterEach(() => {
  cleanup();
  dropAllDrafts();
});

const named = (from: string, to: string): Change => ({ what: 'NAME', from, to });
const refused = (code: Refusal['code']): Refusal => ({
  __typename: 'SimpleRefusal',
  code,
  message: '',
});

function standing(ask: () => Promise<string | null>) {
  const compare = (from: string, to: string) =>
    from === to ? [] : [{ whose: 'sato01', changes: [named(from, to)] }];
  return renderHook(({ loaded }) => useStanding(loaded, { ask, compare }), {
    initialProps: { loaded: '佐藤' },
  });
}

test('What a page is measured against stays as it was loaded, until the API says that it is another by now', async () => {
  const { result, rerender } = standing(() => Promise.resolve('高橋'));
  rerender({ loaded: '伊藤' });
  await act(() => result.current.catchUp(refused('WRONG_PIN')));
  expect(result.current).toMatchObject({ thing: '佐藤', meanwhile: null });
  await act(() => result.current.catchUp(refused('CONFLICT')));
  expect(result.current).toMatchObject({
    thing: '高橋',
    meanwhile: [{ whose: 'sato01', changes: [named('佐藤', '高橋')] }],
  });
});

test('If what stands can’t be had, nothing is said of it, and what was loaded stays', async () => {
  for (const ask of [() => Promise.resolve(null), () => Promise.reject(new Error('no network'))]) {
    const { result } = standing(ask);
    await act(() => result.current.catchUp(refused('CONFLICT')));
    expect(result.current).toMatchObject({ thing: '佐藤', meanwhile: null });
  }
});

test('Whoever was overtaken reads from what to what, also that it was nothing on this page', () => {
  const { rerender } = render(
    <Meanwhile changed={[{ whose: 'sato01', changes: [named('佐藤', '高橋')] }]} />,
  );
  expect(screen.getByText('変更前').parentElement?.textContent).toContain('佐藤');
  expect(screen.getByText('変更後').parentElement?.textContent).toContain('高橋');
  rerender(<Meanwhile changed={[]} />);
  expect(screen.getByText('この画面に表示している項目は変わっていません。')).toBeDefined();
});

test('That nobody is left stands out from what else follows', () => {
  render(
    <ChangesPreview
      parts={[]}
      consequences={[
        { kind: 'CAN_NO_LONGER', service: 'PAYROLL', action: 'APPROVE', number: 2 },
        { kind: 'NOBODY_LEFT', service: 'PAYROLL', action: 'APPROVE' },
      ]}
    />,
  );
  expect(screen.getByText(/1人もいなくなります/).className).toContain('text-danger');
  expect(screen.getByText(/^2人が/).className).not.toContain('text-danger');
});

interface Values {
  readonly name: string | null;
}

test('What nobody has touched follows what stands; what was typed stays; typing what stands takes it back', () => {
  let form: Form<Values> | undefined;
  function Trial({ stands }: { readonly stands: string }) {
    form = useForm<Values>({ name: 'trial', initial: { name: null }, secrets: [] });
    return <TextEntry form={form} name="name" label="Name" standing={stands} />;
  }
  const { rerender } = render(<Trial stands="佐藤" />);
  const field = () => screen.getByRole<HTMLInputElement>('textbox');
  rerender(<Trial stands="高橋" />);
  expect(field().value).toBe('高橋');
  fireEvent.change(field(), { target: { value: '伊藤' } });
  rerender(<Trial stands="森" />);
  expect(field().value).toBe('伊藤');
  fireEvent.change(field(), { target: { value: '森' } });
  expect(form?.values.name).toBeNull();
});
