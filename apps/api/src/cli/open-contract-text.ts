import type { CardShown } from '../terminal/card-table.ts';
import { invocation } from './invocation.ts';

export interface Opened {
  readonly __typename: 'ContractOpened';
  readonly registrationPin: string;
  readonly contract: { readonly contractId: string; readonly name: string };
  readonly card: CardShown & { readonly sheetPdf?: string | null };
}

/** Two persons: nothing has been opened yet. */
export interface Waiting {
  readonly __typename: 'DeskActWaiting';
  readonly act: {
    readonly actId: string;
    readonly contractId: string;
    readonly expiresAt: string;
  };
}

/** @param card its table, or where it is */
export function textOf({ contract, registrationPin }: Opened, card: readonly string[]): string {
  return [
    `Opened for ${contract.name}.`,
    `Contract ID       ${contract.contractId}`,
    `Registration PIN  ${registrationPin}`,
    '',
    ...card,
    '',
    'Shown this once. The administrator registers with the contract ID, this PIN and the card.',
  ].join('\n');
}

/** What to do next; the mutations as they are sent. */
export function textOfWaiting({ act: { actId, contractId, expiresAt } }: Waiting): string {
  return [
    'Asked for. Nothing has been opened: another person at the desk has to approve it (MONBAN_TWO_PERSONS).',
    `Act               ${actId}`,
    `Contract ID       ${contractId}, from then on`,
    `Approve before    ${expiresAt}`,
    '',
    '1. Another person approves, and is shown the registration PIN, once:',
    `   mutation { approveDeskAct(input: { actId: "${actId}" }) { ... on DeskActApproved { registrationPin } ... on Refusal { message } } }`,
    '2. You, or anybody else but the one who approved, fetch the card, once:',
    `   mutation { showCard(input: { contractId: "${contractId}" }) { ... on CardShown { card { serial columns rows digits sheetPdf } } ... on Refusal { message } } }`,
    '',
    'To take it back, declineDeskAct with the same actId. In development another person’s token comes from',
    `\`${invocation} bank-token --scope desk --sub clerk2\`.`,
  ].join('\n');
}
