import { checkAccounts } from '@monban/domain/account';
import { type AccountNumber, parseUserId, type UserId } from '@monban/domain/id';
import type { ServiceLimit } from '@monban/domain/history-event';
import { checkUserLimits, type EnteredLimit } from '@monban/domain/limit';
import {
  checkPermissions,
  type Permission,
  type Service,
  withNeeded,
} from '@monban/domain/permission';
import type { InputProblem } from '@monban/domain/problem';
import type { Refusal } from '@monban/domain/refusal';
import { err, ok, type Result } from '@monban/domain/result';

import { type Asked, sessionOf } from '../../operation.ts';
import { selectServices } from '../contracts/contract.store.ts';

/** What a user is to have; what is left out stays as it is, what is given replaces all that was. */
export interface RightsInput {
  readonly permissions?: readonly Permission[] | null;
  readonly limits?: readonly EnteredLimit[] | null;
  /** Empty: all of the contract's accounts. */
  readonly accounts?: readonly string[] | null;
}

/** The same, read. */
export interface Rights {
  /** With what they need. */
  readonly permissions: readonly Permission[] | null;
  readonly limits: readonly ServiceLimit[] | null;
  readonly accounts: readonly AccountNumber[] | null;
}

/** A user as the page knew them. */
export interface UserAtVersion {
  readonly userId: UserId;
  readonly expectedVersion: number;
}

/** New rights, and who is to have them. */
export interface RightsChange {
  readonly users: readonly UserAtVersion[];
  readonly rights: Rights;
  /** Where in the input they stand: empty, or `changes.0.`. */
  readonly path: string;
}

export async function readServices(asked: Asked): Promise<readonly Service[]> {
  const { contractId } = sessionOf(asked);
  const rows = await selectServices(asked.services.database.reading(contractId), contractId);
  return rows.map(({ service }) => service);
}

export function readRights(
  input: RightsInput,
  services: readonly Service[],
  path: string,
): Result<Rights, readonly InputProblem[]> {
  const { accounts, limits, permissions } = input;
  const problems = [
    ...rightsProblems(input, services, path),
    ...checkAccounts(accounts ?? [], `${path}accounts`),
  ];
  if (problems.length > 0) return err(problems);
  return ok({
    permissions: permissions == null ? null : withNeeded(permissions),
    // Both were checked: whole yen within bounds, and account numbers.
    limits: limits == null ? null : (limits as readonly ServiceLimit[]),
    accounts: accounts == null ? null : (accounts as readonly AccountNumber[]),
  });
}

/** What depends on the contract's services; asked once more behind its lock. */
export function rightsProblems(
  { permissions, limits }: Pick<RightsInput, 'permissions' | 'limits'>,
  services: readonly Service[],
  path: string,
): readonly InputProblem[] {
  return [
    ...checkPermissions(permissions ?? [], services, `${path}permissions`),
    ...checkUserLimits(limits ?? [], services, `${path}limits`),
  ];
}

/** One user's new rights: the whole input of the three acts on one user. */
export function readOneChange(
  input: { readonly userId: string; readonly expectedVersion: number } & RightsInput,
  services: readonly Service[],
): Result<RightsChange, Refusal> {
  const userId = parseUserId(input.userId, 'userId');
  const rights = readRights(input, services, '');
  if (userId.ok && rights.ok) {
    const users = [{ userId: userId.value, expectedVersion: input.expectedVersion }];
    return ok({ users, rights: rights.value, path: '' });
  }
  const problems = [...(userId.ok ? [] : [userId.error]), ...(rights.ok ? [] : rights.error)];
  return err({ code: 'INVALID_INPUT', problems });
}
