import { noticeState } from '@monban/domain/delivery';
import { parseContractId } from '@monban/domain/id';

import type { Queries } from '../../db/client.ts';
import { connection, readPage } from '../../graphql/connection.ts';
import { isMessageId } from '../../notices/message-id.ts';
import { noticeText } from '../../notices/write-mail.ts';
import type { Asked } from '../../operation.ts';
import type { UserView } from '../users/user-view.ts';
import {
  countNoticesOf,
  countUndelivered,
  type NoticesOf,
  selectNoticesOf,
  selectUndelivered,
  type Undelivered,
} from './notice.store.ts';

export interface PageArgs {
  readonly first: number;
  readonly after: string | null;
}

type Row = Awaited<ReturnType<typeof selectNoticesOf>>[number];

/** A notice as the schema shows it. Its mail's words are made anew, and never with a code. */
const noticeViews =
  ({ services: { settings } }: Asked) =>
  (row: Row) => {
    const { address, at, contractId, failedAt, messageId, reply, sentAt, tries } = row.notice;
    return {
      id: messageId,
      contractId,
      address,
      at,
      state: noticeState({ sentAt, failedAt }),
      sentAt,
      failedAt,
      tries,
      reply,
      language: row.notice.locale,
      ...noticeText(row, settings.bankName),
    };
  };

/** All that was told of a contract, to each address. */
export function contractNotices(contractId: string, args: PageArgs, asked: Asked) {
  return noticesOf({ contractId, user: null }, args, asked);
}

/** What was told to a user's present address and concerns them alone. */
export function userNotices(user: UserView, args: PageArgs, asked: Asked) {
  const { email, personKey } = user;
  if (email === null) return connection([], readPage(args.first, args.after), 0, String, String);
  const { contractId } = user.contract;
  return noticesOf({ contractId, user: { personKey, email } }, args, asked);
}

async function noticesOf(whose: NoticesOf, args: PageArgs, asked: Asked) {
  const { services } = asked;
  const page = readPage(args.first, args.after);
  const queries = () => services.database.reading(whose.contractId);
  const [rows, [total]] = await Promise.all([
    selectNoticesOf(queries(), whose, cursorOf(page.after), page.first + 1),
    countNoticesOf(queries(), whose),
  ]);
  return connection(
    rows,
    page,
    total?.count ?? 0,
    ({ notice }) => `${notice.number} ${notice.address}`,
    noticeViews(asked),
  );
}

function cursorOf(after: string | null) {
  const [, number, address] = /^(\d{1,15}) (.+)$/.exec(after ?? '') ?? [];
  return number === undefined || address === undefined ? null : { number: Number(number), address };
}

/** What nobody tries to send any more: of one contract, or of all; what was given up last first. */
export async function undeliveredNotices(
  { contractId: given, reply, since, ...args }: PageArgs & Undelivered,
  asked: Asked,
) {
  const { database } = asked.services;
  const page = readPage(args.first, args.after);
  const read = given === null ? null : parseContractId(given, 'contractId');
  if (read?.ok === false) return connection([], page, 0, String, String);
  const contractId = read?.value ?? null;
  const which = { contractId, reply, since };
  const after = failureOf(page.after);
  const find = (queries: Queries) =>
    Promise.all([
      selectUndelivered(queries, which, after, page.first + 1).execute(),
      countUndelivered(queries, which).execute(),
    ]);
  const [rows, [total]] =
    contractId === null
      ? await database.across(({ queries }) => find(queries))
      : await find(database.reading(contractId));
  return connection(
    rows,
    page,
    total?.count ?? 0,
    ({ notice }) => `${notice.failedAt} ${notice.messageId}`,
    noticeViews(asked),
  );
}

/** What is no cursor of ours stands before all of them. */
function failureOf(after: string | null) {
  const [, failedAt, messageId] = /^(\d{1,15}) (.+)$/.exec(after ?? '') ?? [];
  return failedAt === undefined || messageId === undefined || !isMessageId(messageId)
    ? null
    : { failedAt: Number(failedAt), messageId };
}
