import { randomInt } from 'node:crypto';

import { type ContractId, parseContractId } from '@monban/domain/id';

import type { DeskActRow } from '../../db/rows.ts';
import { actorShown } from '../../history/record.ts';

/** An act that waits, as the schema shows it. */
export function deskActView(act: DeskActRow) {
  const { actId, contractId, operation, input, askedAt, expiresAt } = act;
  return { actId, contractId, operation, input, askedAt, expiresAt, askedBy: askedByOf(act) };
}

export type DeskActView = ReturnType<typeof deskActView>;

/** Client and human, as the history shows them. */
export function askedByOf({ askedClient, askedSubject }: DeskActRow): string {
  return actorShown({ kind: 'BANK', clientId: askedClient, subject: askedSubject });
}

/** Eight digits behind the contract ID: for one clerk to tell another, and no secret. */
export function drawActId(contractId: string): string {
  return `${contractId}-${String(randomInt(10 ** 8)).padStart(8, '0')}`;
}

/** Whose act it is; null: no act has such an ID. */
export function contractOfAct(actId: string): ContractId | null {
  const [, contractId = ''] = /^([0-9]{11})-[0-9]{8}$/.exec(actId) ?? [];
  const read = parseContractId(contractId, 'actId');
  return read.ok ? read.value : null;
}
