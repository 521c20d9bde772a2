export const forms = {
  confirmTitle: '内容の確認',
  confirmationPin: 'ご契約先確認暗証番号',
  confirmationPinHint: 'この操作を行うことを、確認暗証番号で確認します。',
  triesLeft: (left: number, everybody: boolean) =>
    everybody
      ? `あと${left}回続けてまちがえると、ご契約のすべての方が利用できなくなります。`
      : `あと${left}回続けてまちがえると、ご自身が利用できなくなります。`,
  sure: '確認暗証番号にまちがいがないことを確かめました',
  sureMissing: '残りの回数が少なくなっています。確かめたうえで、チェックを入れてください。',
  retryAfter: (seconds: number) => `${seconds}秒後にもう一度お試しください。`,
  follows: 'この操作で次のようになります',
  change: (from: string, to: string) => `${from} → ${to}`,
  amount: {
    hint: '「80万」「1,000,000」のようにも入力できます。空欄は0円（利用できません）です。',
    echo: (yen: string, reading: string) => `${yen} ・ ${reading}`,
    aboveContract: (yen: string) =>
      `ご契約の限度額（${yen}）を超えています。小さいほうの金額が使われます。`,
  },
};
