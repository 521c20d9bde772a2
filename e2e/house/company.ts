import { signDevelopmentToken } from '@monban/api/bank/development-issuer';
import { openKeyRing } from '@monban/api/secrets/key-ring';
import { type Api, connect } from './api.ts';

/** Where the tests' server is, and the folder of its keys. */
export interface House {
  readonly url: string;
  readonly dataDir: string;
}

/** PINs that keep to the rules. */
export const pins = {
  contract: 'river-stone-42',
  contractConfirmation: 'paper-crane-77',
  user: 'green-tea-time',
  userConfirmation: 'window-seat-93',
  wrong: 'not-the-right-one',
} as const;

/** What the company holds in its hands: two letters from the bank. */
export interface Letters {
  readonly contractId: string;
  readonly registrationPin: string;
  readonly card: Card;
}

/** The back of the customer card (R8). */
export interface Card {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row, one digit a column. */
  readonly digits: readonly string[];
}

/** The digit of one cell. */
export function digitAt({ columns, rows, digits }: Card, column: string, row: string): string {
  return digits[rows.indexOf(row)]?.charAt(columns.indexOf(column)) ?? '';
}

export interface Company extends Letters {
  readonly name: string;
  /** The administrator's own connection: another session than any browser's. */
  readonly administrator: Api;
}

export interface Opening {
  readonly lockLinkage?: 'LINKED' | 'UNLINKED';
  /** Where notices go, from the bank's paper form. */
  readonly notificationAddress?: string;
}

const companyName = '株式会社みどり製作所';
const administratorName = '岡田 和子';

/** A token of the bank's for ten minutes, as the clerk at the desk has one. */
export function tokenOfTheBank(
  house: House,
  scopes: readonly ('desk' | 'transactions' | 'read' | 'mail')[],
  subject = 'clerk1',
): string {
  const { bankDevelopment } = openKeyRing({ keysFile: null, dataDir: house.dataDir });
  if (bankDevelopment === null) throw new Error('The ring of a test has a development issuer.');
  const clerk = { clientId: 'branch', subject, scopes, validSeconds: 600 };
  return signDevelopmentToken(bankDevelopment, clerk, Date.now());
}

/** The bank's desk. */
export function deskOf(house: House): Api {
  return connect(house.url, { authorization: `Bearer ${tokenOfTheBank(house, ['desk'])}` });
}

/** The desk opens a contract; nobody has registered yet. */
export async function openContract(house: House, opening: Opening = {}): Promise<Letters> {
  const opened = await deskOf(house).act<{
    readonly contract: { readonly contractId: string };
    readonly registrationPin: string;
    readonly card: Card;
  }>(
    'openContract',
    `... on ContractOpened { contract { contractId } registrationPin card { columns rows digits } }`,
    {
      name: companyName,
      administratorName,
      lockLinkage: opening.lockLinkage ?? 'UNLINKED',
      notificationAddress: opening.notificationAddress ?? null,
      services: [
        { service: 'BALANCE_INQUIRY' },
        { service: 'FUNDS_TRANSFER', ceiling: { perTransaction: 1_000_000, perDay: 5_000_000 } },
        { service: 'BULK_TRANSFER', ceiling: { perTransaction: 9_000_000, perDay: 9_000_000 } },
      ],
    },
  );
  const { card, registrationPin } = opened;
  return { contractId: opened.contract.contractId, registrationPin, card };
}

/** A contract whose administrator has registered, and works with the PINs above. */
export async function openCompany(house: House, opening: Opening = {}): Promise<Company> {
  const letters = await openContract(house, opening);
  const administrator = connect(house.url);
  await administrator.act('registerAdministrator', '', {
    ...(await answerOf(administrator, letters)),
    registrationPin: letters.registrationPin,
    contractPin: pins.contract,
    contractConfirmationPin: pins.contractConfirmation,
  });
  return { ...letters, name: companyName, administrator };
}

/** The administrator logs on so often, which uses four cells of the card each time. */
export async function useCard(company: Company, times: number): Promise<void> {
  const { administrator } = company;
  for (let time = 0; time < times; time += 1)
    await administrator.act('logOnAdministrator', '', {
      ...(await answerOf(administrator, company)),
      contractPin: pins.contract,
    });
}

/** What the card that is asked answers. */
async function answerOf(api: Api, { card, contractId }: Pick<Letters, 'card' | 'contractId'>) {
  const { cardChallenge } = await api.send<{
    readonly cardChallenge: {
      readonly id: string;
      readonly cells: readonly { readonly column: string; readonly row: string }[];
    };
  }>(`query ($id: ContractId!) { cardChallenge(contractId: $id) { id cells { column row } } }`, {
    id: contractId,
  });
  const digits = cardChallenge.cells.map(({ column, row }) => digitAt(card, column, row));
  return { contractId, challengeId: cardChallenge.id, oneTimePassword: digits.join('') };
}

export interface TemporaryPins {
  readonly pin: string;
  readonly confirmationPin: string;
}

/** Adds a user, who has not logged on yet. */
export async function addUser(
  { administrator }: Company,
  userId: string,
  name: string,
): Promise<TemporaryPins> {
  const added = await administrator.act<{ readonly temporaryPins: TemporaryPins }>(
    'addUser',
    `... on UserAdded { temporaryPins { pin confirmationPin } }`,
    {
      userId,
      name,
      permissions: [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }],
      limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 100_000, perDay: 500_000 } }],
      confirmationPin: pins.contractConfirmation,
    },
  );
  return added.temporaryPins;
}

/** Adds a user who has chosen their own PINs: those above. */
export async function appointUser(
  house: House,
  company: Company,
  userId: string,
  name: string,
): Promise<Api> {
  const temporary = await addUser(company, userId, name);
  const user = connect(house.url);
  const { contractId } = company;
  await user.act('logOnUser', '', { contractId, userId, userPin: temporary.pin });
  await user.act('replaceTemporaryPins', '', {
    temporaryConfirmationPin: temporary.confirmationPin,
    newPin: pins.user,
    newConfirmationPin: pins.userConfirmation,
  });
  return user;
}

/** A user logged on at the bank's transfer system, which asks in their name. */
export async function logOnThroughBank(
  house: House,
  { contractId }: Letters,
  userId: string,
): Promise<Api> {
  const authorization = `Bearer ${tokenOfTheBank(house, ['transactions'])}`;
  const { sessionToken } = await connect(house.url, { authorization }).act<{
    readonly sessionToken: string;
  }>('logOnUser', '... on LoggedOn { sessionToken }', { contractId, userId, userPin: pins.user });
  return connect(house.url, { authorization, 'monban-session': sessionToken });
}

/** The desk issues a further card, which is on its way to the company. */
export async function issueCard(house: House, { contractId }: Letters): Promise<Card> {
  const { card } = await deskOf(house).act<{ readonly card: Card & { readonly serial: string } }>(
    'issueCard',
    `... on CardIssued { card { serial columns rows digits } }`,
    { contractId },
  );
  return card;
}

/** A retrieval code: the administrator's for a user, or the desk's for the administrator. */
export async function grantCertificate(
  house: House,
  { administrator, contractId }: Company,
  userId: string | null,
): Promise<string> {
  const [by, input] =
    userId === null
      ? [deskOf(house), { contractId }]
      : [administrator, { userId, confirmationPin: pins.contractConfirmation }];
  const { retrievalCode } = await by.act<{ readonly retrievalCode: string }>(
    'grantCertificate',
    '... on CertificateGranted { retrievalCode }',
    input,
  );
  return retrievalCode;
}
