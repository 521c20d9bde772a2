export const history = {
  title: '操作履歴',
  lead: 'ご契約に関するすべての操作です。書き換えや削除はできません。新しいものから並んでいます。',
  caption: '操作履歴',
  columns: { at: '日時', text: '内容', actor: '行った人', address: '接続元' },
  /** Whoever isn't one of the contract's users is named by kind. */
  actors: {
    '@administrator': '管理者',
    '@stranger': 'ログオンしていない方',
    '@system': '門番（自動）',
  },
  none: '操作履歴はまだありません。',
  more: 'さらに表示',
  count: (shown: number, all: number) => `${all}件のうち${shown}件を表示しています`,
};
