/** What changes from what to what, before it happens and while somebody else was at it. */
export const changes = {
  before: '変更前',
  after: '変更後',
  none: '変更はありません。',
  meanwhile: '表示している間に、次のように変更されました。',
  meanwhileElsewhere: 'この画面に表示している項目は変わっていません。',
  kept: '入力した内容は残っています。「内容の確認」を見て、よければもう一度確認暗証番号を入力してください。',
};
