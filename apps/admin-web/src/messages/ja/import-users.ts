export const importUsers = {
  title: 'ファイルから利用者を追加',
  guide: {
    title: 'ファイルの作り方',
    lead: '1行目に見出し、2行目から1行に1人ずつ入力し、「CSV UTF-8（コンマ区切り）」か「CSV（コンマ区切り）」の形式で保存してください。1回に99人まで追加できます。',
    caption: '見出しと入力する内容',
    heading: '見出し',
    content: '入力する内容',
    needed: '必須',
    userId:
      '半角の英数字、30文字まで。一度使ったIDは、抹消したあとも使えません。表計算ソフトでは列の書式を「文字列」にすると、先頭の0が消えません。',
    name: '60文字まで',
    email: 'ご本人にもお知らせするときの宛先',
    actions: (names: string) => `許可する操作を「・」で区切って：${names}`,
    limit: (ceiling: string) =>
      `「80万」「1,000,000」のような金額。限度額の枠の${ceiling}まで。空欄は0円（利用できません）です。`,
    free: '列の順番は自由です。使わない列は、なくてもかまいません。',
    template: 'ひな形を保存',
    templateHint: '見出しと記入例のファイルです。記入例の行は、書き換えてください。',
    fileName: '利用者の追加.csv',
    example: { userId: '（例）sato01', name: '佐藤 花子', email: 'hanako@example.co.jp' },
  },
  file: {
    title: 'ファイルの確認',
    label: 'CSVファイル',
    hint: '文字コードはUTF-8かShift_JIS、大きさは48KBまで。選ぶと内容を確認します。この段階では何も登録されません。',
    choose: 'ファイルを選ぶ',
    change: '選び直す',
    drop: 'ここにドロップすることもできます',
    remove: '取り除く',
    chosen: (name: string, kilobytes: number) => `${name}（${kilobytes}KB）`,
    tooLong: 'ファイルが大きすぎます。48KB以下になるように、行を分けて保存してください。',
    noText: 'CSVファイルではありません。表計算ソフトで開き、CSV形式で保存してから選んでください。',
    unreadable: 'ファイルを読み込めませんでした。保存し直してから、もう一度選んでください。',
  },
  checking: '内容を確認しています…',
  fine: (count: number) =>
    `直すところはありません。追加する${count}人の内容を下で確かめ、確認暗証番号を入力してください。`,
  problems: {
    title: (count: number) => `直すところが${count}か所あります`,
    lead: '何も登録されていません。ファイルを直して保存し、もう一度選んでください。',
    more: (count: number) =>
      `このほかに${count}か所あります。ここまでを直してから、もう一度確認してください。`,
    caption: '直すところ',
    line: '行',
    column: '列',
    what: '原因と直し方',
    lineOf: (line: number) => `${line}行目`,
    columnOf: (letters: string) => `${letters}列`,
  },
  preview: {
    title: (count: number) => `追加する利用者：${count}人`,
    caption: '追加する利用者の一覧',
    line: '行',
    limits: '限度額',
    rights: '業務権限',
    noLimits: '¥0',
    above: '※ご契約の限度額を超えています',
    limit: (service: string, perTransaction: string, perDay: string) =>
      `${service}：1回 ${perTransaction}、1日 ${perDay}`,
    right: (service: string, actions: string) => `${service}（${actions}）`,
  },
  follows: {
    add: (count: number) =>
      `${count}人全員を利用者として追加します。一部の方だけが追加されることはありません。`,
    noRights: (count: number) =>
      `業務権限のない利用者が${count}人います。ログオンしても業務はできません。`,
    aboveContract: (count: number) =>
      `限度額がご契約の限度額を超える利用者が${count}人います。実際に使えるのは、ご契約の限度額までです。`,
    pins: '仮の暗証番号を1人に2つずつ発行し、次の画面で1回だけ表示します。印刷して、ご本人に直接渡してください。',
    told: '登録の宛先へEメールでお知らせします。',
  },
  submit: (count: number) => `${count}人を追加する`,
  progress: {
    preparing: '仮の暗証番号を準備しています',
    adding: '利用者を登録しています',
    step: (done: number, total: number) => `${total}人のうち${done}人`,
    stop: '中止する',
    stopping: '中止しています…',
    stopped: '中止しました。利用者は1人も追加されていません。',
  },
};
