import { parseArgs } from 'node:util';

import { isMoneyService } from '@monban/domain/limit';
import { parseYenText } from '@monban/domain/money';
import { type Service, services as everyService } from '@monban/domain/permission';

import { cardTable } from '../terminal/card-table.ts';
import { askServer } from './ask-server.ts';
import { type Command, CommandError, type Output } from './command.ts';
import { developmentToken, standardClerk, standardClient } from './development-token.ts';
import { type Opened, textOf, textOfWaiting, type Waiting } from './open-contract-text.ts';
import { reserveSheetFile, type SheetFile } from './sheet-file.ts';

/** @param sheet what is asked of the card besides: its sheet, or nothing */
const documentWith = (sheet: 'sheetPdf' | '') => `mutation ($input: OpenContractInput!) {
  answer: openContract(input: $input) {
    __typename
    ... on ContractOpened { registrationPin contract { contractId name } card { serial columns rows digits ${sheet} } }
    ... on DeskActWaiting { act { actId contractId expiresAt } }
    ... on Refusal { message }
  }
}`;

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
    '[--contract ID] [--administrator NAME] [--address MAIL] [--reference TEXT] [--token TOKEN] [--sheet FILE.pdf] [--json]',
  async run(words, readSettings): Promise<Output> {
    const { token, sheet, ...input } = readWords(words);
    const settings = readSettings();
    const proof = token ?? developmentToken(settings, standardClient, standardClerk, ['desk']);
    const file = sheet === undefined ? null : reserveSheetFile(sheet);
    let answer: Opened | Waiting;
    try {
      answer = await askServer<Opened | Waiting>(
        settings.url,
        proof,
        documentWith(file === null ? '' : 'sheetPdf'),
        input,
        ['ContractOpened', 'DeskActWaiting'],
      );
    } catch (error) {
      file?.drop();
      throw error;
    }
    return answer.__typename === 'DeskActWaiting'
      ? toldToWait(answer, file)
      : toldOpened(answer, file, sheet ?? '');
  },
};

function toldToWait(answer: Waiting, file: SheetFile | null): Output {
  file?.drop();
  return { text: textOfWaiting(answer), json: answer.act };
}

/** With a sheet its digits stand there, and nowhere else: terminals keep what they show. */
function toldOpened(answer: Opened, file: SheetFile | null, sheet: string): Output {
  const { contract, registrationPin, card } = answer;
  const { sheetPdf = null, ...shown } = card;
  if (file !== null && sheetPdf !== null) {
    file.keep(sheetPdf);
    const json = { ...contract, registrationPin, card: { serial: card.serial, sheet } };
    return { text: textOf(answer, [`Card ${card.serial}: to print, in ${sheet}`]), json };
  }
  // Shown this once: where no sheet could be made, the table is.
  file?.drop();
  return {
    text: textOf(answer, cardTable(card)),
    json: { ...contract, registrationPin, card: shown },
  };
}

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
  sheet: { type: 'string' },
} as const;

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch {
    throw new CommandError(`expected: ${openContract.usage}`, true);
  }
}

function readWords(words: readonly string[]) {
  const { name, linked, unlinked, service, contract, administrator, address, ...more } =
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
    reference: more.reference ?? null,
    token: more.token,
    sheet: more.sheet,
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
