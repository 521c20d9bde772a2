import { type InputProblem, problem } from './problem.ts';

export type Service =
  | 'BALANCE_INQUIRY'
  | 'ACTIVITY_STATEMENT'
  | 'FUNDS_TRANSFER'
  | 'TAX_AND_BILL_PAYMENT'
  | 'BULK_TRANSFER'
  | 'PAYROLL'
  | 'DIRECT_DEBIT'
  | 'FILE_EXCHANGE';

export type Action = 'VIEW' | 'EXECUTE' | 'CREATE' | 'APPROVE' | 'SEND';

/** One right: this action in this service (R13). What isn't granted isn't allowed. */
export interface Permission {
  readonly service: Service;
  readonly action: Action;
}

const look: readonly Action[] = ['VIEW'];
const single: readonly Action[] = ['VIEW', 'EXECUTE'];
const collective: readonly Action[] = ['VIEW', 'CREATE', 'APPROVE', 'SEND'];

/** Which actions each service has; the order is the one in which people see them. */
export const actionsOf: Record<Service, readonly Action[]> = {
  BALANCE_INQUIRY: look,
  ACTIVITY_STATEMENT: look,
  FUNDS_TRANSFER: single,
  TAX_AND_BILL_PAYMENT: single,
  BULK_TRANSFER: collective,
  PAYROLL: collective,
  DIRECT_DEBIT: collective,
  FILE_EXCHANGE: collective,
};

export const services = Object.keys(actionsOf) as readonly Service[];

/** Every right that there is, in order. */
export const everyPermission: readonly Permission[] = services.flatMap((service) =>
  actionsOf[service].map((action) => ({ service, action })),
);

/** What an action brings in within its service: nobody can approve what they can't see. */
export const needs: Record<Action, readonly Action[]> = {
  VIEW: [],
  EXECUTE: ['VIEW'],
  CREATE: ['VIEW'],
  APPROVE: ['VIEW'],
  SEND: ['VIEW'],
};

export function serviceHas(service: Service, action: Action): boolean {
  return actionsOf[service].includes(action);
}

export function grants(list: readonly Permission[], wanted: Permission): boolean {
  return list.some((each) => each.service === wanted.service && each.action === wanted.action);
}

/** The list with what its actions need (R13), each right once, in the order of the table. */
export function withNeeded(list: readonly Permission[]): readonly Permission[] {
  const full = list.flatMap(({ service, action }) =>
    [action, ...needs[action]].map((each) => ({ service, action: each })),
  );
  return everyPermission.filter((permission) => grants(full, permission));
}

/** The granted actions that need this one: while there are any, it can't be taken away by itself. */
export function neededBy(
  list: readonly Permission[],
  { service, action }: Permission,
): readonly Action[] {
  return actionsOf[service].filter(
    (other) => needs[other].includes(action) && grants(list, { service, action: other }),
  );
}

/** The same rights service by service, both in the order of the table, for people to read. */
export function byService(
  list: readonly Permission[],
): readonly { readonly service: Service; readonly actions: readonly Action[] }[] {
  return services
    .map((service) => ({
      service,
      actions: actionsOf[service].filter((action) => grants(list, { service, action })),
    }))
    .filter(({ actions }) => actions.length > 0);
}

/**
 * What is wrong with a list of rights (R13): an action that its service doesn't have, a service
 * that the contract doesn't have. A right named twice does no harm and is no problem.
 */
export function checkPermissions(
  list: readonly Permission[],
  contractServices: readonly Service[],
  path: string,
): readonly InputProblem[] {
  return list.flatMap(({ service, action }, index) => {
    if (!serviceHas(service, action)) {
      return [problem(`${path}.${index}.action`, 'SERVICE_HAS_NO_SUCH_ACTION')];
    }
    if (!contractServices.includes(service)) {
      return [problem(`${path}.${index}.service`, 'SERVICE_NOT_IN_CONTRACT')];
    }
    return [];
  });
}
