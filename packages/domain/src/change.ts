import type { HistoryEvent, PersonalData, ServiceCeiling, ServiceLimit } from './history-event.ts';
import type { Instant } from './instant.ts';
import { type Amounts, moneyServices, type MoneyService, noLimit } from './limit.ts';
import type { Locale } from './locale.ts';
import type { LockLinkage } from './lockout.ts';
import type { Yen } from './money.ts';
import {
  type Action,
  actionsOf,
  grants,
  type Permission,
  type Service,
  services,
} from './permission.ts';
import { unreachable } from './refusal.ts';
import type { AuthenticationMethod } from './session.ts';

/** From when on everybody needs a certificate; null: already, or at once. */
export type CertificateNeed = Instant | null | 'NOT_NEEDED';

/** One thing that an act changes, from what to what: shown before it happens, and found in the history after. */
export type Change =
  | { readonly what: 'NAME'; readonly from: string; readonly to: string }
  | { readonly what: 'EMAIL'; readonly from: string | null; readonly to: string | null }
  /** All that somebody may do in the service (R13), in the order of the table. */
  | {
      readonly what: 'PERMISSIONS';
      readonly service: Service;
      readonly from: readonly Action[];
      readonly to: readonly Action[];
    }
  /** One amount of a limit (R14), in yen. */
  | {
      readonly what: 'LIMIT';
      readonly service: MoneyService;
      readonly amount: keyof Amounts;
      readonly from: Yen;
      readonly to: Yen;
    }
  /** Empty: all of the contract's accounts. */
  | { readonly what: 'ACCOUNTS'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly what: 'ADDRESSES'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly what: 'LOCK_LINKAGE'; readonly from: LockLinkage; readonly to: LockLinkage }
  | { readonly what: 'COMPANY_NAME'; readonly from: string; readonly to: string }
  | { readonly what: 'ADMINISTRATOR_NAME'; readonly from: string; readonly to: string }
  | { readonly what: 'MAIL_LANGUAGE'; readonly from: Locale; readonly to: Locale }
  /** In minutes. */
  | { readonly what: 'IDLE_MINUTES'; readonly from: number; readonly to: number }
  | {
      readonly what: 'AUTHENTICATION_METHOD';
      readonly from: AuthenticationMethod;
      readonly to: AuthenticationMethod;
    }
  | {
      readonly what: 'CERTIFICATE_FROM';
      readonly from: CertificateNeed;
      readonly to: CertificateNeed;
    }
  /** All that the contract has, in the order of the table. */
  | {
      readonly what: 'SERVICES';
      readonly from: readonly Service[];
      readonly to: readonly Service[];
    }
  /** One amount of the desk's ceiling, in yen; 0 where the contract does not have the service. */
  | {
      readonly what: 'CEILING';
      readonly service: MoneyService;
      readonly amount: keyof Amounts;
      readonly from: Yen;
      readonly to: Yen;
    };

/** Service by service, in the order of the table; those that stay the same are left out. */
export function permissionChanges(
  from: readonly Permission[],
  to: readonly Permission[],
): readonly Change[] {
  return services.flatMap((service) => {
    const granted = (list: readonly Permission[]) =>
      actionsOf[service].filter((action) => grants(list, { service, action }));
    const [before, after] = [granted(from), granted(to)];
    return sameMembers(before, after)
      ? []
      : [{ what: 'PERMISSIONS', service, from: before, to: after } as const];
  });
}

/** Amount by amount; a limit that isn't set is 0 (R14). */
export function limitChanges(
  from: readonly ServiceLimit[],
  to: readonly ServiceLimit[],
): readonly Change[] {
  return moneyServices.flatMap((service) =>
    amountChanges('LIMIT', service, limitOf(from, service), limitOf(to, service)),
  );
}

/** Which services the contract has, and the desk's ceilings amount by amount. */
export function serviceChanges(
  from: readonly ServiceCeiling[],
  to: readonly ServiceCeiling[],
): readonly Change[] {
  const named = (list: readonly ServiceCeiling[]) =>
    services.filter((service) => list.some((each) => each.service === service));
  const ceiling = (list: readonly ServiceCeiling[], service: Service) =>
    list.find((each) => each.service === service)?.ceiling ?? noLimit;
  const [before, after] = [named(from), named(to)];
  return [
    ...(sameMembers(before, after) ? [] : [{ what: 'SERVICES', from: before, to: after } as const]),
    ...moneyServices.flatMap((service) =>
      amountChanges('CEILING', service, ceiling(from, service), ceiling(to, service)),
    ),
  ];
}

function amountChanges(
  what: 'LIMIT' | 'CEILING',
  service: MoneyService,
  from: Amounts,
  to: Amounts,
): readonly Change[] {
  return (['perTransaction', 'perDay'] as const)
    .filter((amount) => from[amount] !== to[amount])
    .map((amount) => ({ what, service, amount, from: from[amount], to: to[amount] }));
}

/** The whole list at once: which account follows which says nothing. */
export function accountChanges(from: readonly string[], to: readonly string[]): readonly Change[] {
  return sameMembers(from, to) ? [] : [{ what: 'ACCOUNTS', from, to }];
}

export function personalChanges(from: PersonalData, to: PersonalData): readonly Change[] {
  return [
    ...(from.name === to.name ? [] : [{ what: 'NAME', from: from.name, to: to.name } as const]),
    ...(from.email === to.email
      ? []
      : [{ what: 'EMAIL', from: from.email, to: to.email } as const]),
  ];
}

/** The limit that a list sets for a service; none means 0 (R14). */
export function limitOf(list: readonly ServiceLimit[], service: Service): Amounts {
  return list.find((each) => each.service === service)?.limit ?? noLimit;
}

/**
 * What an event changed, thing by thing; nothing for events that don't say from what to what. One
 * that says it and is missing here does not compile.
 */
export function changesOf(event: HistoryEvent): readonly Change[] {
  if (!('from' in event)) return [];
  switch (event.type) {
    case 'USER_UPDATED':
      return personalChanges(event.from, event.to);
    case 'USER_PERMISSIONS_SET':
      return permissionChanges(event.from, event.to);
    case 'USER_LIMITS_SET':
    case 'CONTRACT_LIMITS_SET':
      return limitChanges(event.from, event.to);
    case 'USER_ACCOUNTS_SET':
      return accountChanges(event.from, event.to);
    case 'NOTIFICATION_ADDRESSES_SET':
      return sameMembers(event.from, event.to)
        ? []
        : [{ what: 'ADDRESSES', from: event.from, to: event.to }];
    case 'LOCK_LINKAGE_SET':
      return event.from === event.to
        ? []
        : [{ what: 'LOCK_LINKAGE', from: event.from, to: event.to }];
    case 'CONTRACT_RENAMED':
      return event.from === event.to
        ? []
        : [{ what: 'COMPANY_NAME', from: event.from, to: event.to }];
    case 'ADMINISTRATOR_RESET':
      return event.from === event.to
        ? []
        : [{ what: 'ADMINISTRATOR_NAME', from: event.from, to: event.to }];
    case 'IDLE_MINUTES_SET':
      return event.from === event.to
        ? []
        : [{ what: 'IDLE_MINUTES', from: event.from, to: event.to }];
    case 'MAIL_LANGUAGE_SET':
      return event.from === event.to
        ? []
        : [{ what: 'MAIL_LANGUAGE', from: event.from, to: event.to }];
    case 'AUTHENTICATION_METHOD_SET':
      return methodChanges(event);
    case 'CONTRACT_SERVICES_SET':
      return serviceChanges(event.from, event.to);
    default:
      return unreachable(event);
  }
}

/** Who is told that certificates are needed is told from when on, too. */
function methodChanges({
  from,
  to,
  fromDay = null,
  toDay = null,
}: Extract<HistoryEvent, { type: 'AUTHENTICATION_METHOD_SET' }>): readonly Change[] {
  const need = { from: certificateNeed(from, fromDay), to: certificateNeed(to, toDay) };
  return [
    ...(from === to ? [] : [{ what: 'AUTHENTICATION_METHOD', from, to } as const]),
    ...(need.from === need.to ? [] : [{ what: 'CERTIFICATE_FROM', ...need } as const]),
  ];
}

function certificateNeed(method: AuthenticationMethod, day: Instant | null): CertificateNeed {
  return method === 'CERTIFICATE' ? day : 'NOT_NEEDED';
}

/** Neither order nor naming something twice makes a difference. */
function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.every((each) => other.includes(each)) && other.every((each) => one.includes(each));
}
