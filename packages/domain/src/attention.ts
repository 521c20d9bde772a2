import type { Ability, AbilityReason } from './ability.ts';
import { cardDueAt } from './card.ts';
import { type CertificateDuty, certificatesComeAt, renewableFrom } from './certificate.ts';
import type { Instant } from './instant.ts';
import type { NotificationAddressStatus } from './notification-address.ts';
import { services, type Service } from './permission.ts';
import type { UserStatus } from './status.ts';

/** What of a service's limits keeps people from a right that they have. */
const limitKinds = [
  'CEILING_IS_ZERO',
  'CONTRACT_LIMIT_IS_ZERO',
  'CONTRACT_DAY_IS_SPENT',
  'USER_LIMIT_IS_ZERO',
] as const satisfies readonly AbilityReason[];

/** Why something waits for the administrator. */
export type AttentionKind =
  | 'CONTRACT_CLOSING'
  | 'NO_ADDRESS_IN_FORCE'
  | 'NO_CARD'
  | 'ADDRESS_BOUNCED'
  | 'NOTICES_UNDELIVERED'
  | 'USER_EMAIL_BOUNCED'
  | 'USER_NOTICES_UNDELIVERED'
  | 'USER_LOCKED'
  | 'TEMPORARY_PINS_EXPIRED'
  | 'NO_CERTIFICATE'
  | (typeof limitKinds)[number]
  | 'OWN_CERTIFICATE_NEEDED_SOON'
  | 'CERTIFICATE_NEEDED_SOON'
  | 'CARD_SENT'
  | 'CARD_DUE'
  | 'OWN_CERTIFICATE_EXPIRING'
  | 'CERTIFICATE_EXPIRING'
  | 'ADDRESS_PENDING'
  | 'AWAITING_FIRST_LOGON';

/** Something that waits for the administrator: why, in which service, for whom. */
export interface Attention {
  readonly kind: AttentionKind;
  /** Null: it is about no one service. */
  readonly service: Service | null;
  /** Whom it concerns; nobody: the contract itself. */
  readonly userIds: readonly string[];
}

/** A user who wasn't removed. */
export interface UserAtAGlance {
  readonly userId: string;
  readonly status: UserStatus;
  /** Null: the PINs are the user's own. */
  readonly temporaryUntil: Instant | null;
  readonly abilities: readonly Ability[];
  /** Whether a certificate is needed (R12) that the user does not have. */
  readonly certificateMissing: boolean;
  /** When the last of the user's valid certificates ends; null: there is none. */
  readonly certificateUntil: Instant | null;
  /** Whether mail to the user's address comes back. */
  readonly emailBounced: boolean;
  /** Whether the user’s notices were given up on the way to an address of which else nothing is known. */
  readonly noticesUndelivered: boolean;
}

/** All that decides what needs the administrator's attention. */
export interface AttentionStanding {
  /** Null: none is in force. */
  readonly card: { readonly freshLogonsLeft: number } | null;
  /** Whether another one waits to be put in force. */
  readonly cardSent: boolean;
  /** Whether the contract is going to be closed. */
  readonly closing: boolean;
  /** What the contract says of certificates. */
  readonly certificates: Omit<CertificateDuty, 'certificateSince'>;
  /** When the last of the administrator's own valid certificates ends; null: there is none. */
  readonly ownCertificateUntil: Instant | null;
  readonly addresses: readonly NotificationAddressStatus[];
  /** Whether mail to one of them comes back. */
  readonly bounced: boolean;
  /** Whether notices to one of them were given up, of which else nothing is known. */
  readonly undelivered: boolean;
  readonly users: readonly UserAtAGlance[];
}

/** What waits for the administrator, the most urgent first: what stops people before what will. */
export function attention(standing: AttentionStanding, now: Instant): readonly Attention[] {
  const { addresses, bounced, card, cardSent, closing, undelivered, users } = standing;
  const certificatesAt = certificatesComeAt(standing.certificates, now);
  const willLack = (until: Instant | null) =>
    certificatesAt !== null && (until === null || until <= certificatesAt);
  const has = (status: NotificationAddressStatus) => addresses.includes(status);
  return [
    ...(closing ? [about('CONTRACT_CLOSING')] : []),
    ...(has('IN_FORCE') ? [] : [about('NO_ADDRESS_IN_FORCE')]),
    ...(card === null ? [about('NO_CARD')] : []),
    ...(bounced ? [about('ADDRESS_BOUNCED')] : []),
    ...(undelivered ? [about('NOTICES_UNDELIVERED')] : []),
    ...whoever(users, 'USER_LOCKED', ({ status }) => status === 'LOCKED'),
    ...whoever(users, 'TEMPORARY_PINS_EXPIRED', (user) => isLate(user, now)),
    ...whoever(users, 'NO_CERTIFICATE', ({ certificateMissing }) => certificateMissing),
    ...limitKinds.flatMap((kind) => services.flatMap((service) => stuck(users, kind, service))),
    ...whoever(users, 'USER_EMAIL_BOUNCED', ({ emailBounced }) => emailBounced),
    ...whoever(users, 'USER_NOTICES_UNDELIVERED', (user) => user.noticesUndelivered),
    ...(willLack(standing.ownCertificateUntil) ? [about('OWN_CERTIFICATE_NEEDED_SOON')] : []),
    ...whoever(
      users,
      'CERTIFICATE_NEEDED_SOON',
      (user) => !user.certificateMissing && willLack(user.certificateUntil),
    ),
    ...(cardSent ? [about('CARD_SENT')] : []),
    // Another one is there already: nobody has to apply for it.
    ...(card !== null && !cardSent && card.freshLogonsLeft <= cardDueAt ? [about('CARD_DUE')] : []),
    ...(isEnding(standing.ownCertificateUntil, now) ? [about('OWN_CERTIFICATE_EXPIRING')] : []),
    ...whoever(users, 'CERTIFICATE_EXPIRING', (user) => isEnding(user.certificateUntil, now)),
    ...(has('PENDING') ? [about('ADDRESS_PENDING')] : []),
    ...whoever(
      users,
      'AWAITING_FIRST_LOGON',
      (user) => user.status === 'AWAITING_FIRST_LOGON' && !isLate(user, now),
    ),
  ];
}

function about(kind: AttentionKind): Attention {
  return { kind, service: null, userIds: [] };
}

function whoever(
  users: readonly UserAtAGlance[],
  kind: AttentionKind,
  is: (user: UserAtAGlance) => boolean,
  service: Service | null = null,
): readonly Attention[] {
  const userIds = users.filter(is).map(({ userId }) => userId);
  return userIds.length === 0 ? [] : [{ kind, service, userIds }];
}

function isLate({ status, temporaryUntil }: UserAtAGlance, now: Instant): boolean {
  return status === 'AWAITING_FIRST_LOGON' && temporaryUntil !== null && now >= temporaryUntil;
}

/** It can be exchanged for a new one already. */
function isEnding(until: Instant | null, now: Instant): boolean {
  return until !== null && now >= renewableFrom({ until });
}

/** A limit is worth raising once those above it let something through. */
const fromAbove: readonly AbilityReason[] = [
  'CEILING_IS_ZERO',
  'CONTRACT_LIMIT_IS_ZERO',
  'USER_LIMIT_IS_ZERO',
];

/** Those with a right in the service that a limit makes worthless; of several limits the one to raise first. */
function stuck(
  users: readonly UserAtAGlance[],
  kind: (typeof limitKinds)[number],
  service: Service,
): readonly Attention[] {
  const isStuck = ({ reasons, ...ability }: Ability) => {
    if (ability.service !== service || reasons.includes('NO_PERMISSION')) return false;
    const first = fromAbove.find((reason) => reasons.includes(reason));
    return kind === (first ?? reasons.find((reason) => reason === 'CONTRACT_DAY_IS_SPENT'));
  };
  return whoever(users, kind, ({ abilities }) => abilities.some(isStuck), service);
}
