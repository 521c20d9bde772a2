import { labels } from '@monban/domain/wording/ja-labels';
import { grouped } from '../../lib/grouped.ts';

export const history = {
  title: '操作履歴',
  lead: 'ご契約に関するすべての操作です。書き換えや削除はできません。新しいものから並んでいます。',
  caption: '操作履歴',
  columns: { at: '日時', actor: '行った人', text: '内容', address: '接続元' },
  /** Whoever isn't one of the contract's users is named by kind. */
  actors: labels.actor,
  none: '操作履歴はまだありません。',
  notFound: '条件に合う操作はありません。条件を外すか、期間を広げてください。',
  count: (count: number) => `${grouped(count)}件`,
  found: (count: number) => `${grouped(count)}件が見つかりました`,
  further: '（古いほうへ進んだページです）',
  pages: { title: 'ページの移動', newest: '最新の操作へ', older: 'さらに古い操作へ' },
  filter: {
    title: '絞り込み',
    by: '行った人',
    user: '対象の利用者',
    everybody: 'すべて',
    removed: (who: string) => `${who}・登録抹消済み`,
    from: 'いつから',
    to: 'いつまで',
    unfinished: '日付が途中です。年・月・日をすべて入力するか、消してください。',
    reversed:
      '「いつまで」が「いつから」より前の日になっています。同じ日か、後の日にしてください。',
    periods: '期間をまとめて選ぶ',
    period: (days: number) => (days === 1 ? '今日' : `過去${days}日間`),
    kinds: '種類',
    address: '接続元',
    addressHint: '一覧の「接続元」にあるとおりに入力します。',
    submit: '絞り込む',
    active: '絞り込みの条件',
    since: (day: string) => `${day}から`,
    until: (day: string) => `${day}まで`,
    remove: (text: string) => `「${text}」を外す`,
  },
  back: {
    button: '変更前に戻す',
    name: (at: string, what: string) => `変更前に戻す：${at} ${what}`,
  },
  export: {
    button: 'CSVで出力',
    nothing: '出力する操作がありません。',
    title: (entries: number) => `操作履歴${grouped(entries)}件をファイルに出力しますか`,
    everything: '絞り込みなし：すべての操作',
    follows: [
      'この条件に合う操作をCSVファイル（UTF-8）にして、このパソコンに保存します。',
      'ファイルには氏名・利用者ID・接続元などが含まれます。取り扱いにご注意ください。',
      '出力したことは操作履歴に残り、登録の宛先へEメールでお知らせします。',
    ],
    submit: '出力する',
    done: (entries: number) => `操作履歴${grouped(entries)}件をファイルに出力しました。`,
    fileName: (day: string) => `操作履歴-${day}.csv`,
  },
};
