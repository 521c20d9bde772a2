import type { Locale } from '../locale.ts';

/** What stands on the sheet that the desk prints for a customer card (R8), in one language. */
export interface CardSheetWords {
  /** For whoever prints it. */
  readonly desk: string;
  readonly card: string;
  readonly contractId: string;
  readonly serial: string;
  readonly use: string;
  readonly lost: string;
  readonly keepApart: string;
  readonly neverAsked: string;
  /** How the card is made of the sheet. */
  readonly cut: string;
  /** The table once more, in large print. */
  readonly copy: string;
  readonly copyKept: string;
}

/** The sheet shows both: nobody knows who will hold the card. */
export const cardSheetWords: Readonly<Record<Locale, CardSheetWords>> = {
  ja: {
    desk: '担当窓口の方へ: この用紙は一度しか表示されません。登録用暗証番号とは別に、別の便でお送りください。',
    card: 'お客様カード',
    contractId: 'ご契約先ID',
    serial: 'カード番号',
    use: 'ログオンでは、画面が示す4つのマスの数字を入力します。',
    lost: '紛失や盗み見のときは、すぐに担当窓口に電話してください。',
    keepApart: '暗証番号を書き込まず、暗証番号と一緒に保管しないでください。',
    neverAsked: '電話やメールで表の数字をお尋ねすることはありません。',
    cut: '印に沿って切り、中央の点線で折って貼り合わせると、お客様カードになります。',
    copy: '大きな文字の控え',
    copyKept:
      'カードの文字が小さいときにお使いください。カードと同じように保管し、使わないときは裁断してください。',
  },
  en: {
    desk: 'To the desk: this sheet is shown once. Send it apart from the registration PIN, by another post.',
    card: 'Customer card',
    contractId: 'Contract ID',
    serial: 'Card number',
    use: 'To log on, enter the four cells that the page names.',
    lost: "Lost, or seen by somebody? Call your bank's desk at once.",
    keepApart: 'Write no PIN on it, and never keep it with your PINs.',
    neverAsked: 'Nobody asks for its digits by telephone or mail.',
    cut: 'Cut along the marks, fold at the dotted line in the middle and glue: this is the customer card.',
    copy: 'Copy in large print',
    copyKept:
      "For whoever finds the card too small. Keep it like the card; shred it if it isn't used.",
  },
};
