import type { CertificateNeed, Change } from '../change.ts';
import type { Instant } from '../instant.ts';
import { formatYen } from '../money.ts';
import { unreachable } from '../refusal.ts';
import type { ChangeText, Labels } from './vocabulary.ts';

/** What the texts of changes are made of in one language. */
export interface ChangeWords {
  readonly labels: Labels;
  /** A person's; `labels.field.name` may be a company's too. */
  readonly name: string;
  readonly none: string;
  readonly everyAccount: string;
  /** Between the entries of a list, and between the actions of a service. */
  readonly comma: string;
  readonly actionComma: string;
  readonly permissions: (service: string) => string;
  readonly limit: (service: string, amount: string) => string;
  readonly companyName: string;
  readonly mailLanguage: string;
  readonly minutes: (number: number) => string;
  readonly ceiling: (service: string, amount: string) => string;
  readonly certificateFrom: string;
  readonly moment: (at: Instant) => string;
  readonly atOnce: string;
  readonly already: string;
  readonly notNeeded: string;
}

export function changeText(change: Change, words: ChangeWords): ChangeText {
  const { labels, none } = words;
  const list = (entries: readonly string[], empty: string) => entries.join(words.comma) || empty;
  switch (change.what) {
    case 'NAME':
      return { what: words.name, from: change.from, to: change.to };
    case 'EMAIL':
      return { what: labels.field.email, ...both(change, (email) => email ?? none) };
    case 'PERMISSIONS':
      return {
        what: words.permissions(labels.service[change.service]),
        ...both(
          change,
          (actions) => actions.map((each) => labels.action[each]).join(words.actionComma) || none,
        ),
      };
    case 'LIMIT':
      return {
        what: words.limit(labels.service[change.service], labels.field[change.amount]),
        ...both(change, formatYen),
      };
    case 'ACCOUNTS':
      return {
        what: labels.field.accounts,
        ...both(change, (accounts) => list(accounts, words.everyAccount)),
      };
    case 'ADDRESSES':
      return {
        what: labels.field.addresses,
        ...both(change, (addresses) => list(addresses, none)),
      };
    case 'CEILING':
      return {
        what: words.ceiling(labels.service[change.service], labels.field[change.amount]),
        ...both(change, formatYen),
      };
    case 'SERVICES':
      return {
        what: labels.field.services,
        ...both(change, (services) =>
          list(
            services.map((each) => labels.service[each]),
            none,
          ),
        ),
      };
    case 'COMPANY_NAME':
      return { what: words.companyName, from: change.from, to: change.to };
    case 'ADMINISTRATOR_NAME':
      return { what: labels.field.administratorName, from: change.from, to: change.to };
    case 'MAIL_LANGUAGE':
      return {
        what: words.mailLanguage,
        ...both(change, (language) => labels.language[language]),
      };
    case 'IDLE_MINUTES':
      return { what: labels.field.idleMinutes, ...both(change, words.minutes) };
    case 'AUTHENTICATION_METHOD':
      return {
        what: labels.field.authenticationMethod,
        ...both(change, (method) => labels.authenticationMethod[method]),
      };
    case 'CERTIFICATE_FROM':
      return {
        what: words.certificateFrom,
        from: needText(change.from, words.already, words),
        to: needText(change.to, words.atOnce, words),
      };
    case 'LOCK_LINKAGE':
      return {
        what: labels.field.lockLinkage,
        ...both(change, (linkage) => labels.lockLinkage[linkage]),
      };
    default:
      return unreachable(change);
  }
}

function needText(need: CertificateNeed, now: string, words: ChangeWords): string {
  if (need === 'NOT_NEEDED') return words.notNeeded;
  return need === null ? now : words.moment(need);
}

function both<Value>(
  { from, to }: { readonly from: Value; readonly to: Value },
  text: (value: Value) => string,
): { readonly from: string; readonly to: string } {
  return { from: text(from), to: text(to) };
}
