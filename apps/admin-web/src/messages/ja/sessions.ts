export const sessions = {
  title: 'ログオン中',
  lead: (count: number) => `いま${count}人がログオンしています。`,
  refresh: '最新の状態にする',
  gone: 'このログオンは、すでに終わっています。',
  caption: 'ログオン中の方の一覧',
  columns: {
    who: 'だれが',
    startedAt: 'ログオン',
    lastActAt: '最後の操作',
    address: '接続元',
    acts: '操作',
  },
  administrator: (name: string) => `管理者（${name}）`,
  own: 'この画面のログオンです。終わるときは「ログオフ」を押してください。',
  end: '終了させる',
  endOf: (who: string) => `終了させる：${who}`,
  ask: {
    title: (who: string) => `${who}のログオンを終了させますか`,
    about: (since: string, address: string) => `${since}に${address}からログオンしました。`,
    follows: [
      'その方の次の操作は断られ、もう一度ログオンが必要になります。保存していない入力は失われることがあります。',
      '暗証番号はそのままです。もう一度ログオンさせたくないときは、利用を中止してください。',
      '登録の宛先へEメールでお知らせします。',
    ],
    submit: 'ログオンを終了させる',
    done: (who: string) => `${who}のログオンを終了させました。`,
  },
};
