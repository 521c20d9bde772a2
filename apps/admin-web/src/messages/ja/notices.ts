export const notices = {
  title: 'お知らせ履歴',
  lead: 'Eメールでお送りしたお知らせの一覧です。新しいものから並んでいます。確認コードは表示しません。',
  ownLead:
    'あなたのメールアドレスへお送りした、あなたに関するお知らせの一覧です。新しいものから並んでいます。',
  about: 'Eメールでお送りしたお知らせの内容と、届けられたかどうかを確かめられます。',
  see: 'お知らせ履歴を見る',
  count: (count: number) => `${count}件`,
  none: 'お知らせはまだありません。',
  noAddress:
    'メールアドレスが登録されていないため、お知らせはお送りしていません。登録は管理者にお申し出ください。',
  to: (address: string) => `宛先: ${address}`,
  sentAt: (moment: string) => `送信 ${moment}`,
  read: '本文を読む',
};
