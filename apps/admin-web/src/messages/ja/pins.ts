export const pins = {
  title: '暗証番号の変更',
  which: '変更する暗証番号',
  kinds: {
    ADMINISTRATOR: { LOGON: 'ご契約先暗証番号', CONFIRMATION: 'ご契約先確認暗証番号' },
    USER: { LOGON: '利用者暗証番号', CONFIRMATION: '利用者確認暗証番号' },
  },
  kindHints: { LOGON: 'ログオンに使います', CONFIRMATION: '操作や取引の確認に使います' },
  newPin: (kind: string) => `新しい${kind}`,
  current: 'いまの暗証番号',
  currentLead: 'ご本人であることを、いまの暗証番号2つで確認します。',
  currentOf: (kind: string) => `いまの${kind}`,
  follows: (kind: string) => [
    `${kind}が、いまのものから新しいものに変わります。`,
    'もう一方の暗証番号は変わりません。',
    '登録の宛先へEメールでお知らせします。',
  ],
  submit: '変更する',
  done: (kind: string) => `${kind}を変更しました。次からは新しい暗証番号を使ってください。`,
};
