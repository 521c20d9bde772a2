import { examples } from '@monban/domain/example/events';
import {
  concernedUser,
  type HistoryEvent,
  type HistoryEventType,
} from '@monban/domain/history-event';

import type { Actor } from '../../src/history/record.ts';

/** What a day in a company is made of: how often it happens, and by which operation. The rest happens now and then. */
const everyday: Partial<Record<HistoryEventType, readonly [often: number, operation: string]>> = {
  USER_LOGGED_ON: [40, 'logOnUser'],
  ADMINISTRATOR_LOGGED_ON: [12, 'logOnAdministrator'],
  LOGGED_OFF: [30, 'logOff'],
  WRONG_ENTRY: [8, 'logOnUser'],
  ATTEMPT_REFUSED: [4, 'logOnUser'],
  PIN_CHANGED: [3, 'changePin'],
  USER_LOCKED: [2, 'lockUser'],
  USER_UNLOCKED: [2, 'unlockUser'],
  USER_PINS_RESET: [2, 'resetUserPins'],
  TEMPORARY_PINS_REPLACED: [2, 'replaceTemporaryPins'],
  USER_ADDED: [2, 'addUser'],
  REFUSALS_COUNTED: [1, 'sweep'],
  CARD_ISSUED: [1, 'issueCard'],
};

/** Every type there is, each as often as it happens. */
const kinds: readonly HistoryEvent[] = Object.values(examples).flatMap((event) =>
  Array.from({ length: everyday[event.type]?.[0] ?? 1 }, () => event),
);

/** The step through the kinds: it has no divisor with their number in common, so that it meets them all, well mixed. */
const stride = [37, 41, 43].find((step) => kinds.length % step !== 0) ?? 1;

export interface PastEntry {
  readonly event: HistoryEvent;
  readonly actor: Actor;
  readonly operation: string;
  readonly address: string | null;
}

/** What happened as the `index`-th, and to whom of these users. */
export function pastEntry(index: number, userIds: readonly string[]): PastEntry {
  const example = kinds[(index * stride) % kinds.length] ?? examples.ADMINISTRATOR_LOGGED_ON;
  const userId = userIds[Math.floor(index / 3) % userIds.length] ?? '';
  const event = about(example, userId);
  const actor = actorOf(event);
  return {
    event,
    actor,
    operation: everyday[event.type]?.[1] ?? 'updateUser',
    address: actor.kind === 'SYSTEM' ? null : `192.0.2.${1 + (index % 20)}`,
  };
}

/** The examples all tell of one user: here of another. */
function about(event: HistoryEvent, userId: string): HistoryEvent {
  const told: unknown = JSON.parse(JSON.stringify(event), (_key, value: unknown) =>
    value === concernedUser(examples.USER_LOGGED_ON) ? userId : value,
  );
  // The same but for the user ID.
  return told as HistoryEvent;
}

function actorOf(event: HistoryEvent): Actor {
  if ('desk' in event) return { kind: 'BANK', clientId: 'branch', subject: 'clerk1' };
  switch (event.type) {
    case 'REFUSALS_COUNTED':
      return { kind: 'SYSTEM' };
    case 'WRONG_ENTRY':
    case 'ATTEMPT_REFUSED':
      return { kind: 'STRANGER' };
    case 'USER_LOGGED_ON':
    case 'LOGGED_OFF':
    case 'PIN_CHANGED':
    case 'TEMPORARY_PINS_REPLACED':
      return { kind: 'USER', userId: concernedUser(event) ?? '' };
    default:
      return { kind: 'ADMINISTRATOR' };
  }
}
