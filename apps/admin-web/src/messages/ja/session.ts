export const session = {
  warningTitle: 'まもなく自動終了します',
  warning: (left: string) => `操作がないため、あと${left}で自動終了します。`,
  finalWarning: (left: string) =>
    `ログオンの有効期間が、あと${left}で終わります。続けるには、もう一度ログオンが必要です。入力中の内容は、暗証番号と一部の画面の入力を除いて、ログオンし直すと戻ります。`,
  shownOnce: {
    ENDING:
      'この画面の用紙やファイルは、ログオフするともう表示できません。操作を続けて、印刷か保存を済ませてください。',
    FINAL:
      'この画面の用紙やファイルは、ログオンし直しても、もう表示できません。いま、印刷か保存を済ませてください。',
  },
  spoken: (left: string) => `あと${left}で自動終了します。Enterキーで続けられます。`,
  minutesSeconds: (minutes: number, seconds: number) =>
    minutes === 0 ? `${seconds}秒` : `${minutes}分${seconds}秒`,
  goOn: '操作を続ける',
  understood: '分かりました',
  logOff: 'ログオフ',
  covered: '確認しています…',
};
