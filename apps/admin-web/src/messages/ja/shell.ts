export const shell = {
  navigation: 'メニュー',
  home: 'ホーム',
  users: '利用者',
  history: '操作履歴',
  settings: '設定',
  sessions: 'ログオン中',
  emergency: '緊急の利用中止',
  logOff: 'ログオフ',
  administrator: '管理者',
  user: '利用者',
  contract: 'ご契約先',
  accessibility:
    'お客様カードの数字を読み取るログオンは、WCAG 2.2の達成基準3.3.8を満たしません。そのほかはレベルAAに沿って作っています。',
};
