import { administratorName } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { isMoneyService } from '@monban/domain/limit';
import {
  everyPermission,
  type Permission,
  type Service,
  withNeeded,
} from '@monban/domain/permission';
import type { Lock } from '@monban/domain/status';

import type { PersonRow } from '../../src/db/rows.ts';
import type { persons, userLimits, userPermissions } from '../../src/db/tables/persons.ts';

const day = 86_400_000;

const surnames = [
  ['佐藤', 'sato'],
  ['鈴木', 'suzuki'],
  ['高橋', 'takahashi'],
  ['田中', 'tanaka'],
  ['伊藤', 'ito'],
  ['渡辺', 'watanabe'],
  ['山本', 'yamamoto'],
  ['中村', 'nakamura'],
  ['小林', 'kobayashi'],
  ['加藤', 'kato'],
  ['吉田', 'yoshida'],
  ['長谷川', 'hasegawa'],
] as const;
const givenNames = [
  '健一',
  '真由美',
  '誠',
  'さくら',
  '大輔',
  '花子',
  '直樹',
  '恵',
  '拓也',
  'あゆみ',
  '翔',
];

/** Of a list that goes round: the same for everybody with that number, another for their neighbour. */
function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('The list is empty.');
  return found;
}

/** What somebody's work needs, of what the contract has. */
const work: readonly ((permission: Permission) => boolean)[] = [
  ({ action }) => action === 'VIEW',
  ({ action }) => action === 'EXECUTE',
  ({ action }) => action === 'CREATE',
  ({ action }) => action === 'APPROVE' || action === 'SEND',
  ({ service }) => service === 'PAYROLL',
  () => true,
];

/** Everything of one user's, as rows. */
export interface Member {
  readonly person: typeof persons.$inferInsert & { readonly userId: string };
  readonly permissions: readonly (typeof userPermissions.$inferInsert)[];
  readonly limits: readonly (typeof userLimits.$inferInsert)[];
}

/**
 * The `index`-th user, from 1, with the PINs of `model`: most work, some have not come yet, some are stopped, for
 * either reason or for both. `removed`: they left.
 */
export function member(
  model: PersonRow,
  contractServices: readonly Service[],
  index: number,
  now: Instant,
  removed = false,
): Member {
  const [surname, romaji] = pick(surnames, index);
  const userId = `${romaji}${removed ? 'x' : ''}${String(index).padStart(2, '0')}`;
  const { contractId, logonHash, confirmationHash, pinsVersion } = model;
  const at = { contractId, personKey: userId };
  const locks = removed ? [] : locksOf(index, userId, now);
  const guessed = locks.some(({ reason }) => reason === 'WRONG_PINS');
  const permissions = withNeeded(
    everyPermission
      .filter(pick(work, index))
      .filter(({ service }) => contractServices.includes(service)),
  );
  return {
    person: {
      ...at,
      userId,
      name: `${surname} ${pick(givenNames, index)}`,
      email: index % 4 === 0 ? null : `${userId}@kaisha.example`,
      locks,
      addedAt: now - 300 * day + index,
      removedAt: removed ? now - index * day : null,
      logonHash,
      confirmationHash,
      pinsVersion,
      temporaryUntil: index % 9 === 8 ? now + 10 * day : null,
      wrongLogon: guessed ? 5 : index % 6 === 5 ? 1 : 0,
      wrongConfirmation: guessed ? 2 : 0,
      lastLogonAt: index % 9 === 8 ? null : now - (index % 40) * day,
      accounts: index % 5 === 0 ? ['1234567', `20${String(index).padStart(5, '0')}`] : [],
    },
    permissions: permissions.map((permission) => ({ ...at, ...permission })),
    limits: contractServices
      .filter(isMoneyService)
      .flatMap((service) =>
        permissions.some((each) => each.service === service && each.action !== 'VIEW')
          ? [{ ...at, service, perTransaction: 50_000 * index, perDay: 100_000 * index }]
          : [],
      ),
  };
}

function locksOf(index: number, userId: string, now: Instant): readonly Lock[] {
  const guessed: Lock = { reason: 'WRONG_PINS', at: now - day, by: userId };
  const stopped: Lock = { reason: 'BY_ADMINISTRATOR', at: now - 2 * day, by: administratorName };
  if (index % 30 === 29) return [stopped, guessed];
  if (index % 12 === 11) return [guessed];
  return index % 10 === 9 ? [stopped] : [];
}
