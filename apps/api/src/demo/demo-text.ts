import { formatJapan } from '@monban/domain/instant';
import { formatYen } from '@monban/domain/money';
import { byService, withNeeded } from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';

import { invocation } from '../cli/invocation.ts';
import { cardTable } from '../terminal/card-table.ts';
import { alignColumns, wrapItems } from '../terminal/columns.ts';
import type { DemoContract, DemoUser } from './kept-demo.ts';

/** No line is wider than this. */
const lineColumns = 100;

/** Who can log on with what, and the cards to read one-time passwords off. */
export function demoText(contracts: readonly DemoContract[], url: string): string {
  return [
    'The demo: made-up companies, as they were when it was made; PINs and locks may have changed since.',
    ...contracts.flatMap((contract) => ['', ...contractLines(contract)]),
    '',
    `Open ${url}/ and log on`,
    '  as the administrator: contract ID, contract PIN, and four digits off the card',
    '  as a user:            contract ID, user ID, user PIN',
    `The API: ${url}/graphql        Mails: ${url}/dev/mailbox`,
    `This list once more: ${invocation} demo`,
  ].join('\n');
}

function contractLines(contract: DemoContract): readonly string[] {
  const { contractId, name, users } = contract;
  const linkage = {
    LINKED: 'LINKED: seven wrong PINs of anybody stop everybody',
    UNLINKED: 'UNLINKED: seven wrong PINs of a user stop that user alone',
  };
  return [
    `== ${name} ==`,
    ...indent([
      `Contract ID    ${contractId}`,
      `Lock linkage   ${linkage[contract.lockLinkage]}`,
      ...administratorLines(contract),
      '',
      ...cardTable(contract.card),
      ...(users.length === 0 ? [] : ['', ...userLines(users)]),
    ]),
  ];
}

function administratorLines({ administrator, registrationPin }: DemoContract): readonly string[] {
  const { name, pins } = administrator;
  const first = `Administrator  ${name}`;
  if (pins === null)
    return [`${first}, not registered yet: registration PIN ${registrationPin ?? 'unknown'}`];
  return [first, `  contract PIN ${pins.pin}   contract confirmation PIN ${pins.confirmationPin}`];
}

function userLines(users: readonly DemoUser[]): readonly string[] {
  const heading = ['User ID', 'Name', 'State', 'User PIN', 'Confirmation PIN'];
  const [first = '', ...rows] = alignColumns([
    heading,
    ...users.map((user) => [user.userId, user.name, stateOf(user), user.pin, user.confirmationPin]),
  ]);
  const rights = users.map((user) => indent(wrapItems(rightsOf(user), lineColumns - 4)));
  return [first, ...rows.flatMap((row, index) => [row, ...(rights[index] ?? [])])];
}

function stateOf({ lockedBecause, temporaryUntil }: DemoUser): string {
  if (lockedBecause === 'WRONG_PINS') return 'locked by 7 wrong PINs';
  if (lockedBecause !== null) return 'locked by the administrator';
  if (temporaryUntil === null) return 'works';
  const [day = ''] = formatJapan(temporaryUntil, 'en').split(',');
  return `temporary PINs until ${day}`;
}

/** What the user may do, and for how much a time and a day (R13, R14). */
function rightsOf({ permissions, limits }: DemoUser): readonly string[] {
  const { labels } = words('en');
  return byService(withNeeded(permissions)).map(({ service, actions }) => {
    const limit = limits.find((each) => each.service === service)?.limit;
    const amounts =
      limit === undefined
        ? ''
        : ` up to ${formatYen(limit.perTransaction)}, ${formatYen(limit.perDay)} a day`;
    return `${labels.service[service]} (${actions.map((action) => labels.action[action].toLowerCase()).join(', ')}${amounts})`;
  });
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
