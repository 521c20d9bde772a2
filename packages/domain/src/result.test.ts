import { describe, expect, test } from 'vitest';
import { problem } from './problem.ts';
import { unreachable } from './refusal.ts';
import { err, ok } from './result.ts';

describe('what an act came to', () => {
  test('is its value or its error, never both', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(err('why')).toEqual({ ok: false, error: 'why' });
  });

  test('a problem without bounds has no empty place for them', () => {
    expect(problem('name', 'REQUIRED')).toEqual({ path: 'name', code: 'REQUIRED' });
    expect(problem('name', 'TOO_LONG', { min: 1, max: 60 })).toEqual({
      path: 'name',
      code: 'TOO_LONG',
      bounds: { min: 1, max: 60 },
    });
  });

  test('a case that slips past the compiler is a fault, which repeats no value', () => {
    const slipped: unknown = 'secret';
    expect(() => unreachable(slipped as never)).toThrow(/^unhandled case: string$/);
  });
});
