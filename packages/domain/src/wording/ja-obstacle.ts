import type { Obstacle } from '../status.ts';

export const obstacles: Record<Obstacle, string> = {
  CONTRACT_NOT_REGISTERED:
    'ご契約先の開通確認が済んでいません。管理者の方が開通確認を済ませてから操作してください。',
  CONTRACT_LOCKED: 'ご契約先は利用中止になっています。担当窓口に利用中止の解除をお申し出ください。',
  CONTRACT_CLOSED: 'ご契約先は解約されています。担当窓口にお問い合わせください。',
  CONTRACT_NOT_LOCKED: 'ご契約先は利用中止になっていません。状態を確かめてください。',
  ADMINISTRATOR_NOT_REGISTERED:
    '管理者の開通確認が済んでいません。登録用暗証番号で開通確認をしてください。',
  ADMINISTRATOR_ALREADY_REGISTERED:
    '管理者の開通確認は済んでいます。ご契約先暗証番号でログオンしてください。',
  USER_LOCKED: 'この利用者は利用中止になっています。管理者が利用中止を解除してください。',
  USER_REMOVED: 'この利用者は登録抹消されています。必要なときは、別の利用者IDで追加してください。',
  USER_NOT_LOCKED: 'この利用者は利用中止になっていません。状態を確かめてください。',
  TEMPORARY_PINS: '仮の暗証番号のままです。先に暗証番号を2つとも変更してください。',
  NO_TEMPORARY_PINS:
    '仮の暗証番号は変更済みです。もう一度変えるときは、暗証番号の変更から操作してください。',
  ALREADY_LOCKED: '同じ理由ですでに利用中止になっています。状態を確かめてください。',
  TOO_MANY_USERS: '利用者の数が上限に達しています。不要になった利用者を登録抹消してください。',
  LAST_ADDRESS_IN_FORCE:
    'この変更では、有効なEメール通知の宛先がなくなります。新しい宛先を確認コードで有効にしてから、今の宛先を外してください。',
  ADDRESS_NOT_PENDING: 'この宛先は確認を待っていません。宛先の一覧で状態を確かめてください。',
  CODE_SPENT:
    '確認コードの期限が切れたか、誤りが続いたため使えません。宛先を登録し直して、新しい確認コードを受け取ってください。',
  NO_LIVE_CARD: '使用できるお客様カードがありません。担当窓口にお問い合わせください。',
  TOO_MANY_ENTRIES: '出力する件数が多すぎます。期間などで絞り込んでから出力してください。',
  ONLY_THE_DESK_UNLOCKS:
    'この利用中止は担当窓口でなければ解除できません。担当窓口にお申し出ください。',
};
