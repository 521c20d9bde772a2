import type { AbilityReason } from '../ability.ts';
import type { Consequence } from '../consequence.ts';
import type { Permission } from '../permission.ts';
import { unreachable } from '../refusal.ts';
import { labels } from './ja-labels.ts';

export const abilityReasons: Record<AbilityReason, string> = {
  CONTRACT_NOT_REGISTERED: 'ご契約先の開通確認が済んでいません（開通確認は管理者）',
  CONTRACT_LOCKED: 'ご契約先が利用中止になっています（解除は担当窓口）',
  CONTRACT_CLOSED: 'ご契約先は解約されています',
  USER_LOCKED: '利用者が利用中止になっています（解除は管理者）',
  USER_REMOVED: '利用者は登録抹消されています',
  TEMPORARY_PINS: '仮の暗証番号のままです（変更は利用者ご本人のログオン時）',
  TEMPORARY_PINS_EXPIRED: '仮の暗証番号の期限が切れています（再発行は管理者）',
  NO_CERTIFICATE: '有効な電子証明書がありません（取得コードの発行は管理者）',
  NO_PERMISSION: '業務権限がありません（設定は管理者）',
  CEILING_IS_ZERO: '限度額の枠が0円です（変更は担当窓口）',
  CONTRACT_LIMIT_IS_ZERO: 'ご契約先の利用限度額が0円です（変更は管理者）',
  USER_LIMIT_IS_ZERO: '利用者の利用限度額が0円です（変更は管理者）',
  CONTRACT_DAY_IS_SPENT: 'ご契約先の今日の利用限度額を使い切っています（明日また使えます）',
  USER_DAY_IS_SPENT: '利用者の今日の利用限度額を使い切っています（明日また使えます）',
};

export function consequence(follows: Consequence): string {
  switch (follows.kind) {
    case 'CAN_NO_LONGER':
      return `${follows.number}人が${doing(follows)}できなくなります。`;
    case 'CAN_FROM_NOW_ON':
      return `${follows.number}人が${doing(follows)}できるようになります。`;
    case 'NOBODY_LEFT':
      return `${doing(follows)}できる人が、1人もいなくなります。`;
    case 'RIGHT_WITHOUT_LIMIT':
      return `${follows.number}人は${labels.service[follows.service]}の業務権限がありますが、利用限度額が0円のため照会しかできません。`;
    default:
      return unreachable(follows);
  }
}

/** 「総合振込を承認」, but not 「残高照会を照会」. */
function doing({ service, action }: Permission): string {
  const [what, how] = [labels.service[service], labels.action[action]];
  return `${what}を${what.endsWith(how) ? '利用' : how}`;
}
