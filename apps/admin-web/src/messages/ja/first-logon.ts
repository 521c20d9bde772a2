export const firstLogon = {
  title: '暗証番号を決める',
  lead: '最初のログオンでは、用紙の仮の暗証番号を、ご自身で決めた2つの暗証番号に変更します。',
  proof: '用紙の確認',
  temporaryConfirmationPin: '利用者確認暗証番号（仮）',
  temporaryHint: '用紙に「利用者確認暗証番号（仮）」と印刷されているものです。',
  newPins: 'これから使う暗証番号',
  userPin: '新しい利用者暗証番号',
  userPinHint: '毎回のログオンに使います。',
  confirmationPin: '新しい利用者確認暗証番号',
  confirmationPinHint: '取引のたびに、確認のため使います。',
  follows: [
    '用紙の仮の暗証番号は、2つとも使えなくなります。',
    '次回からは、ここで決めた暗証番号でログオンします。',
    '登録の宛先へEメールでお知らせします。',
  ],
  submit: 'この暗証番号にする',
};
