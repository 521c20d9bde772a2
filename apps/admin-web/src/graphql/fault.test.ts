import { expect, test } from 'vitest';
import { faultOf } from './fault.ts';

test('A session that is over is told from everything else that can go wrong', () => {
  expect(faultOf({ code: 'UNAUTHENTICATED' })).toEqual({ kind: 'UNAUTHENTICATED' });
  expect(faultOf({ code: 'FORBIDDEN' })).toEqual({ kind: 'FORBIDDEN' });
  expect(faultOf({ code: 'INTERNAL_SERVER_ERROR', id: 'r1' })).toEqual({
    kind: 'BROKEN',
    id: 'r1',
  });
  expect(faultOf(undefined)).toEqual({ kind: 'BROKEN', id: null });
});
