export const home = {
  title: 'ホーム',
  lastLogon: '前回のログオン',
  firstTime: '今回が最初のログオンです',
  wrongEntries: '前回のログオンから今回までの、暗証番号などの入力まちがい',
  wrongEntriesWarning: '心当たりがないときは、操作履歴を確かめ、暗証番号を変更してください。',
  attention: '確認が必要なこと',
  nothing: '確認が必要なことはありません。',
  locked: (name: string) => `${name}さんの利用が中止されています`,
  unlock: '利用中止を解除',
  moreLocked: (count: number) => `ほかに${count}人の利用が中止されています`,
  waiting: (count: number) => `最初のログオンがまだの利用者が${count}人います`,
  expired: (count: number) =>
    `仮の暗証番号の期限が切れ、ログオンできなくなった利用者が${count}人います`,
  names: (names: string, more: number) => (more === 0 ? names : `${names} ほか${more}人`),
  seeUser: '利用者を見る',
  seeUsers: '利用者を見る',
  closing: (when: string) => `このご契約は${when}に解約となります`,
  closingNote:
    'それからは、どなたも利用できません。お心当たりがないときは、すぐに担当窓口へご連絡ください。',
  cardSent: '新しいお客様カードが発行されています',
  cardSentNote:
    'カードが届いたら、使用開始の操作をしてください。それまでは今までのカードを使います。',
  toCard: '使用を開始',
  noAddress: {
    text: 'Eメール通知の有効な宛先がありません',
    note: 'ログオンや変更のお知らせが、どなたにも届きません。',
  },
  addressBounced: 'Eメール通知の宛先にメールが届きません',
  emailBounced: (count: number) => `メールアドレスにメールが届かない利用者が${count}人います`,
  undelivered: 'お知らせが届いていないEメール通知の宛先があります',
  undeliveredNote:
    '送れないまま期限が過ぎたお知らせがあります。アドレスと、受信できる状態かを確認してください。次のお知らせが届くと、この表示は消えます。',
  usersUndelivered: (count: number) => `お知らせのメールが届いていない利用者が${count}人います`,
  toNotices: 'お知らせ履歴を見る',
  toChangeAddresses: '宛先を変更',
  addressPending: '確認コードの入力を待っているEメール通知の宛先があります',
  toAddresses: '宛先を登録',
  toCode: '確認コードを入力',
  noCard: {
    text: '使用できるお客様カードがありません',
    note: 'このままでは次回からログオンできません。担当窓口へお申し出ください。',
  },
  cardDue: (fresh: number, logons: number) => {
    if (fresh > 0)
      return `お客様カードの未使用のマスが残り少なくなりました（ログオンあと${fresh}回分）`;
    return logons > 0
      ? `お客様カードの未使用のマスがなくなりました（一度使ったマスで、ログオンあと${logons}回）`
      : 'お客様カードを使い切りました。次回からログオンできません';
  },
  cardDueNote: '担当窓口へ新しいカードをお申し込みください。',
  noCertificate: (count: number) =>
    `有効な電子証明書がなく、ログオンできない利用者が${count}人います`,
  ownCertificateNeeded: (when: string) =>
    `${when}から必要になる電子証明書を、あなたがまだお持ちでありません`,
  ownCertificateNeededNote:
    'お持ちでないと、その日時からログオンできません。担当窓口に取得コードの発行をお申し込みください。',
  certificatesNeeded: (when: string, count: number) =>
    `${when}から必要になる電子証明書のない利用者が${count}人います`,
  ownCertificateEnding: 'あなたの電子証明書の有効期限が近づいています',
  certificateEndingNote:
    '期限までに更新してください。電子証明書が必要なご契約では、期限を過ぎるとログオンできません。',
  certificatesEnding: (count: number) => `電子証明書の有効期限が近い利用者が${count}人います`,
  toGrant: '取得コードを発行',
  toRenew: '更新する',
  toCertificates: '電子証明書を見る',
  noCeiling: (service: string, count: number) =>
    `${service}の限度額の枠が0円のため、業務権限のある${count}人が使えません`,
  noCeilingNote: '枠の変更は、担当窓口へ書面でお申し込みください。',
  noContractLimit: (service: string, count: number) =>
    `${service}のご契約先の利用限度額が0円のため、業務権限のある${count}人が使えません`,
  daySpent: (service: string) => `${service}のご契約先の今日の利用限度額を使い切っています`,
  noLimit: (service: string, count: number) =>
    `${service}の業務権限があるのに、利用限度額が0円で使えない利用者が${count}人います`,
  toContractLimits: 'ご契約先の利用限度額',
  toLimits: '利用限度額を設定',
  recent: '最近の操作',
  noHistory: '操作履歴はまだありません。',
  allHistory: 'すべての操作履歴',
  contract: 'ご契約の状態',
  contractId: 'ご契約先ID',
  contractName: 'ご契約先',
  users: '利用者',
  linkage: '暗証番号ロックの連動',
  linkages: {
    LINKED: '連動する：どなたかが続けて7回まちがえると、ご契約のすべての方が利用できなくなります',
    UNLINKED: '連動しない：利用者が続けて7回まちがえると、その利用者だけが利用できなくなります',
  },
  ownCertificate: 'あなたの電子証明書',
  certificatesFrom: (method: string, when: string) =>
    `${method}（全員に必要になるのは${when}から）`,
  idle: '自動終了',
  idleMinutes: (minutes: number) => `${minutes}分間操作がないとき`,
  card: 'お客様カード',
  cardFresh: (fresh: number, logons: number) =>
    fresh > 0
      ? `未使用のマスで、あと${fresh}回ログオンできます`
      : `一度使ったマスで、あと${logons}回ログオンできます`,
};
