export const own = {
  title: 'ホーム',
  welcome: '暗証番号を変更しました。次回からは新しい暗証番号でログオンしてください。',
  askAdministrator: '業務権限や利用限度額の変更が必要なときは、管理者に依頼してください。',
  pins: 'ご自身の暗証番号を変更',
  you: 'ご自身の登録',
  userId: '利用者ID',
  name: '氏名',
  email: 'Eメールアドレス',
  lastLogon: '前回のログオン',
};
