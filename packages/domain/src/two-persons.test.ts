import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { examples } from './example/events.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Yen } from './money.ts';
import {
  type DeskSecret,
  mayApprove,
  mayBeShown,
  mayDecline,
  noteOfWaiting,
} from './two-persons.ts';

const desk = { reference: 'U-77', identityCheck: null } as const;
const waits = (event: HistoryEvent): boolean => noteOfWaiting([event]) !== null;

describe('which acts of the desk wait for a second person', () => {
  test('of all that can happen, as the examples have it, these and no others', () => {
    expect(
      Object.values(examples)
        .filter(waits)
        .map(({ type }) => type),
    ).toEqual([
      'CONTRACT_OPENED',
      'CARD_ISSUED',
      'CARD_PUT_IN_FORCE',
      'ADMINISTRATOR_RESET',
      'CONTRACT_CLOSED',
      'AUTHENTICATION_METHOD_SET',
      'CONTRACT_SERVICES_SET',
    ]);
  });

  test('giving up certificates, and not asking for them', () => {
    const set = (from: 'ID_PIN' | 'CERTIFICATE', to: 'ID_PIN' | 'CERTIFICATE') =>
      waits({ type: 'AUTHENTICATION_METHOD_SET', from, to, desk });
    expect([set('CERTIFICATE', 'ID_PIN'), set('ID_PIN', 'CERTIFICATE')]).toEqual([true, false]);
  });

  test('a ceiling of which one amount is raised, whatever becomes of the others', () => {
    const list = (...amounts: readonly (readonly [number, number])[]) =>
      amounts.map(([perTransaction, perDay], index) => ({
        service: index === 0 ? ('FUNDS_TRANSFER' as const) : ('PAYROLL' as const),
        ceiling: { perTransaction: perTransaction as Yen, perDay: perDay as Yen },
      }));
    const from = list([100, 500]);
    const set = (...to: readonly (readonly [number, number])[]) =>
      waits({ type: 'CONTRACT_SERVICES_SET', from, to: list(...to), desk });
    expect([set([101, 400]), set([99, 501]), set([100, 500], [0, 1])]).toEqual([true, true, true]);
    expect([set([100, 500]), set([0, 0]), set(), set([100, 500], [0, 0])]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('who decides', () => {
  const act = { status: 'WAITING', expiresAt: 10, askedSubject: 'sato' } as const;

  test('another human approves, until it expires, once', () => {
    expect(mayApprove(act, 'suzuki', 9)).toBe('ALLOWED');
    expect(mayApprove(act, 'sato', 9)).toBe('ANOTHER_PERSON_NEEDED');
    expect(mayApprove(act, 'suzuki', 10)).toBe('DESK_ACT_EXPIRED');
    for (const status of ['APPROVED', 'DECLINED'] as const)
      expect(mayApprove({ ...act, status }, 'suzuki', 9)).toBe('DESK_ACT_DECIDED');
  });

  test('anybody declines, whoever asked as well', () => {
    expect([mayDecline(act, 9), mayDecline(act, 10)]).toEqual(['ALLOWED', 'DESK_ACT_EXPIRED']);
  });
});

test('registration PIN and card never come to one human, in whatever order they are asked for', () => {
  const secrets = fc.constantFrom<DeskSecret>('REGISTRATION_PIN', 'CARD');
  fc.assert(
    fc.property(fc.array(secrets), (asked) => {
      const seen = asked.reduce<readonly DeskSecret[]>(
        (had, secret) => (mayBeShown(secret, had) === 'ALLOWED' ? [...had, secret] : had),
        [],
      );
      expect(new Set(seen).size).toBeLessThanOrEqual(1);
      // And it is no refusal of everything: the first is shown, and its like again.
      expect(seen).toEqual(asked.filter((secret) => secret === asked[0]));
    }),
  );
});
