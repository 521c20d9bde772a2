import { describe, expect, test } from 'vitest';
import {
  actionsOf,
  byService,
  checkPermissions,
  everyPermission,
  grants,
  neededBy,
  type Permission,
  services,
  withNeeded,
} from './permission.ts';

const right = (service: Permission['service'], action: Permission['action']): Permission => ({
  service,
  action,
});

describe('R13: which rights there are', () => {
  test('services that only show are seen; transfers are executed; files go three steps', () => {
    expect(actionsOf).toEqual({
      BALANCE_INQUIRY: ['VIEW'],
      ACTIVITY_STATEMENT: ['VIEW'],
      FUNDS_TRANSFER: ['VIEW', 'EXECUTE'],
      TAX_AND_BILL_PAYMENT: ['VIEW', 'EXECUTE'],
      BULK_TRANSFER: ['VIEW', 'CREATE', 'APPROVE', 'SEND'],
      PAYROLL: ['VIEW', 'CREATE', 'APPROVE', 'SEND'],
      DIRECT_DEBIT: ['VIEW', 'CREATE', 'APPROVE', 'SEND'],
      FILE_EXCHANGE: ['VIEW', 'CREATE', 'APPROVE', 'SEND'],
    });
    expect(everyPermission).toHaveLength(22);
  });

  test('who may approve may see what they approve', () => {
    expect(withNeeded([right('PAYROLL', 'APPROVE')])).toEqual([
      right('PAYROLL', 'VIEW'),
      right('PAYROLL', 'APPROVE'),
    ]);
  });

  test('what brings another right along is named: it is in the way of taking that one away alone', () => {
    const list = [right('PAYROLL', 'VIEW'), right('PAYROLL', 'APPROVE'), right('PAYROLL', 'SEND')];
    expect(neededBy(list, right('PAYROLL', 'VIEW'))).toEqual(['APPROVE', 'SEND']);
    expect(neededBy(list, right('PAYROLL', 'APPROVE'))).toEqual([]);
    expect(neededBy(list, right('BULK_TRANSFER', 'VIEW'))).toEqual([]);
  });

  test('nobody sees another service for it', () => {
    expect(grants(withNeeded([right('PAYROLL', 'APPROVE')]), right('BULK_TRANSFER', 'VIEW'))).toBe(
      false,
    );
  });

  test('what is granted twice is one right, in the order of the table', () => {
    const twice = [right('BULK_TRANSFER', 'VIEW'), right('BALANCE_INQUIRY', 'VIEW')];
    expect(withNeeded([...twice, ...twice])).toEqual([
      right('BALANCE_INQUIRY', 'VIEW'),
      right('BULK_TRANSFER', 'VIEW'),
    ]);
  });

  test('people read them service by service', () => {
    expect(byService([right('PAYROLL', 'SEND'), right('PAYROLL', 'VIEW')])).toEqual([
      { service: 'PAYROLL', actions: ['VIEW', 'SEND'] },
    ]);
    expect(byService([])).toEqual([]);
  });
});

describe('R13: what cannot be granted', () => {
  test('an action that the service does not have', () => {
    expect(
      checkPermissions(
        [right('PAYROLL', 'VIEW'), right('BALANCE_INQUIRY', 'SEND')],
        services,
        'permissions',
      ),
    ).toEqual([{ path: 'permissions.1.action', code: 'SERVICE_HAS_NO_SUCH_ACTION' }]);
  });

  test('a service that the contract does not have', () => {
    expect(
      checkPermissions([right('PAYROLL', 'VIEW')], ['BALANCE_INQUIRY'], 'permissions'),
    ).toEqual([{ path: 'permissions.0.service', code: 'SERVICE_NOT_IN_CONTRACT' }]);
  });

  test('everything that there is in a contract that has everything can be', () => {
    expect(checkPermissions(everyPermission, services, 'permissions')).toEqual([]);
  });
});
