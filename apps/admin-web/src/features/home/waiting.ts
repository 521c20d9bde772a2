import type { Locale } from '@monban/domain/locale';
import { words } from '@monban/domain/wording/words';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import type { InsideMessages } from '../../messages/inside.ts';
import type { Attention, HomeContract, Waiting, WaitingUser } from './home-contract.ts';
import { lockedOf } from './locked-users.ts';

/** What a line is made of. */
interface About {
  readonly users: readonly WaitingUser[];
  readonly contract: HomeContract;
  readonly m: InsideMessages;
  readonly locale: Locale;
  /** The service, in words. */
  readonly service: string;
  /** Whom it concerns, by name. */
  readonly names: string;
}

/** How many are called by name in one line. */
const named = 3;

/** The domain says what waits; this says it in words, and where to go. */
export function waitingOf(
  contract: HomeContract,
  m: InsideMessages,
  locale: Locale,
): readonly Waiting[] {
  return (contract.attention ?? []).flatMap(({ kind, service, users }) => {
    if (kind === 'USER_LOCKED') return lockedOf(users, m, locale);
    const about: About = {
      users,
      contract,
      m,
      locale,
      service: service === null ? '' : words(locale).labels.service[service],
      names: m.home.names(
        m.common.list(users.slice(0, named).map(({ name }) => m.common.person(name))),
        Math.max(0, users.length - named),
      ),
    };
    return [{ key: `${kind} ${service ?? ''}`, ...lines[kind](about) }];
  });
}

type Line = Omit<Waiting, 'key'>;

/** A moment that is there wherever its line is. */
function moment(at: string | null, locale: Locale): string {
  return at === null ? '' : momentText(at, locale);
}

const lines: Record<Exclude<Attention['kind'], 'USER_LOCKED'>, (about: About) => Line> = {
  CONTRACT_CLOSING: ({ contract, locale, m: { home: t } }) => ({
    text: t.closing(moment(contract.closedAt, locale)),
    note: t.closingNote,
  }),
  CARD_SENT: ({ m: { home: t } }) => ({
    text: t.cardSent,
    note: t.cardSentNote,
    way: { to: paths.card, text: t.toCard },
  }),
  NO_ADDRESS_IN_FORCE: ({ m: { home: t } }) => ({
    ...t.noAddress,
    way: { to: paths.addresses, text: t.toAddresses },
  }),
  ADDRESS_BOUNCED: ({ contract, m }) => ({
    text: m.home.addressBounced,
    note: m.common.list(
      (contract.notificationAddresses ?? [])
        .filter(({ bouncedAt, status }) => status === 'IN_FORCE' && bouncedAt !== null)
        .map(({ address }) => address),
    ),
    way: { to: paths.addresses, text: m.home.toChangeAddresses },
  }),
  USER_EMAIL_BOUNCED: ({ m: { home: t }, names, users: [first, ...others] }) => ({
    text: t.emailBounced(others.length + 1),
    note: names,
    way:
      first !== undefined && others.length === 0
        ? { to: paths.user(first.userId), text: t.seeUser }
        : { to: paths.users({ status: 'EMAIL_BOUNCED' }), text: t.seeUsers },
  }),
  NOTICES_UNDELIVERED: ({ m: { home: t } }) => ({
    text: t.undelivered,
    note: t.undeliveredNote,
    way: { to: paths.notices(), text: t.toNotices },
  }),
  USER_NOTICES_UNDELIVERED: ({ m: { home: t }, names, users: [first, ...others] }) => ({
    text: t.usersUndelivered(others.length + 1),
    note: names,
    way:
      first !== undefined && others.length === 0
        ? { to: paths.user(first.userId), text: t.seeUser }
        : { to: paths.notices(), text: t.toNotices },
  }),
  ADDRESS_PENDING: ({ contract, m }) => ({
    text: m.home.addressPending,
    note: m.common.list(
      (contract.notificationAddresses ?? [])
        .filter(({ status }) => status === 'PENDING')
        .map(({ address }) => address),
    ),
    way: { to: paths.settings, text: m.home.toCode },
  }),
  NO_CARD: ({ m }) => m.home.noCard,
  CARD_DUE: ({ contract, m: { home: t } }) => ({
    text: t.cardDue(contract.card?.freshLogonsLeft ?? 0, contract.card?.logonsLeft ?? 0),
    note: t.cardDueNote,
  }),
  NO_CERTIFICATE: ({ m: { home: t }, names, users }) => ({
    text: t.noCertificate(users.length),
    note: names,
    way: { to: paths.certificates, text: t.toGrant },
  }),
  OWN_CERTIFICATE_NEEDED_SOON: ({ contract, locale, m: { home: t } }) => ({
    text: t.ownCertificateNeeded(moment(contract.certificateFrom, locale)),
    note: t.ownCertificateNeededNote,
  }),
  CERTIFICATE_NEEDED_SOON: ({ contract, locale, m: { home: t }, names, users }) => ({
    text: t.certificatesNeeded(moment(contract.certificateFrom, locale), users.length),
    note: names,
    way: { to: paths.certificates, text: t.toGrant },
  }),
  OWN_CERTIFICATE_EXPIRING: ({ m: { home: t } }) => ({
    text: t.ownCertificateEnding,
    note: t.certificateEndingNote,
    way: { to: paths.ownCertificate, text: t.toRenew },
  }),
  CERTIFICATE_EXPIRING: ({ m: { home: t }, names, users }) => ({
    text: t.certificatesEnding(users.length),
    note: names,
    way: { to: paths.certificates, text: t.toCertificates },
  }),
  TEMPORARY_PINS_EXPIRED: ({ m: { home: t }, names, users }) => ({
    text: t.expired(users.length),
    note: names,
    way: awaiting(t.seeUsers),
  }),
  AWAITING_FIRST_LOGON: ({ m: { home: t }, names, users }) => ({
    text: t.waiting(users.length),
    note: names,
    way: awaiting(t.seeUsers),
  }),
  CEILING_IS_ZERO: ({ m: { home: t }, service, users }) => ({
    text: t.noCeiling(service, users.length),
    note: t.noCeilingNote,
  }),
  CONTRACT_LIMIT_IS_ZERO: ({ m: { home: t }, names, service, users }) => ({
    text: t.noContractLimit(service, users.length),
    note: names,
    way: { to: paths.contractLimits, text: t.toContractLimits },
  }),
  CONTRACT_DAY_IS_SPENT: ({ m: { home: t }, service }) => ({
    text: t.daySpent(service),
    way: { to: paths.contractLimits, text: t.toContractLimits },
  }),
  USER_LIMIT_IS_ZERO: ({ m, names, service, users }) => ({
    text: m.home.noLimit(service, users.length),
    note: names,
    way: {
      to: paths.usersLimits(users.map(({ userId }) => userId)),
      text: m.home.toLimits,
      label: m.users.actOn(m.home.toLimits, service),
    },
  }),
};

function awaiting(text: string): NonNullable<Waiting['way']> {
  return { to: paths.users({ status: 'AWAITING_FIRST_LOGON' }), text };
}
