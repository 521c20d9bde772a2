import { formatYen } from '../money.ts';
import type { PinPolicy, PinProblemCode } from '../pin.ts';
import { pinLengths } from '../pin-length.ts';
import type { InputProblem, ProblemCode } from '../problem.ts';
import { fields } from './ja-fields.ts';
import { pathParts, type ProblemWords } from './vocabulary.ts';

export function fieldLabel(path: string): string {
  const { field, entry, part } = pathParts(path, fields);
  const name = `${field ?? '入力項目'}${entry === null ? '' : `（${entry}件目）`}`;
  return part === null ? name : `${name}の${part}`;
}

export const inputProblems: Record<
  ProblemCode,
  (field: string, max: number, min: number) => string
> = {
  REQUIRED: (field) => `${field}が入力されていません。${field}を入力してください。`,
  WRONG_LENGTH: (field, max) => `${field}の桁数が違います。${max}桁で入力してください。`,
  TOO_LONG: (field, max) => `${field}が長すぎます。${max}文字以内で入力してください。`,
  NOT_DIGITS: (field) => `${field}に半角数字以外の文字があります。半角数字だけで入力してください。`,
  NOT_LETTERS_OR_DIGITS: (field) =>
    `${field}に半角英数字以外の文字があります。半角英数字だけで入力してください。`,
  CONTROL_CHARACTER: (field) =>
    `${field}に改行などの制御文字があります。1行で入力し直してください。`,
  INVISIBLE_CHARACTER: (field) =>
    `${field}に目に見えない文字があります。貼り付けずに入力し直してください。`,
  NOT_AN_EMAIL_ADDRESS: (field) =>
    `${field}がEメールアドレスの形になっていません。半角で「名前@ドメイン」の形に入力してください。`,
  NOT_WHOLE_YEN: (field) => `${field}が1円単位の金額ではありません。整数で入力してください。`,
  UNREADABLE_AMOUNT: (field) =>
    `${field}を金額として読み取れません。「1,000,000」や「80万」のように入力してください。`,
  OUT_OF_RANGE: (field, max, min) =>
    `${field}が範囲外です。${min}円以上、${formatYen(max)}以下の金額を入力してください。`,
  NOT_A_TRANSACTION: (field) =>
    `${field}が取引ではありません。実行・作成・承認・送信のいずれかを指定してください。`,
  NOT_A_SHA_256: (field) =>
    `${field}がSHA-256の値になっていません。半角小文字の16進数64桁で指定してください。`,
  NOT_PRINTABLE_ASCII: (field) =>
    `${field}に使えない文字があります。空白を除く半角の英数字と記号だけで指定してください。`,
  NOT_A_RETRIEVAL_CODE: (field) =>
    `${field}の形になっていません。4文字ずつ7組の半角英数字を、書面のとおりに入力してください。`,
  NOT_A_SIGNING_REQUEST: (field) =>
    `${field}を読み取れません。PKCS#10の証明書署名要求をPEM形式で指定してください。`,
  BROKEN_SIGNATURE: (field) =>
    `${field}の署名が正しくありません。鍵を作り直し、その鍵で署名し直してください。`,
  WEAK_KEY: (field) =>
    `${field}の鍵または署名の方式が弱すぎます。P-256以上の楕円曲線か2048ビット以上のRSAの鍵で、SHA-256以上を使って作り直してください。`,
  ANOTHER_SUBJECT: (field) =>
    `${field}にほかの方の名前が入っています。名前を入れないか、CNをご自身の利用者ID（管理者はadministrator）だけにして作り直してください。`,
  NOT_A_CERTIFICATE: (field) =>
    `${field}を読み取れません。X.509の電子証明書をPEM形式で指定してください。`,
  UNKNOWN_AUTHORITY: (field) =>
    `${field}が、設定された銀行の認証局から発行されたものではありません。発行元を確かめてください。`,
  CERTIFICATE_NOT_VALID: (field) =>
    `${field}が期限切れか失効しているか、失効を確かめられません。有効なものを指定してください。`,
  LIES_IN_THE_PAST: (field) => `${field}が過去の日時です。これからの日時を指定してください。`,
  WRONG_MINUTES: (field, max, min) =>
    `${field}が範囲外です。${min}分以上、${max}分以下にしてください。`,
  SERVICE_NOT_IN_CONTRACT: (field) =>
    `${field}がご契約に含まれていません。ご契約のサービスから選ぶか、担当窓口に追加をお申し込みください。`,
  SERVICE_HAS_NO_SUCH_ACTION: (field) =>
    `${field}がこのサービスにはありません。このサービスにある操作を選んでください。`,
  SERVICE_MOVES_NO_MONEY: (field) =>
    `${field}に誤りがあります。資金を動かさないサービスには限度額がありません。この指定を取り除いてください。`,
  NAMED_TWICE: (field) => `${field}が2回指定されています。1回だけ指定してください。`,
  PER_TRANSACTION_ABOVE_DAY: (field) =>
    `${field}の限度額が1日あたりの限度額を超えています。1日あたりの限度額以下の金額を入力してください。`,
  ABOVE_CEILING: (field, max) =>
    `${field}が限度額の枠を超えています。${formatYen(max)}以下の金額を入力してください。`,
  PROBLEMS_IN_FILE: (field) =>
    `${field}の内容に直すところがあります。取り込みの前の確認で、行ごとの内容を確かめてください。`,
  NOT_AN_ACCOUNT_NUMBER: (field) =>
    `${field}が口座番号の形になっていません。半角英数字と、その間のハイフンだけで入力してください。`,
  WRONG_NUMBER_OF_ENTRIES: (field, max, min) =>
    `${field}の数が範囲外です。${min === 0 ? '' : `${min}件以上、`}${max}件以下にしてください。`,
  WRONG_CODE: (field) =>
    `${field}が違います。届いたEメールを確かめて、6桁の数字を入力し直してください。`,
  NOT_A_MESSAGE_ID: (field) =>
    `${field}の形になっていません。戻ってきたメールにあるとおりに指定してください。`,
  NOT_A_FAILURE_STATUS: (field) =>
    `${field}がメールの不達を表すものではありません。「5.1.1」のような3つの数字を、配信状況の通知にあるとおりに指定してください。`,
  NOT_FAILED: (field) =>
    `${field}によれば、メールはまだ届く可能性があるか、すでに届いています。不達に終わったものだけを指定してください。`,
  ENDS_BEFORE_IT_BEGINS: (field) =>
    `${field}が開始日時より前になっています。開始日時より後にしてください。`,
};

export function inputProblem(problem: InputProblem, label?: string): string {
  const { max, min } = problem.bounds ?? { max: 0, min: 0 };
  return inputProblems[problem.code](label ?? fieldLabel(problem.path), max, min);
}

export const pinProblems: Record<PinProblemCode, (policy: PinPolicy) => string> = {
  TOO_SHORT: (policy) => `短すぎます。${pinLengths[policy].min}文字以上にしてください。`,
  TOO_LONG: (policy) => `長すぎます。${pinLengths[policy].max}文字以内にしてください。`,
  NOT_ASCII: () => '使えない文字があります。半角の英数字、記号、空白だけにしてください。',
  NOT_LETTERS_AND_DIGITS: () => '使えない文字があります。半角英数字だけにしてください。',
  NOT_MIXED: () => '英字と数字の両方が必要です。英字と数字を混ぜてください。',
  COMMON: () => 'よく使われていて推測されやすい並びです。別の並びにしてください。',
  SEQUENCE: () => '同じ文字や順番に並ぶ文字が4つ以上続いています。続くのは3つまでにしてください。',
  CONTAINS_ID: () => 'ご契約先IDまたは利用者IDを含んでいます。IDを含まない並びにしてください。',
  SAME_AS_CURRENT: () => '現在の暗証番号と同じです。別の並びにしてください。',
  SAME_AS_PARTNER: () => '暗証番号と確認暗証番号が同じです。互いに違う並びにしてください。',
};

export function pinProblem(code: PinProblemCode, policy: PinPolicy): string {
  return pinProblems[code](policy);
}

const pinRules: Record<PinProblemCode, (policy: PinPolicy) => string> = {
  TOO_SHORT: (policy) => `${pinLengths[policy].min}文字以上`,
  TOO_LONG: (policy) => `${pinLengths[policy].max}文字以内`,
  NOT_ASCII: () => '半角の英数字、記号、空白だけ',
  NOT_LETTERS_AND_DIGITS: () => '半角英数字だけ',
  NOT_MIXED: () => '英字と数字の両方を含む',
  COMMON: () => 'よく使われる並びではない',
  SEQUENCE: () => '同じ文字や順番に並ぶ文字が4つ以上続かない',
  CONTAINS_ID: () => 'ご契約先IDや利用者IDを含まない',
  SAME_AS_CURRENT: () => '現在の暗証番号と違う',
  SAME_AS_PARTNER: () => '暗証番号と確認暗証番号が互いに違う',
};

export function pinRule(code: PinProblemCode, policy: PinPolicy): string {
  return pinRules[code](policy);
}

export const jaProblems: ProblemWords = { inputProblem, pinProblem, pinRule, fieldLabel };
