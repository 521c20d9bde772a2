import { parseArgs } from 'node:util';

import { isMoneyService } from '@monban/domain/limit';
import { parseYenText } from '@monban/domain/money';
import { type Service, services as everyService } from '@monban/domain/permission';

import { type CardShown, cardTable } from '../terminal/card-table.ts';
import { askServer } from './ask-server.ts';
import { type Command, CommandError, type Output } from './command.ts';
import { developmentToken, standardClerk, standardClient } from './development-token.ts';

const document = `mutation ($input: OpenContractInput!) {
  answer: openContract(input: $input) {
    __typename
    ... on ContractOpened { registrationPin contract { contractId name } card { serial columns rows digits } }
    ... on DeskActWaiting { act { actId contractId expiresAt } }
    ... on Refusal { message }
  }
}`;

interface Opened {
  readonly __typename: 'ContractOpened';
  readonly registrationPin: string;
  readonly contract: { readonly contractId: string; readonly name: string };
  readonly card: CardShown;
}

/** Two persons: nothing has been opened yet. */
interface Waiting {
  readonly __typename: 'DeskActWaiting';
  readonly act: {
    readonly actId: string;
    readonly contractId: string;
    readonly expiresAt: string;
  };
}

/** What a contract has when nothing else is said. */
const standardServices = [
  'BALANCE_INQUIRY',
  'ACTIVITY_STATEMENT',
  'FUNDS_TRANSFER=1000000/5000000',
];

/** Opens a contract as the desk does: registration PIN and card are shown this once. */
export const openContract: Command = {
  usage:
    'open-contract --name NAME [--linked | --unlinked] [--service NAME[=PER_TRANSACTION/PER_DAY] …] ' +
    '[--contract ID] [--administrator NAME] [--address MAIL] [--reference TEXT] [--token TOKEN] [--json]',
  async run(words, readSettings): Promise<Output> {
    const { token, ...input } = readWords(words);
    const settings = readSettings();
    const proof = token ?? developmentToken(settings, standardClient, standardClerk, ['desk']);
    const answer = await askServer<Opened | Waiting>(settings.url, proof, document, input, [
      'ContractOpened',
      'DeskActWaiting',
    ]);
    if (answer.__typename === 'DeskActWaiting')
      return { text: textOfWaiting(answer), json: answer.act };
    const { contract, registrationPin, card } = answer;
    return { text: textOf(answer), json: { ...contract, registrationPin, card } };
  },
};

const options = {
  name: { type: 'string' },
  linked: { type: 'boolean', default: false },
  unlinked: { type: 'boolean', default: false },
  service: { type: 'string', multiple: true, default: standardServices },
  contract: { type: 'string' },
  administrator: { type: 'string' },
  address: { type: 'string' },
  reference: { type: 'string' },
  token: { type: 'string' },
} as const;

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch {
    throw new CommandError(`expected: ${openContract.usage}`, true);
  }
}

function readWords(words: readonly string[]) {
  const { name, linked, unlinked, service, contract, administrator, address, reference, token } =
    parse(words);
  if (name === undefined) throw new CommandError('--name is needed: the company’s.', true);
  if (linked && unlinked)
    throw new CommandError('--linked and --unlinked exclude each other.', true);
  return {
    name,
    lockLinkage: linked ? 'LINKED' : 'UNLINKED',
    services: service.map(readService),
    contractId: contract ?? null,
    administratorName: administrator ?? null,
    notificationAddress: address ?? null,
    reference: reference ?? null,
    token,
  };
}

/** `FUNDS_TRANSFER=1000000/5000000`: the desk's ceiling, a time and a day. */
function readService(text: string) {
  const [name = '', ceiling] = text.split('=', 2);
  const service = everyService.find((each) => each === name);
  if (service === undefined) {
    throw new CommandError(`--service takes ${everyService.join(', ')}.`, true);
  }
  if (ceiling === undefined) return { service };
  return { service, ceiling: readCeiling(service, ceiling) };
}

function readCeiling(service: Service, text: string) {
  const [perTransaction = Number.NaN, perDay = Number.NaN, ...more] = text.split('/').map(readYen);
  if (Number.isNaN(perTransaction + perDay) || more.length > 0) {
    throw new CommandError('a ceiling is two amounts in yen: PER_TRANSACTION/PER_DAY.', true);
  }
  if (!isMoneyService(service))
    throw new CommandError(`${service} moves no money: no ceiling.`, true);
  return { perTransaction, perDay };
}

function readYen(text: string): number {
  const read = parseYenText(text, 'ceiling');
  return read.ok ? read.value : Number.NaN;
}

function textOf({ contract, registrationPin, card }: Opened): string {
  return [
    `Opened for ${contract.name}.`,
    `Contract ID       ${contract.contractId}`,
    `Registration PIN  ${registrationPin}`,
    '',
    ...cardTable(card),
    '',
    'Shown this once. The administrator registers with the contract ID, this PIN and the card.',
  ].join('\n');
}

/** What to do next; the mutations as they are sent. */
function textOfWaiting({ act: { actId, contractId, expiresAt } }: Waiting): string {
  return [
    'Asked for. Nothing has been opened: another person at the desk has to approve it (MONBAN_TWO_PERSONS).',
    `Act               ${actId}`,
    `Contract ID       ${contractId}, from then on`,
    `Approve before    ${expiresAt}`,
    '',
    '1. Another person approves, and is shown the registration PIN, once:',
    `   mutation { approveDeskAct(input: { actId: "${actId}" }) { ... on DeskActApproved { registrationPin } ... on Refusal { message } } }`,
    '2. You, or anybody else but the one who approved, fetch the card, once:',
    `   mutation { showCard(input: { contractId: "${contractId}" }) { ... on CardShown { card { serial columns rows digits } } ... on Refusal { message } } }`,
    '',
    'To take it back, declineDeskAct with the same actId. In development another person’s token comes from',
    '`npm run -s monban -- bank-token --scope desk --sub clerk2`.',
  ].join('\n');
}
