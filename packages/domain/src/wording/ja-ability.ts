import type { AbilityReason } from '../ability.ts';
import type { Consequence } from '../consequence.ts';
import { unreachable } from '../refusal.ts';
import { labels } from './ja-labels.ts';

const reasons: Record<AbilityReason, string> = {
  CONTRACT_NOT_REGISTERED: 'ご契約先の開通確認が済んでいません',
  CONTRACT_LOCKED: 'ご契約先が利用中止になっています（解除は担当窓口）',
  CONTRACT_CLOSED: 'ご契約先は解約されています',
  USER_LOCKED: '利用者が利用中止になっています',
  USER_REMOVED: '利用者は登録抹消されています',
  TEMPORARY_PINS: '最初のログオンで暗証番号を決めていません',
  TEMPORARY_PINS_EXPIRED: '仮の暗証番号の期限が切れています（管理者が再発行できます）',
  NO_PERMISSION: '業務権限がありません',
  CEILING_IS_ZERO: '限度額の枠が0円です（変更は担当窓口）',
  CONTRACT_LIMIT_IS_ZERO: 'ご契約先の利用限度額が0円です',
  USER_LIMIT_IS_ZERO: '利用者の利用限度額が0円です',
  CONTRACT_DAY_IS_SPENT: 'ご契約先の今日の限度額を使い切りました',
  USER_DAY_IS_SPENT: '利用者の今日の限度額を使い切りました',
};

export function abilityReason(reason: AbilityReason): string {
  return reasons[reason];
}

export function consequence(follows: Consequence): string {
  const service = labels.service[follows.service];
  switch (follows.kind) {
    case 'CAN_NO_LONGER':
      return `${follows.number}人が${service}の${labels.action[follows.action]}をできなくなります。`;
    case 'CAN_FROM_NOW_ON':
      return `${follows.number}人が${service}の${labels.action[follows.action]}をできるようになります。`;
    case 'NOBODY_LEFT':
      return `${service}の${labels.action[follows.action]}をできる人が、1人もいなくなります。`;
    case 'RIGHT_WITHOUT_LIMIT':
      return `${follows.number}人は${service}の業務権限がありますが、利用限度額が0円のため使えません。`;
    default:
      return unreachable(follows);
  }
}
