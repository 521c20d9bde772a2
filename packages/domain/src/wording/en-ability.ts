import type { AbilityReason } from '../ability.ts';
import type { Consequence } from '../consequence.ts';
import { unreachable } from '../refusal.ts';
import { labels } from './en-labels.ts';

export const abilityReasons: Record<AbilityReason, string> = {
  CONTRACT_NOT_REGISTERED:
    'The contract is not registered yet (the administrator completes the registration)',
  CONTRACT_LOCKED: "The contract is locked (the bank's desk unlocks it)",
  CONTRACT_CLOSED: 'The contract is closed',
  USER_LOCKED: 'The user is locked (the administrator unlocks them)',
  USER_REMOVED: 'The user has been removed',
  TEMPORARY_PINS: 'The PINs are still the temporary ones (the user logs on and replaces them)',
  TEMPORARY_PINS_EXPIRED: 'The temporary PINs have expired (the administrator resets them)',
  NO_CERTIFICATE: 'There is no valid certificate (the administrator gives out a retrieval code)',
  NO_PERMISSION: 'There is no permission (the administrator sets it)',
  CEILING_IS_ZERO: "The ceiling is ¥0 (the bank's desk changes it)",
  CONTRACT_LIMIT_IS_ZERO: "The contract's limit is ¥0 (the administrator changes it)",
  USER_LIMIT_IS_ZERO: "The user's limit is ¥0 (the administrator changes it)",
  CONTRACT_DAY_IS_SPENT: "The contract's limit for today is used up (there is a new one tomorrow)",
  USER_DAY_IS_SPENT: "The user's limit for today is used up (there is a new one tomorrow)",
};

export function consequence(follows: Consequence): string {
  const where = `In ${labels.service[follows.service].toLowerCase()}`;
  switch (follows.kind) {
    case 'CAN_NO_LONGER':
      return `${where}, people who can no longer ${verb(follows)}: ${follows.number}.`;
    case 'CAN_FROM_NOW_ON':
      return `${where}, people who can ${verb(follows)} from now on: ${follows.number}.`;
    case 'NOBODY_LEFT':
      return `${where}, nobody is left who can ${verb(follows)}.`;
    case 'RIGHT_WITHOUT_LIMIT':
      return `${where}, people with permissions but a limit of ¥0, who can only view: ${follows.number}.`;
    default:
      return unreachable(follows);
  }
}

function verb({ action }: Extract<Consequence, { action: unknown }>): string {
  return labels.action[action].toLowerCase();
}
