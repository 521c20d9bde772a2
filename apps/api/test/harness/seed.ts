import type { BankScope } from '../../src/bank/bank-caller.ts';
import { signDevelopmentToken } from '../../src/bank/development-issuer.ts';
import { openKeyRing } from '../../src/secrets/key-ring.ts';
import { type Client, connect } from './client.ts';
import type { Ground } from './server.ts';

/** PINs that keep to the rules; tests that need others say so. */
export const pins = {
  contract: 'river-stone-42',
  contractConfirmation: 'paper-crane-77',
  user: 'green-tea-time',
  userConfirmation: 'window-seat-93',
  wrong: 'not-the-right-one',
} as const;

/** An authorisation as its bank system sees it. */
export interface Authorized {
  readonly id: string;
  readonly status: string;
  readonly voidedBecause: string | null;
  readonly amount: number;
  readonly expiresAt: string;
  readonly captureReference: string | null;
  readonly token: string | null;
}

/** What an operation answers: its union member with the fields that were asked for. */
export interface Answered {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly attemptsLeft?: number;
  readonly locks?: string;
  readonly because?: string;
  readonly retryAfterSeconds?: number;
  readonly problems?: readonly {
    readonly path?: string;
    readonly pin?: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly user?: {
    readonly userId: string;
    readonly status: string;
    readonly wrongPins: number;
    readonly locks: readonly { readonly reason: string }[];
  };
  readonly authorization?: Authorized;
  readonly layer?: string;
  readonly period?: string;
  readonly left?: number | null;
  readonly registrationPin?: string | null;
  readonly card?: { readonly serial: string; readonly digits: readonly string[] } | null;
  readonly entries?: number;
  readonly csv?: string;
  readonly contract?: { readonly status: string };
  readonly act?: { readonly actId: string; readonly contractId: string };
  readonly temporaryPins?: { readonly pin: string; readonly confirmationPin: string };
  readonly mustReplacePins?: boolean;
  readonly sessionToken?: string | null;
  readonly session?: { readonly id: string };
  readonly viewer?: { readonly __typename: string };
  readonly retrievalCode?: string;
  readonly pem?: string;
  readonly chain?: readonly string[];
  readonly certificate?: {
    readonly thumbprint: string;
    readonly serial: string;
    readonly person: string;
    readonly status: string;
    readonly until: string;
  };
  readonly preparedPins?: readonly string[];
  readonly users?: readonly {
    readonly user: { readonly userId: string };
    readonly temporaryPins: { readonly pin: string; readonly confirmationPin: string };
  }[];
}

const refusals = `... on Refusal { code message } ... on TryAgain { because retryAfterSeconds }`;
const desk = `... on Refusal { code message } ... on InvalidInput { problems { path code message } }`;
const waits = `... on DeskActWaiting { act { actId contractId operation input askedBy askedAt expiresAt } }`;
const wrongPin = `... on WrongPin { attemptsLeft locks }`;
const problems = `... on InvalidInput { problems { path code message } }`;
const userParts = `userId name email status version accounts permissions { service action } limits { service limit { perTransaction perDay } } locks { reason }`;
const contractParts = `version services { service limit { perTransaction perDay } } notificationAddresses { address status }`;
export const authorizationParts = `id status voidedBecause amount expiresAt captureReference token`;
const certificateParts = `thumbprint serial person status authority until renewableFrom revokedAt`;
const pinProblems = `... on PinPolicyViolated { problems { pin code message } }`;

/** Every operation of the API with all that it can answer, as documents that the tests share. */
export const documents = {
  registerAdministrator: `mutation ($input: RegisterAdministratorInput!) { answer: registerAdministrator(input: $input) { __typename ... on LoggedOn { mustReplacePins session { id } viewer { __typename } } ${refusals} ${problems} ${pinProblems} } }`,
  logOnAdministrator: `mutation ($input: LogOnAdministratorInput!) { answer: logOnAdministrator(input: $input) { __typename ... on LoggedOn { mustReplacePins session { id } viewer { __typename } } ${refusals} ${problems} } }`,
  logOnUser: `mutation ($input: LogOnUserInput!) { answer: logOnUser(input: $input) { __typename ... on LoggedOn { mustReplacePins sessionToken session { id } viewer { __typename } } ${refusals} ${problems} } }`,
  logOff: `mutation { answer: logOff { __typename } }`,
  changePin: `mutation ($input: ChangePinInput!) { answer: changePin(input: $input) { __typename ${refusals} ${wrongPin} ${problems} ${pinProblems} } }`,
  replaceTemporaryPins: `mutation ($input: ReplaceTemporaryPinsInput!) { answer: replaceTemporaryPins(input: $input) { __typename ${refusals} ${wrongPin} ${problems} ${pinProblems} } }`,
  addUser: `mutation ($input: AddUserInput!) { answer: addUser(input: $input) { __typename ... on UserAdded { user { userId status } temporaryPins { pin confirmationPin } } ${refusals} ${wrongPin} ${problems} } }`,
  prepareTemporaryPins: `mutation ($input: PrepareTemporaryPinsInput!) { answer: prepareTemporaryPins(input: $input) { __typename ... on TemporaryPinsPrepared { preparedPins } ${refusals} ${problems} } }`,
  importUsers: `mutation ($input: ImportUsersInput!) { answer: importUsers(input: $input) { __typename ... on UsersImported { users { user { userId status } temporaryPins { pin confirmationPin } } } ${refusals} ${wrongPin} ${problems} } }`,
  resetUserPins: `mutation ($input: ResetUserPinsInput!) { answer: resetUserPins(input: $input) { __typename ... on UserPinsReset { user { userId status } temporaryPins { pin confirmationPin } } ${refusals} ${wrongPin} ${problems} } }`,
  lockUser: `mutation ($input: LockUserInput!) { answer: lockUser(input: $input) { __typename ... on UserLocked { user { userId status wrongPins locks { reason } } } ${refusals} ${wrongPin} ${problems} } }`,
  unlockUser: `mutation ($input: UnlockUserInput!) { answer: unlockUser(input: $input) { __typename ... on UserUnlocked { user { userId status wrongPins locks { reason } } } ${refusals} ${wrongPin} ${problems} } }`,
  updateUser: `mutation ($input: UpdateUserInput!) { answer: updateUser(input: $input) { __typename ... on UserUpdated { user { ${userParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  removeUser: `mutation ($input: RemoveUserInput!) { answer: removeUser(input: $input) { __typename ... on UserRemoved { user { ${userParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  setUserPermissions: `mutation ($input: SetUserPermissionsInput!) { answer: setUserPermissions(input: $input) { __typename ... on UserPermissionsSet { user { ${userParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  setUserLimits: `mutation ($input: SetUserLimitsInput!) { answer: setUserLimits(input: $input) { __typename ... on UserLimitsSet { user { ${userParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  setUserAccounts: `mutation ($input: SetUserAccountsInput!) { answer: setUserAccounts(input: $input) { __typename ... on UserAccountsSet { user { ${userParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  setUserRights: `mutation ($input: SetUserRightsInput!) { answer: setUserRights(input: $input) { __typename ... on UserRightsSet { users { ${userParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  lockMyself: `mutation ($input: LockMyselfInput!) { answer: lockMyself(input: $input) { __typename ... on UserLocked { user { userId status locks { reason } } } ${refusals} ${wrongPin} ${problems} } }`,
  setContractLimits: `mutation ($input: SetContractLimitsInput!) { answer: setContractLimits(input: $input) { __typename ... on ContractLimitsSet { contract { ${contractParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  setNotificationAddresses: `mutation ($input: SetNotificationAddressesInput!) { answer: setNotificationAddresses(input: $input) { __typename ... on NotificationAddressesSet { contract { ${contractParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  confirmNotificationAddress: `mutation ($input: ConfirmNotificationAddressInput!) { answer: confirmNotificationAddress(input: $input) { __typename ... on NotificationAddressConfirmed { contract { ${contractParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  endSession: `mutation ($input: EndSessionInput!) { answer: endSession(input: $input) { __typename ... on SessionEnded { contract { sessions { id } } } ${refusals} ${wrongPin} ${problems} } }`,
  lockContract: `mutation ($input: LockContractInput!) { answer: lockContract(input: $input) { __typename ... on ContractLocked { contract { status } } ${refusals} ${wrongPin} ${problems} } }`,
  reportCardLost: `mutation ($input: ReportCardLostInput!) { answer: reportCardLost(input: $input) { __typename ... on CardReportedLost { contract { status card { status } } } ${refusals} ${wrongPin} ${problems} } }`,
  exportHistory: `mutation ($input: ExportHistoryInput!) { answer: exportHistory(input: $input) { __typename ... on HistoryExported { entries csv } ${refusals} ${wrongPin} ${problems} } }`,
  authorizeTransaction: `mutation ($input: AuthorizeTransactionInput!) { answer: authorizeTransaction(input: $input) { __typename ... on TransactionAuthorized { authorization { ${authorizationParts} } } ... on LimitExceeded { layer period left } ${refusals} ${wrongPin} ${problems} } }`,
  captureAuthorization: `mutation ($input: CaptureAuthorizationInput!) { answer: captureAuthorization(input: $input) { __typename ... on AuthorizationCaptured { authorization { ${authorizationParts} } } ${desk} } }`,
  voidAuthorization: `mutation ($input: VoidAuthorizationInput!) { answer: voidAuthorization(input: $input) { __typename ... on AuthorizationVoided { authorization { ${authorizationParts} } } ... on Refusal { code message } } }`,
  openContract: `mutation ($input: OpenContractInput!) { answer: openContract(input: $input) { __typename ... on ContractOpened { registrationPin card { serial columns rows digits } contract { contractId status } } ${waits} ${desk} } }`,
  issueCard: `mutation ($input: IssueCardInput!) { answer: issueCard(input: $input) { __typename ... on CardIssued { card { serial columns rows digits } contract { contractId status } } ${waits} ${desk} } }`,
  approveDeskAct: `mutation ($input: ApproveDeskActInput!) { answer: approveDeskAct(input: $input) { __typename ... on DeskActApproved { act { actId contractId operation askedBy } registrationPin contract { contractId status } } ${desk} } }`,
  declineDeskAct: `mutation ($input: DeclineDeskActInput!) { answer: declineDeskAct(input: $input) { __typename ... on DeskActDeclined { act { actId contractId operation askedBy } } ${desk} } }`,
  showCard: `mutation ($input: ShowCardInput!) { answer: showCard(input: $input) { __typename ... on CardShown { card { serial columns rows digits } contract { contractId status } } ${desk} } }`,
  unlockContract: `mutation ($input: UnlockContractInput!) { answer: unlockContract(input: $input) { __typename ... on ContractUnlocked { contract { status } } ${desk} } }`,
  activateCard: `mutation ($input: ActivateCardInput!) { answer: activateCard(input: $input) { __typename ... on CardPutInForce { contract { card { serial status freshLogonsLeft } sentCard { serial } } } ${refusals} ${wrongPin} ${problems} } }`,
  putCardInForce: `mutation ($input: PutCardInForceInput!) { answer: putCardInForce(input: $input) { __typename ... on CardPutInForce { contract { card { serial status } sentCard { serial } } } ${waits} ${desk} } }`,
  resetAdministrator: `mutation ($input: ResetAdministratorInput!) { answer: resetAdministrator(input: $input) { __typename ... on AdministratorReset { registrationPin contract { status administrator { name status } } } ${waits} ${desk} } }`,
  closeContract: `mutation ($input: CloseContractInput!) { answer: closeContract(input: $input) { __typename ... on ContractClosed { contract { status closedAt } } ${waits} ${desk} } }`,
  keepContract: `mutation ($input: KeepContractInput!) { answer: keepContract(input: $input) { __typename ... on ContractKept { contract { status closedAt } } ${desk} } }`,
  renameContract: `mutation ($input: RenameContractInput!) { answer: renameContract(input: $input) { __typename ... on ContractRenamed { contract { name version } } ${desk} } }`,
  setIdleMinutes: `mutation ($input: SetIdleMinutesInput!) { answer: setIdleMinutes(input: $input) { __typename ... on IdleMinutesSet { contract { idleMinutes version } } ${desk} } }`,
  setAuthenticationMethod: `mutation ($input: SetAuthenticationMethodInput!) { answer: setAuthenticationMethod(input: $input) { __typename ... on AuthenticationMethodSet { contract { authenticationMethod version } } ${waits} ${desk} } }`,
  setContractServices: `mutation ($input: SetContractServicesInput!) { answer: setContractServices(input: $input) { __typename ... on ContractServicesSet { contract { version services { service ceiling { perTransaction perDay } limit { perTransaction perDay } } } } ${waits} ${desk} } }`,
  grantCertificate: `mutation ($input: GrantCertificateInput!) { answer: grantCertificate(input: $input) { __typename ... on CertificateGranted { retrievalCode grant { person name until } } ${refusals} ${wrongPin} ${problems} } }`,
  requestCertificate: `mutation ($input: RequestCertificateInput!) { answer: requestCertificate(input: $input) { __typename ... on CertificateIssued { pem chain certificate { ${certificateParts} } } ${refusals} ${problems} } }`,
  renewCertificate: `mutation ($input: RenewCertificateInput!) { answer: renewCertificate(input: $input) { __typename ... on CertificateIssued { pem chain certificate { ${certificateParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  revokeCertificate: `mutation ($input: RevokeCertificateInput!) { answer: revokeCertificate(input: $input) { __typename ... on CertificateRevoked { certificate { ${certificateParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  registerCertificate: `mutation ($input: RegisterCertificateInput!) { answer: registerCertificate(input: $input) { __typename ... on CertificateRegistered { certificate { ${certificateParts} } } ${desk} } }`,
  setMailLanguage: `mutation ($input: SetMailLanguageInput!) { answer: setMailLanguage(input: $input) { __typename ... on MailLanguageSet { contract { mailLanguage ${contractParts} } } ${refusals} ${wrongPin} ${problems} } }`,
  setLogonNotices: `mutation ($input: SetLogonNoticesInput!) { answer: setLogonNotices(input: $input) { __typename ... on LogonNoticesSet { viewer { __typename } } ${refusals} ${wrongPin} ${problems} } }`,
  resendNotice: `mutation ($input: ResendNoticeInput!) { answer: resendNotice(input: $input) { __typename ... on NoticeResent { contract { contractId } } ${desk} } }`,
  resendNotices: `mutation ($input: ResendNoticesInput!) { answer: resendNotices(input: $input) { __typename ... on NoticesResent { resent contract { contractId } } ${desk} } }`,
  reportBounce: `mutation ($input: ReportBounceInput!) { answer: reportBounce(input: $input) { __typename ... on BounceReported { ofMailbox } ${desk} } }`,
  setLockLinkage: `mutation ($input: SetLockLinkageInput!) { answer: setLockLinkage(input: $input) { __typename ... on LockLinkageSet { contract { lockLinkage } } ${desk} } }`,
} as const;

export type OperationName = keyof typeof documents;

/** Runs one mutation and answers its union member. */
export async function ask(
  client: Client,
  operation: OperationName,
  input?: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const { answer } = await client.send<{ answer: Answered }>(
    documents[operation],
    input === undefined ? {} : { input },
  );
  return answer;
}

/** A token of the development issuer. */
export function bankToken(
  ground: Ground,
  scopes: readonly BankScope[],
  subject = 'clerk1',
  clientId = 'core-banking',
  at = Date.now(),
): string {
  const ring = openKeyRing({ keysFile: null, dataDir: ground.dataDir });
  if (ring.bankDevelopment === null)
    throw new Error('The ring of a test has a development issuer.');
  return signDevelopmentToken(
    ring.bankDevelopment,
    // Good for a server whose clock a test has stopped or moved by days.
    { clientId, subject, scopes, validSeconds: 30 * 86_400 },
    at - 3_600_000,
  );
}

export function bank(url: string, ground: Ground, scopes: readonly BankScope[]): Client {
  return connect(url, { authorization: `Bearer ${bankToken(ground, scopes)}` });
}

/** A contract as the desk has opened it, with what the company got in the mail. */
export interface SeededContract {
  readonly contractId: string;
  readonly registrationPin: string;
  /** Row by row, one character a cell. */
  readonly digits: string;
  /** The administrator's own connection, logged on. */
  readonly administrator: Client;
}

interface Opened {
  readonly contract: { readonly contractId: string };
  readonly registrationPin: string;
  readonly card: { readonly digits: readonly string[] };
}

export async function openContract(
  url: string,
  ground: Ground,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Omit<SeededContract, 'administrator'>> {
  const { answer } = await bank(url, ground, ['desk']).send<{ answer: Opened & Answered }>(
    documents.openContract,
    {
      input: {
        name: 'Yamada Trading',
        lockLinkage: 'UNLINKED',
        services: [
          { service: 'FUNDS_TRANSFER', ceiling: { perTransaction: 1_000_000, perDay: 5_000_000 } },
          { service: 'BALANCE_INQUIRY' },
        ],
        ...input,
      },
    },
  );
  if (answer.__typename !== 'ContractOpened')
    throw new Error(`not opened: ${answer.message ?? ''}`);
  return {
    contractId: answer.contract.contractId,
    registrationPin: answer.registrationPin,
    digits: answer.card.digits.join(''),
  };
}

interface Challenge {
  readonly id: string;
  readonly cells: readonly { readonly column: string; readonly row: string }[];
}

export async function challenge(client: Client, contractId: string): Promise<Challenge> {
  const { cardChallenge } = await client.send<{ cardChallenge: Challenge }>(
    `query ($contractId: ContractId!) { cardChallenge(contractId: $contractId) { id cells { column row } } }`,
    { contractId },
  );
  return cardChallenge;
}

/** Reads the one-time password off the card, as a person does. */
export function readCard(digits: string, { cells }: Challenge): string {
  return cells
    .map(({ column, row }) => digits.charAt(Number(row) * 10 + column.charCodeAt(0) - 65))
    .join('');
}

export async function logOnAdministrator(
  client: Client,
  contract: Pick<SeededContract, 'contractId' | 'digits'>,
  contractPin: string = pins.contract,
): Promise<Answered> {
  const asked = await challenge(client, contract.contractId);
  return ask(client, 'logOnAdministrator', {
    contractId: contract.contractId,
    contractPin,
    oneTimePassword: readCard(contract.digits, asked),
    challengeId: asked.id,
  });
}

/** A contract whose administrator has registered and is logged on. */
export async function seedContract(
  url: string,
  ground: Ground,
  input: Readonly<Record<string, unknown>> = {},
): Promise<SeededContract> {
  const opened = await openContract(url, ground, input);
  const administrator = connect(url);
  const asked = await challenge(administrator, opened.contractId);
  const registered = await ask(administrator, 'registerAdministrator', {
    contractId: opened.contractId,
    registrationPin: opened.registrationPin,
    oneTimePassword: readCard(opened.digits, asked),
    challengeId: asked.id,
    contractPin: pins.contract,
    contractConfirmationPin: pins.contractConfirmation,
  });
  if (registered.__typename !== 'LoggedOn')
    throw new Error(`not registered: ${JSON.stringify(registered)}`);
  return { ...opened, administrator };
}

/** A user of a contract who has their own PINs and is logged on. */
export async function seedUser(
  contract: SeededContract,
  userId: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Client> {
  const added = await ask(contract.administrator, 'addUser', {
    userId,
    name: userId,
    permissions: [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }],
    limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 100_000, perDay: 500_000 } }],
    confirmationPin: pins.contractConfirmation,
    ...more,
  });
  const temporary = added.temporaryPins;
  if (temporary === undefined) throw new Error(`not added: ${JSON.stringify(added)}`);
  const user = connect(contract.administrator.url);
  await ask(user, 'logOnUser', { contractId: contract.contractId, userId, userPin: temporary.pin });
  const replaced = await ask(user, 'replaceTemporaryPins', {
    temporaryConfirmationPin: temporary.confirmationPin,
    newPin: pins.user,
    newConfirmationPin: pins.userConfirmation,
  });
  if (replaced.__typename !== 'PinChanged')
    throw new Error(`no first logon: ${JSON.stringify(replaced)}`);
  return user;
}

export function logOnUser(
  client: Client,
  contractId: string,
  userId: string,
  userPin: string = pins.user,
): Promise<Answered> {
  return ask(client, 'logOnUser', { contractId, userId, userPin });
}
