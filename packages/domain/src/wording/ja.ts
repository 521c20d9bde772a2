import { formatYen } from '../money.ts';
import type { LockScope } from '../lockout.ts';
import type { Collision, Hindrance, Prohibition, Refusal } from '../refusal.ts';
import { abilityReasons, consequence } from './ja-ability.ts';
import { change } from './ja-change.ts';
import { eventTexts, noteText } from './ja-event.ts';
import { labels } from './ja-labels.ts';
import { obstacles } from './ja-obstacle.ts';
import { fieldLabel, inputProblem, jaProblems, pinProblem } from './ja-problem.ts';
import { eventWords } from './event-words.ts';
import { type RefusalTexts, refusalText, type Words } from './vocabulary.ts';

const stops: Record<LockScope, string> = {
  MYSELF: 'あなたの利用が中止されます。',
  EVERYBODY: '管理者を含むご契約先全員の利用が中止されます。',
};

const prohibitions: Record<Prohibition, string> = {
  NO_PERMISSION: 'この操作の業務権限がありません。必要なときは管理者にお申し出ください。',
  ACCOUNT_NOT_ALLOWED:
    'この口座の利用が認められていません。別の口座を選ぶか、管理者にお申し出ください。',
  CREATED_BY_THEMSELVES: 'ご自身が作成したデータは承認できません。別の承認者に依頼してください。',
};

const collisions: Record<Collision, string> = {
  VERSION:
    '表示中に、内容がほかの方によって変更されました。最新の内容を確かめて、もう一度操作してください。',
  USER_ID_TAKEN:
    'この利用者IDは、今または以前に登録されたものです。利用者IDを別のものにしてください。',
  CONTRACT_ID_TAKEN:
    'このご契約先IDは、今または以前に登録されたものです。ご契約先IDを別のものにしてください。',
  CERTIFICATE_TAKEN:
    'この電子証明書は、このご契約先ですでに登録されています。別の電子証明書を指定してください。',
  IDEMPOTENCY_KEY_TAKEN:
    'この冪等キーは、別の内容の取引にすでに使われています。新しい取引には新しいキーを指定してください。',
};

const missing = {
  CONTRACT: 'ご契約先が見つかりません。ご契約先IDを確かめて入力し直してください。',
  USER: '利用者が見つかりません。利用者IDを確かめて入力し直してください。',
  NOTICE: 'お知らせが見つかりません。最新の一覧を確かめてください。',
  SESSION: 'この利用はすでに終わっています。最新の一覧を確かめてください。',
  AUTHORIZATION: '取引認証が見つかりません。番号を確かめて指定し直してください。',
  DESK_ACT: '申請が見つかりません。申請番号か、承認待ちの一覧を確かめてください。',
  CERTIFICATE: '電子証明書が見つかりません。最新の一覧を確かめてください。',
  RETRIEVAL_CODE:
    'この取得コードは使えません。入力を確かめてください。正しいときは、すでに使われたか、期限が切れたか、新しいコードに替わっています。利用者の方は貴社の管理者に、管理者の方は担当窓口に、新しい取得コードをお申し出ください。',
  NOTIFICATION_ADDRESS: 'この宛先は登録されていません。最新の一覧を確かめてください。',
} as const;

const layers = { USER: 'あなたの利用限度額', CONTRACT: 'ご契約先の利用限度額' } as const;
const periods = { TRANSACTION: '1回あたり', DAY: '1日あたり' } as const;

const texts: RefusalTexts = {
  LOGON_REFUSED: () =>
    'ログオンできませんでした。入力内容に誤りがあるか、必要な電子証明書を確認できないか、サービスの利用が中止されています。入力内容を確かめて（電子証明書をお使いの方は、選んだ電子証明書も）、もう一度入力してください。解決しないときは、いずれの場合も、利用者の方は貴社の管理者に、管理者の方は担当窓口にお問い合わせください。',
  WRONG_PIN: ({ attemptsLeft, locks, withCard }) =>
    attemptsLeft > 0
      ? `${entered(withCard)}が違います。確かめて入力し直してください。続けてあと${attemptsLeft}回誤ると、${stops[locks]}`
      : `${entered(withCard)}が違います。誤りが続いたため、利用が中止されました。利用者の方は貴社の管理者に、管理者の方は担当窓口にお申し出ください。`,
  PIN_POLICY: ({ policy, problems }) =>
    problems.map(({ pin, code }) => `${fieldLabel(pin)}: ${pinProblem(code, policy)}`).join(' '),
  INVALID_INPUT: ({ problems }) => problems.map((each) => inputProblem(each)).join(' '),
  NOT_PERMITTED: ({ because }) => prohibitions[because],
  LIMIT_EXCEEDED: ({ layer, period, left }) =>
    `金額が${layers[layer]}（${periods[period]}）を超えています。${
      left === null ? '金額を下げるか' : `金額を${formatYen(left)}以下にするか`
    }、管理者にお申し出ください。`,
  CONFLICT: ({ about }) => collisions[about],
  NOT_FOUND: ({ what }) => missing[what],
  NOT_ALLOWED_NOW: ({ because }) => obstacles[because],
  TRY_AGAIN: ({ because, retryAfterSeconds }) =>
    `${hindrances[because]}入力は誤りに数えていません。${
      retryAfterSeconds === 0 ? '' : `${duration(retryAfterSeconds)}ほど待って、`
    }もう一度操作してください。${because === 'ADDRESS_LIMITED' ? 'お急ぎのときは担当窓口にお電話ください。' : ''}`,
};

const hindrances: Record<Hindrance, string> = {
  BUSY: 'ただいま混み合っているため、処理していません。',
  ADDRESS_LIMITED:
    'お使いの接続元から誤った入力が続いたため、この接続元からのログオンをしばらく受け付けていません。',
  CHALLENGE_PASSED: 'お客様カードの読み取るマスが変わりました。今のマスを読み取ってください。',
  AUTHORITY_AWAY: 'ただいま電子証明書を発行できません。',
};

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分`;
}

function entered(withCard?: true): string {
  return withCard === true ? '入力した暗証番号またはワンタイムパスワード' : '入力した暗証番号';
}

export const ja: Words = {
  locale: 'ja',
  labels,
  refusal: (refusal: Refusal) => refusalText(texts, refusal.code, refusal),
  ...jaProblems,
  obstacle: (obstacle) => obstacles[obstacle],
  abilityReason: (reason) => abilityReasons[reason],
  change,
  consequence,
  ...eventWords({ texts: eventTexts, change, note: noteText, stop: '。', between: '' }),
};
