import type { EarlierRights } from '@monban/domain/earlier-rights';
import type { ServiceLimit } from '@monban/domain/history-event';
import { moneyServices } from '@monban/domain/limit';
import { parseYen } from '@monban/domain/money';
import { everyPermission, type Permission } from '@monban/domain/permission';

/** Rights that one page handed to another: the browser kept them, so that anything may stand there. */
export function readEarlierRights(given: unknown): EarlierRights | null {
  if (!isRecord(given)) return null;
  const { accounts, limits, permissions } = given;
  return {
    permissions: Array.isArray(permissions) ? permissions.flatMap(permissionOf) : null,
    limits: Array.isArray(limits) ? limits.flatMap(limitOf) : null,
    accounts: Array.isArray(accounts)
      ? accounts.filter((account): account is string => typeof account === 'string')
      : null,
  };
}

function permissionOf(given: unknown): readonly Permission[] {
  if (!isRecord(given)) return [];
  return everyPermission.filter(
    ({ service, action }) => service === given['service'] && action === given['action'],
  );
}

function limitOf(given: unknown): readonly ServiceLimit[] {
  if (!isRecord(given)) return [];
  const { limit } = given;
  const service = moneyServices.find((each) => each === given['service']);
  if (service === undefined || !isRecord(limit)) return [];
  const perTransaction = parseYen(Number(limit['perTransaction']), 'perTransaction');
  const perDay = parseYen(Number(limit['perDay']), 'perDay');
  return perTransaction.ok && perDay.ok
    ? [{ service, limit: { perTransaction: perTransaction.value, perDay: perDay.value } }]
    : [];
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}
