import type { AbilityReason } from '../ability.ts';
import type { Consequence } from '../consequence.ts';
import { unreachable } from '../refusal.ts';
import { labels } from './en-labels.ts';

const reasons: Record<AbilityReason, string> = {
  CONTRACT_NOT_REGISTERED: 'The contract is not registered yet',
  CONTRACT_LOCKED: 'The contract is locked (the bank’s desk unlocks it)',
  CONTRACT_CLOSED: 'The contract is closed',
  USER_LOCKED: 'The user is locked',
  USER_REMOVED: 'The user has been removed',
  TEMPORARY_PINS: 'The user has not logged on yet to choose their PINs',
  TEMPORARY_PINS_EXPIRED: 'The temporary PINs have expired (the administrator can reset them)',
  NO_PERMISSION: 'No permission',
  CEILING_IS_ZERO: 'The ceiling is ¥0 (the bank’s desk changes it)',
  CONTRACT_LIMIT_IS_ZERO: 'The contract’s limit is ¥0',
  USER_LIMIT_IS_ZERO: 'The user’s limit is ¥0',
  CONTRACT_DAY_IS_SPENT: 'The contract’s limit for today is used up',
  USER_DAY_IS_SPENT: 'The user’s limit for today is used up',
};

export function abilityReason(reason: AbilityReason): string {
  return reasons[reason];
}

export function consequence(follows: Consequence): string {
  const service = labels.service[follows.service];
  switch (follows.kind) {
    case 'CAN_NO_LONGER':
      return `${service}, ${labels.action[follows.action].toLowerCase()}: people who no longer can: ${follows.number}.`;
    case 'CAN_FROM_NOW_ON':
      return `${service}, ${labels.action[follows.action].toLowerCase()}: people who can from now on: ${follows.number}.`;
    case 'NOBODY_LEFT':
      return `${service}, ${labels.action[follows.action].toLowerCase()}: nobody is left who can.`;
    case 'RIGHT_WITHOUT_LIMIT':
      return `${service}: people with the permission whose limit is ¥0, so that they cannot use it: ${follows.number}.`;
    default:
      return unreachable(follows);
  }
}
