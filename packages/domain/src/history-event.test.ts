import { describe, expect, test } from 'vitest';
import { examples } from './example/events.ts';
import { eventTypesOf, historyKindOf, historyKinds } from './history-kind.ts';

describe('whoever looks for something in the history finds it under one kind', () => {
  const types = Object.values(examples).map(({ type }) => type);

  test('every type of event has a kind that can be chosen', () => {
    for (const type of types) expect(historyKinds).toContain(historyKindOf[type]);
    expect(new Set(historyKinds).size).toBe(historyKinds.length);
  });

  test('every kind has events, and together they have every event once', () => {
    const found = historyKinds.map((kind) => eventTypesOf([kind]));
    for (const each of found) expect(each).not.toEqual([]);
    expect(found.flat().toSorted()).toEqual(types.toSorted());
  });

  test('several kinds have the events of each, none has none', () => {
    expect(eventTypesOf(['PIN', 'REFUSAL']).toSorted()).toEqual(
      [...eventTypesOf(['PIN']), ...eventTypesOf(['REFUSAL'])].toSorted(),
    );
    expect(eventTypesOf(historyKinds).toSorted()).toEqual(types.toSorted());
    expect(eventTypesOf([])).toEqual([]);
  });

  test.each([
    ['LOGON', 'SESSION_ENDED_BY_NEWCOMER'],
    ['ERROR_OR_LOCK', 'CONTRACT_UNLOCKED'],
    ['PIN', 'USER_PINS_RESET'],
    ['USER', 'USER_REMOVED'],
    ['RIGHTS', 'CONTRACT_LIMITS_SET'],
    ['CONTRACT', 'NOTIFICATION_ADDRESSES_SET'],
    ['REFUSAL', 'REFUSALS_COUNTED'],
  ] as const)('%s: %s', (kind, type) => {
    expect(eventTypesOf([kind])).toContain(type);
  });
});
