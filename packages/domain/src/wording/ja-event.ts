import {
  administratorName,
  type AuthorizedTransaction,
  type CertificateOrigin,
  type CertificateRevokedBecause,
  type DeskNote,
  type ServiceLimit,
  type Who,
} from '../history-event.ts';
import { formatJapan } from '../instant.ts';
import type { Amounts } from '../limit.ts';
import { formatYen } from '../money.ts';
import { byService, type Permission } from '../permission.ts';
import type { LockReason } from '../status.ts';
import { labels } from './ja-labels.ts';
import type { EventTexts } from './vocabulary.ts';

export const eventTexts: EventTexts = {
  CONTRACT_OPENED: ({ name, services, lockLinkage }) =>
    `ご契約先（${name}）を開設しました。サービス: ${services
      .map(({ service, ceiling }) => labels.service[service] + inBrackets(ceiling))
      .join('、')}。暗証番号ロックの連動: ${labels.lockLinkage[lockLinkage]}。`,
  CARD_ISSUED: ({ serial, sent }) =>
    `お客様カード（${serial}）を${sent ? '発行しました。使い始めるまでは今のカードを使います。' : '発行しました。'}`,
  CARD_REPORTED_LOST: ({ serial }) =>
    `お客様カード（${serial}）の紛失の届け出を受け、使えなくしました。`,
  CARD_SHOWN: ({ serial }) => `お客様カード（${serial}）の表を、担当窓口で一度だけ表示しました。`,
  DESK_ACT_ASKED: ({ operation, actId }) =>
    `担当窓口で「${labels.waitingOperation[operation]}」が申請されました（申請番号: ${actId}）。別の担当者の承認を待っています。`,
  DESK_ACT_APPROVED: ({ operation, actId, askedBy }) =>
    `担当窓口で ${askedBy} が申請した「${labels.waitingOperation[operation]}」を、別の担当者が承認しました（申請番号: ${actId}）。`,
  DESK_ACT_DECLINED: ({ operation, actId, askedBy }) =>
    `担当窓口で ${askedBy} が申請した「${labels.waitingOperation[operation]}」は、取り下げられました（申請番号: ${actId}）。`,
  CARD_PUT_IN_FORCE: ({ serial, replaced }) =>
    `お客様カード（${serial}）の使用を開始しました。${replaced === null ? '' : `今までのカード（${replaced}）は使えません。`}`,
  ADMINISTRATOR_RESET: () =>
    '管理者に新しい登録用暗証番号を発行しました。今までのご契約先暗証番号とご契約先確認暗証番号は使えません。',
  CONTRACT_CLOSED: ({ closedAt }) =>
    `ご契約の解約を受け付けました。${formatJapan(closedAt, 'ja', 'MINUTE')}（日本時間）に解約となり、すべての利用が終わります。`,
  CONTRACT_KEPT: () => 'ご契約の解約を取り消しました。',
  CONTRACT_UNLOCKED: ({ lifted }) => `ご契約先の利用中止を解除しました。${reasons(lifted)}`,
  LOCK_LINKAGE_SET: () => '暗証番号ロックの連動を変更しました。',
  CONTRACT_RENAMED: () => 'ご契約先の名前を変更しました。',
  IDLE_MINUTES_SET: () => '自動終了までの時間を変更しました。',
  AUTHENTICATION_METHOD_SET: () => 'ログオンの認証方式を変更しました。',
  CONTRACT_SERVICES_SET: () => 'ご契約のサービスと限度額の枠を変更しました。',
  ADMINISTRATOR_REGISTERED: () => '管理者が開通確認を済ませました。',
  ADMINISTRATOR_LOGGED_ON: () => '管理者がログオンしました。',
  USER_LOGGED_ON: ({ userId }) => `利用者 ${userId} がログオンしました。`,
  LOGGED_OFF: ({ person }) => `${who(person)}がログオフしました。`,
  SESSION_ENDED_BY_NEWCOMER: ({ person }) =>
    `${who(person)}が新しくログオンしたため、それまでの利用を終了しました。`,
  WRONG_ENTRY: ({ person, secret, inARow }) =>
    `${who(person)}の${labels.secret[secret]}の入力に誤りがありました（連続${inARow}回目）。`,
  WARNED: ({ person, inARow }) => `${who(person)}の入力の誤りが連続${inARow}回になりました。`,
  CONTRACT_LOCKED: ({ reason, by }) =>
    `ご契約先の利用を中止しました。理由: ${labels.lockReason[reason]}${byWhom(reason, by)}。`,
  USER_LOCKED: ({ userId, reason }) =>
    `利用者 ${userId} の利用を中止しました。理由: ${labels.lockReason[reason]}。`,
  USER_UNLOCKED: ({ userId, lifted }) =>
    `利用者 ${userId} の利用中止を解除しました。${reasons(lifted)}`,
  PIN_CHANGED: ({ kind, person }) => `${who(person)}が${labels.pinKind[kind]}を変更しました。`,
  TEMPORARY_PINS_REPLACED: ({ userId }) =>
    `利用者 ${userId} が仮の暗証番号と仮の確認暗証番号を変更しました。`,
  USER_PINS_RESET: ({ userId, lifted }) =>
    `利用者 ${userId} に仮の暗証番号と仮の確認暗証番号を発行しました。${reasons(lifted)}`,
  USER_ADDED: ({ userId, name, email, permissions, limits }) =>
    `利用者 ${userId}（${name}）を追加しました。Eメールアドレス: ${email ?? 'なし'}。業務権限: ${rights(permissions)}。利用限度額: ${bounds(limits)}。`,
  USER_UPDATED: ({ userId }) => `利用者 ${userId} の登録内容を変更しました。`,
  USER_REMOVED: ({ userId, name }) => `利用者 ${userId}（${name}）を登録抹消しました。`,
  USER_PERMISSIONS_SET: ({ userId }) => `利用者 ${userId} の業務権限を変更しました。`,
  USER_LIMITS_SET: ({ userId }) => `利用者 ${userId} の利用限度額を変更しました。`,
  USER_ACCOUNTS_SET: ({ userId }) => `利用者 ${userId} の利用口座を変更しました。`,
  CONTRACT_LIMITS_SET: () => 'ご契約先の利用限度額を変更しました。',
  SESSION_ENDED: ({ person }) => `管理者が${who(person)}のログオンを終了させました。`,
  HISTORY_EXPORTED: ({ entries }) => `操作履歴をファイルに出力しました（${entries}件）。`,
  NOTIFICATION_ADDRESSES_SET: () => 'Eメール通知の宛先を変更しました。',
  NOTIFICATION_ADDRESS_CONFIRMED: ({ address }) =>
    `Eメール通知の宛先 ${address} を確認コードで有効にしました。`,
  MAIL_LANGUAGE_SET: () => 'お知らせメールの言語を変更しました。',
  LOGON_NOTICES_SET: ({ on, person }) =>
    `${who(person)}が、ご自身のログオンのお知らせを${on ? '受け取る' : '受け取らない'}ように変更しました。`,
  ADDRESS_BOUNCED: ({ address, person }) =>
    `${person.kind === 'USER' ? `利用者 ${person.userId} のメールアドレス` : 'Eメール通知の宛先'} ${address} にメールが届きません。アドレスを訂正するか、受信できるようにしてください。`,
  NOTICE_RESENT: ({ address, writtenAt }) =>
    `${formatJapan(writtenAt, 'ja')}（日本時間）の ${address} 宛てのお知らせをもう一度送ります。`,
  NOTICES_RESENT: ({ number, failedSince }) =>
    `${formatJapan(failedSince, 'ja')}（日本時間）以降に送れなかったお知らせ${number}件をもう一度送ります。`,
  NOTIFICATION_ADDRESS_ADDED: ({ address }) => `Eメール通知の宛先 ${address} を追加しました。`,
  CERTIFICATE_GRANTED: ({ person, until }) =>
    `${who(person)}に電子証明書の取得コードを発行しました。取得期限: ${formatJapan(until, 'ja', 'MINUTE')}（日本時間）。`,
  CERTIFICATE_ISSUED: ({ person, serial, until, how }) =>
    `${who(person)}の電子証明書（${serial}）を${certificateOrigins[how]}しました。有効期限: ${formatJapan(until, 'ja', 'MINUTE')}（日本時間）。`,
  CERTIFICATE_REVOKED: ({ person, serial, because }) =>
    `${who(person)}の電子証明書（${serial}）を失効させました。${certificateEnds[because]}`,
  CERTIFICATE_EXPIRING: ({ person, serial, until, days }) =>
    `${who(person)}の電子証明書（${serial}）の有効期限まで${days}日を切りました。有効期限: ${formatJapan(until, 'ja', 'MINUTE')}（日本時間）。`,
  TRANSACTION_AUTHORIZED: (transaction) =>
    `利用者 ${transaction.userId} が取引を確認し、認証されました。${transactionText(transaction)}`,
  AUTHORIZATION_CAPTURED: ({ reference, ...transaction }) =>
    `利用者 ${transaction.userId} の取引認証が使われました。${transactionText(transaction)}照会番号: ${reference}。`,
  AUTHORIZATION_VOIDED: (transaction) =>
    `利用者 ${transaction.userId} の取引認証が取り消されました。${transactionText(transaction)}`,
  CARD_DUE: ({ left, logons = 0 }) =>
    `${
      left > 0
        ? `お客様カードで、まだ使っていないマスだけでログオンできるのはあと${left}回です。`
        : `お客様カードの、まだ使っていないマスがなくなりました。一度使ったマスで、あと${logons}回ログオンできます。`
    }新しいカードをまだ申し込んでいないときは、担当窓口にお申し込みください。`,
  CARD_WITHDRAWN: ({ serial }) =>
    `お客様カード ${serial} を失効させました。カードの数字のもとになる銀行の鍵が、外に知られたおそれがあるためです。このカードではもうログオンできません。新しいカードを、担当窓口からお届けします。`,
  CARD_EXHAUSTED: ({ serial }) =>
    `お客様カード ${serial} を使い切りました。このカードではもうログオンできません。新しいカードの発行と使用開始を、担当窓口にお申し込みください。`,
  ATTEMPT_REFUSED: ({ because, person }) =>
    `${person === null ? '登録のない方' : who(person)}のログオンをお断りしました。理由: ${labels.refusedBecause[because]}。`,
  ACT_REFUSED: ({ operation, code }) =>
    `操作 ${operation} をお断りしました。理由: ${labels.refusalCode[code]}。`,
  REFUSALS_COUNTED: ({ because, number }) =>
    `ほかに${number}回、お断りしました。理由: ${{ ...labels.refusedBecause, ...labels.refusalCode }[because]}。`,
};

const certificateOrigins: Record<CertificateOrigin, string> = {
  GRANTED: '発行',
  RENEWED: '更新',
  REGISTERED: '登録',
};

const certificateEnds: Record<CertificateRevokedBecause, string> = {
  ASKED: '',
  USER_REMOVED: '理由: 登録抹消。',
  NEW_ADMINISTRATOR: '理由: 管理者の交代。',
  BY_ITS_AUTHORITY: '理由: 発行した認証局による失効。',
};

function transactionText({
  service,
  action,
  amount,
  accountNumber,
}: Omit<AuthorizedTransaction, 'userId'>): string {
  const account = accountNumber === null ? '' : `口座: ${accountNumber}。`;
  return `${labels.service[service]}（${labels.action[action]}）、金額: ${formatYen(amount)}。${account}`;
}

function who(person: Who): string {
  return person.kind === 'ADMINISTRATOR' ? '管理者' : `利用者 ${person.userId} `;
}

/** The desk is the bank's, and no clerk of it: who it was stands in the history, beside the text. */
function byWhom(reason: LockReason, by: string): string {
  if (reason === 'BY_DESK') return '';
  return by === administratorName ? '（管理者）' : `（利用者 ${by}）`;
}

export function noteText({ reference, identityCheck }: DeskNote): readonly string[] {
  return [
    ...(reference === null ? [] : [`受付番号: ${reference}。`]),
    ...(identityCheck === null ? [] : [`本人確認: ${labels.identityCheck[identityCheck]}。`]),
  ];
}

function reasons(lifted: readonly LockReason[]): string {
  if (lifted.length === 0) return '';
  return `解除した利用中止: ${lifted.map((reason) => labels.lockReason[reason]).join('、')}。`;
}

function rights(permissions: readonly Permission[]): string {
  const lines = byService(permissions).map(
    ({ service, actions }) =>
      `${labels.service[service]}（${actions.map((action) => labels.action[action]).join('・')}）`,
  );
  return lines.join('、') || 'なし';
}

function bounds(limits: readonly ServiceLimit[]): string {
  const lines = limits.map(({ service, limit }) => labels.service[service] + inBrackets(limit));
  return lines.join('、') || 'なし';
}

function inBrackets(amounts: Amounts | null): string {
  if (amounts === null) return '';
  return `（1回あたり${formatYen(amounts.perTransaction)}・1日あたり${formatYen(amounts.perDay)}）`;
}
