import { formatJapan } from '../instant.ts';
import { defaultLockoutPolicy } from '../lockout.ts';
import type { MailWords } from './mail-words.ts';

const phone = '電話番号は、お手元のご契約書類に記載のものをお使いください。';

/** Somebody with two banks has to know which of them it is. */
function service(bank: string | null): string {
  return `${bank === null ? '' : `${bank} `}法人インターネットバンキング`;
}

export const mail: MailWords = {
  titles: {
    CONTRACT_OPENED: 'ご契約先の開設',
    CARD_ISSUED: 'お客様カードの発行',
    CARD_REPORTED_LOST: 'お客様カードの紛失の届け出',
    CARD_SHOWN: 'お客様カードの表示（担当窓口）',
    DESK_ACT_ASKED: '担当窓口の操作の申請',
    DESK_ACT_APPROVED: '担当窓口の操作の承認',
    DESK_ACT_DECLINED: '担当窓口の操作の取り下げ',
    CARD_PUT_IN_FORCE: 'お客様カードの使用開始',
    ADMINISTRATOR_RESET: '管理者の登録用暗証番号の発行',
    CONTRACT_CLOSED: 'ご契約の解約の受付',
    CONTRACT_KEPT: 'ご契約の解約の取消し',
    CONTRACT_UNLOCKED: 'ご契約先の利用中止の解除',
    LOCK_LINKAGE_SET: '暗証番号ロックの連動の変更',
    CONTRACT_RENAMED: 'ご契約先の名前の変更',
    IDLE_MINUTES_SET: '自動終了までの時間の変更',
    AUTHENTICATION_METHOD_SET: 'ログオンの認証方式の変更',
    CONTRACT_SERVICES_SET: 'ご契約のサービスの変更',
    ADMINISTRATOR_REGISTERED: '管理者の開通確認',
    ADMINISTRATOR_LOGGED_ON: '管理者のログオン',
    USER_LOGGED_ON: '利用者のログオン',
    LOGGED_OFF: 'ログオフ',
    SESSION_ENDED_BY_NEWCOMER: '新しいログオンによる利用の終了',
    WRONG_ENTRY: '入力の誤り',
    WARNED: '連続した入力の誤り',
    CONTRACT_LOCKED: 'ご契約先の利用中止',
    USER_LOCKED: '利用者の利用中止',
    USER_UNLOCKED: '利用者の利用中止の解除',
    PIN_CHANGED: '暗証番号の変更',
    TEMPORARY_PINS_REPLACED: '仮の暗証番号の変更',
    USER_PINS_RESET: '仮の暗証番号の発行',
    USER_ADDED: '利用者の追加',
    USER_UPDATED: '利用者の登録内容の変更',
    USER_REMOVED: '利用者の登録抹消',
    USER_PERMISSIONS_SET: '業務権限の変更',
    USER_LIMITS_SET: '利用限度額の変更',
    USER_ACCOUNTS_SET: '利用口座の変更',
    CONTRACT_LIMITS_SET: 'ご契約先の利用限度額の変更',
    SESSION_ENDED: '管理者によるログオンの終了',
    HISTORY_EXPORTED: '操作履歴のファイル出力',
    NOTIFICATION_ADDRESSES_SET: 'Eメール通知の宛先の変更',
    NOTIFICATION_ADDRESS_CONFIRMED: 'Eメール通知の宛先の確認',
    MAIL_LANGUAGE_SET: 'お知らせメールの言語の変更',
    LOGON_NOTICES_SET: 'ログオンのお知らせの設定の変更',
    ADDRESS_BOUNCED: 'メールの不達',
    NOTICE_RESENT: 'お知らせの再送',
    NOTICES_RESENT: 'お知らせの再送',
    NOTIFICATION_ADDRESS_ADDED: 'Eメール通知の宛先の追加',
    CERTIFICATE_GRANTED: '電子証明書の取得コードの発行',
    CERTIFICATE_ISSUED: '電子証明書の発行',
    CERTIFICATE_REVOKED: '電子証明書の失効',
    CERTIFICATE_EXPIRING: '電子証明書の有効期限',
    TRANSACTION_AUTHORIZED: '取引認証',
    AUTHORIZATION_CAPTURED: '取引認証の使用',
    AUTHORIZATION_VOIDED: '取引認証の取消し',
    CARD_DUE: 'お客様カードの交換時期',
    CARD_EXHAUSTED: 'お客様カードの使い切り',
    CARD_WITHDRAWN: 'お客様カードの失効',
    ATTEMPT_REFUSED: 'ログオンのお断り',
    ACT_REFUSED: '操作のお断り',
    REFUSALS_COUNTED: 'お断りの回数',
  },
  subject: (title, more, bank) =>
    `【${service(bank)}】${title}${more === 0 ? '' : `ほか${more}件`}のお知らせ`,
  lead: (moment, bank) =>
    `${bank === null ? '' : `${bank}からのお知らせです。`}${moment}（日本時間）、次のことがありましたのでお知らせします。`,
  item: (text) => `・${text}`,
  further: (text) => `　${text}`,
  next: {
    CARD_ISSUED: ({ sent }) =>
      sent
        ? '届きましたら、今のカードでログオンし、画面の案内に従って使用を開始してください。ログオンできないときは、担当窓口にご連絡ください。'
        : '',
    CARD_REPORTED_LOST: () =>
      '管理者は、新しいカードが届き、担当窓口で使用開始の手続きが済むまでログオンできません。新しいカードを担当窓口にお申し込みになり、届きましたらご連絡ください。',
    CARD_WITHDRAWN: () =>
      '届きましたら、担当窓口にご連絡ください。使用開始の手続きが済むと、ログオンできます。',
    WARNED: ({ inARow }) =>
      `あと${defaultLockoutPolicy.threshold - inARow}回続くと、利用が中止されます。`,
    USER_LOCKED: () => '管理者が「利用者」の画面で解除できます。',
    CONTRACT_LOCKED: () => '再開は、担当窓口にお申し出ください。',
    CERTIFICATE_GRANTED: ({ person }) =>
      `取得コードの控えを${person.kind === 'ADMINISTRATOR' ? '担当窓口' : '貴社の管理者'}から受け取り、期限までに、ログオンのページの「電子証明書の取得」で電子証明書を取得してください。`,
    CERTIFICATE_REVOKED: ({ because, person }) =>
      because === 'USER_REMOVED'
        ? ''
        : `この電子証明書ではもうログオンできません。電子証明書が必要なご契約では、ほかに有効なものがなければ、新しく取得するまでログオンできません。新しい${because === 'BY_ITS_AUTHORITY' ? '電子証明書は、担当窓口にお申し出ください。' : `取得コードは、${person.kind === 'ADMINISTRATOR' ? '担当窓口にお申し出ください。' : '貴社の管理者が発行します。'}`}`,
    AUTHENTICATION_METHOD_SET: ({ to, toDay = null }) =>
      to === 'CERTIFICATE'
        ? `${toDay === null ? '' : `${formatJapan(toDay, 'ja', 'MINUTE')}（日本時間）までに、`}管理者も利用者も、お一人ずつ電子証明書の取得が必要です。${toDay === null ? 'それまではログオンできません。' : 'それからは、お持ちでない方はログオンできません。'}取得コードは、管理者には担当窓口が、利用者には管理者が発行します。`
        : '',
    USER_PINS_RESET: () =>
      'これまでの暗証番号は使えません。ご本人は、仮の暗証番号の控えを管理者から直接受け取り、期限までにログオンして、2つとも新しい暗証番号に変更してください。',
    ADMINISTRATOR_RESET: () =>
      '管理者は、登録用暗証番号を担当窓口から受け取り、お手元のお客様カードで、ログオンのページから開通確認をしてください。利用者の方は、これまでどおり利用できます。',
    CERTIFICATE_EXPIRING: ({ authority }) =>
      `${
        authority === 'BANK'
          ? '更新は、担当窓口にお申し出ください。'
          : '期限までに、この電子証明書でログオンし、「設定」の「ご自身の電子証明書」で更新してください。'
      }電子証明書が必要なご契約では、期限を過ぎるとログオンできません。`,
  },
  contract: (contractIdTail, bank) =>
    `ご契約: ${service(bank)}（ご契約先IDの末尾3桁: ${contractIdTail}）`,
  by: (who) => `操作した方: ${who}`,
  actors: {
    '@administrator': '管理者',
    '@bank': '銀行（担当窓口など）',
    '@stranger': '確認できていません（ログオンしていない方）',
    '@system': 'システム（自動）',
  },
  user: (userId) => `利用者 ${userId}`,
  whence: (address) => `操作元: ${address}`,
  code: (digits, until, tries) => [
    'このアドレスへの通知を始めるには、貴社の管理者が「設定」の画面で次の確認コードを入力します。',
    `確認コード: ${digits}`,
    `有効期限: ${until}（日本時間）。${tries}回誤ると使えなくなります。`,
    '確認コードは管理者だけに伝えてください。',
  ],
  advice: {
    STOP_IT: [
      'お心当たりがないときは、すぐに次のようにしてください。',
      '・管理者の方: ログオンして「緊急の利用中止」からご契約全体の利用を中止するか、担当窓口にお電話ください。ご契約全体を再開できるのは、担当窓口だけです。',
      '・利用者の方: 貴社の管理者にお知らせください。ログオンできるときは「緊急の利用中止」からご自身の利用を中止できます。',
      phone,
    ],
    CALL: [
      'お心当たりがないときは、すぐに担当窓口にお電話ください。利用者の方は、貴社の管理者にお知らせください。',
      phone,
    ],
    ASK: [
      'ご不明な点は、管理者の方は担当窓口に、利用者の方は貴社の管理者にお問い合わせください。',
      phone,
    ],
    NOT_YOURS: [
      '貴社が法人インターネットバンキングをご利用でないときは、このメールを破棄してください。',
      'ご利用でお心当たりがないときは、貴社の管理者にお知らせください。',
    ],
  },
  close: [
    'このメールにリンクはありません。暗証番号やワンタイムパスワードをメールでお尋ねすることもありません。このメールには返信できません。',
  ],
};
