export const settings = {
  title: '設定',
  pins: {
    title: '暗証番号',
    lead: {
      ADMINISTRATOR: 'ご契約先暗証番号とご契約先確認暗証番号を変更します。',
      USER: '利用者暗証番号と利用者確認暗証番号を変更します。',
    },
  },
  display: {
    title: '画面の表示',
    lead: 'このブラウザーだけの設定です。お知らせのEメールの言語は変わりません。',
    language: '言語',
    languages: { ja: '日本語', en: 'English' },
  },
  addresses: {
    title: 'Eメール通知の宛先',
    lead: 'ログオンや利用中止、登録内容の変更などを、有効な宛先のすべてにお知らせします。',
    none: '宛先が登録されていません。利用中止などの大切なお知らせが届きません。',
    change: '宛先を変更する',
    columns: { address: '宛先', status: '状態', acts: '操作' },
    bounced: 'メールが届きません',
    leaving: (until: string) => `${until}まで通知が届きます`,
    code: (until: string, tries: number) => `確認コードは${until}まで有効（あと${tries}回）`,
    spent: '確認コードは使えなくなりました',
    enter: '確認コードを入力',
    renew: '新しい確認コードを送る',
    actOn: (act: string, address: string) => `${act}：${address}`,
  },
  change: {
    title: 'Eメール通知の宛先の変更',
    lead: (most: number) => `宛先は1件から${most}件までです。`,
    standing: 'いまの宛先',
    standingHint: 'チェックを外した宛先は、通知の宛先から外します。',
    leavingHint: (until: string) =>
      `外した宛先です（${until}まで通知）。チェックすると元に戻します。`,
    new: '追加する宛先',
    newAddress: (position: number) => `追加する宛先（${position}件目）`,
    newHint: '例：keiri@example.co.jp（半角）',
    full: (most: number) => `宛先は${most}件までです。追加するには、いまの宛先を外してください。`,
    nothing: '変更がありません。宛先を追加するか、チェックを変えてください。',
    follows: {
      added: (address: string) =>
        `${address} に確認コードを送ります。「設定」の画面でコードを入力すると有効になります。`,
      renewed: (address: string) => `${address} に新しい確認コードを送ります。`,
      back: (address: string) => `${address} は、すぐに有効になります。`,
      leaving: (address: string) =>
        `${address} には、乗っ取りに備えて、外したあとも数日間（標準で7日間）すべての通知が届きます。`,
      dropped: (address: string) => `${address} に送った確認コードは使えなくなります。`,
      told: '変更の内容を、有効な宛先のすべてへEメールでお知らせします。',
    },
    submit: '宛先を変更する',
    done: 'Eメール通知の宛先を変更しました。',
  },
  confirm: {
    title: '確認コードの入力',
    lead: (address: string) => `${address} に送った6桁の数字を入力してください。`,
    bounds: (until: string, tries: number) => `${until}まで有効です。あと${tries}回入力できます。`,
    missing:
      '届かないときは、アドレスにまちがいがないか、迷惑メールに入っていないかを確かめてください。まちがっていたら、宛先から外して登録し直してください。',
    spent:
      '期限が切れたか、誤りが続いたため、この確認コードは使えません。新しい確認コードを送ってください。',
    code: '確認コード',
    follows: [
      'この宛先に、通知が届くようになります。',
      '有効な宛先のすべてへEメールでお知らせします。',
    ],
    submit: '宛先を有効にする',
    done: (address: string) => `${address} を有効にしました。`,
  },
  renew: {
    title: '新しい確認コードを送りますか',
    follows: (address: string) => [
      `${address} に新しい確認コードを送ります。前のコードは使えません。`,
      '有効な宛先のすべてへEメールでお知らせします。',
    ],
    submit: '新しい確認コードを送る',
    done: (address: string) => `${address} に新しい確認コードを送りました。`,
  },
  gone: 'この宛先は、確認コードを待っていません。',
};
