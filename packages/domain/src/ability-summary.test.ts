import { expect, test } from 'vitest';
import type { Ability, AbilityReason } from './ability.ts';
import { summarize } from './ability-summary.ts';
import { actionsOf, type Action } from './permission.ts';

function bulk(reasonsOf: (action: Action) => readonly AbilityReason[]): readonly Ability[] {
  return actionsOf.BULK_TRANSFER.map((action) => {
    const reasons = reasonsOf(action);
    return { service: 'BULK_TRANSFER', action, allowed: reasons.length === 0, reasons };
  });
}

const none = (action: Action): readonly AbilityReason[] =>
  action === 'VIEW' || action === 'CREATE' ? [] : ['NO_PERMISSION'];

test('Actions that stand alike are said together, each once', () => {
  const summary = summarize(bulk(none));
  expect(summary.general).toEqual([]);
  expect(summary.groups).toEqual([
    { service: 'BULK_TRANSFER', actions: ['VIEW', 'CREATE'], allowed: true, reasons: [] },
    {
      service: 'BULK_TRANSFER',
      actions: ['APPROVE', 'SEND'],
      allowed: false,
      reasons: ['NO_PERMISSION'],
    },
  ]);
});

test('R20: what is in the way of everything is said once, and hides nothing of what is in the way beside it', () => {
  const summary = summarize(bulk((action) => ['USER_LOCKED', ...none(action)]));
  expect(summary.general).toEqual(['USER_LOCKED']);
  expect(summary.groups.map(({ allowed, reasons }) => ({ allowed, reasons }))).toEqual([
    { allowed: false, reasons: [] },
    { allowed: false, reasons: ['NO_PERMISSION'] },
  ]);
});

test('Services stay apart, though the same is in their way', () => {
  const abilities = (['BALANCE_INQUIRY', 'ACTIVITY_STATEMENT'] as const).map((service) => ({
    service,
    action: 'VIEW' as const,
    allowed: true,
    reasons: [],
  }));
  expect(summarize(abilities).groups).toHaveLength(2);
});
