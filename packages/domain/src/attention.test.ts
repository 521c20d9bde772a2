import { expect, test } from 'vitest';
import { abilities, type AbilityReason } from './ability.ts';
import { attention, type AttentionStanding, type UserAtAGlance } from './attention.ts';
import { day } from './instant.ts';
import { type Amounts, noLimit } from './limit.ts';
import { type Yen, zeroYen } from './money.ts';
import { withNeeded, type Permission } from './permission.ts';
import type { UserStatus } from './status.ts';

const now = Date.UTC(2026, 10, 22, 5);
const yen = (perTransaction: number, perDay: number): Amounts => ({
  perTransaction: perTransaction as Yen,
  perDay: perDay as Yen,
});

interface Someone {
  readonly emailBounced?: boolean;
  readonly noticesUndelivered?: boolean;
  readonly status?: UserStatus;
  readonly temporaryUntil?: number;
  readonly permissions?: readonly Permission[];
  readonly ceiling?: Amounts;
  readonly contractLimit?: Amounts;
  readonly usedToday?: number;
  readonly limit?: Amounts;
  readonly certificateMissing?: boolean;
  readonly certificateUntil?: number;
}

/** Somebody who may transfer, in a contract with that one service. */
function user(userId: string, someone: Someone = {}): UserAtAGlance {
  const status = someone.status ?? 'ACTIVE';
  const temporaryUntil = someone.temporaryUntil ?? null;
  const ceiling = someone.ceiling ?? yen(100, 500);
  const standing = {
    contract: 'ACTIVE' as const,
    user: status,
    temporaryUntil,
    certificateMissing: someone.certificateMissing ?? false,
    permissions: withNeeded(
      someone.permissions ?? [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }],
    ),
    services: [
      {
        service: 'FUNDS_TRANSFER' as const,
        ceiling,
        contractLimit: someone.contractLimit ?? null,
        usedToday: (someone.usedToday ?? 0) as Yen,
      },
    ],
    limitFor: () => ({ limit: someone.limit ?? yen(50, 50), usedToday: zeroYen }),
  };
  return {
    userId,
    status,
    temporaryUntil,
    certificateMissing: standing.certificateMissing,
    certificateUntil: someone.certificateUntil ?? null,
    abilities: abilities(standing, now),
    emailBounced: someone.emailBounced ?? false,
    noticesUndelivered: someone.noticesUndelivered ?? false,
  };
}

const calm: AttentionStanding = {
  card: { freshLogonsLeft: 25 },
  cardSent: false,
  closing: false,
  certificates: { authenticationMethod: 'ID_PIN', certificateFrom: null },
  ownCertificateUntil: null,
  addresses: ['IN_FORCE', 'LEAVING'],
  bounced: false,
  undelivered: false,
  users: [user('sato')],
};

const kinds = (standing: Partial<AttentionStanding>) =>
  attention({ ...calm, ...standing }, now).map(({ kind }) => kind);

test('Where all is well nothing waits', () => {
  expect(attention(calm, now)).toEqual([]);
});

test('R10: notices that were given up are said, too: behind what is known to come back', () => {
  const users = [user('sato', { emailBounced: true }), user('ito', { noticesUndelivered: true })];
  expect(kinds({ bounced: true, undelivered: true, users })).toEqual([
    'ADDRESS_BOUNCED',
    'NOTICES_UNDELIVERED',
    'USER_EMAIL_BOUNCED',
    'USER_NOTICES_UNDELIVERED',
  ]);
});

test('R10: mail that comes back is said, the company’s before who waits longest, a user’s by name', () => {
  const users = [user('sato', { emailBounced: true }), user('ito')];
  expect(kinds({ bounced: true, users })).toEqual(['ADDRESS_BOUNCED', 'USER_EMAIL_BOUNCED']);
  expect(attention({ ...calm, users }, now)).toEqual([
    { kind: 'USER_EMAIL_BOUNCED', service: null, userIds: ['sato'] },
  ]);
});

test('R10: a contract whose notices go nowhere is said first, before anybody who is locked', () => {
  const users = [user('sato', { status: 'LOCKED' })];
  expect(kinds({ addresses: [], users })).toEqual(['NO_ADDRESS_IN_FORCE', 'USER_LOCKED']);
  expect(kinds({ addresses: ['LEAVING', 'PENDING'] })).toEqual([
    'NO_ADDRESS_IN_FORCE',
    'ADDRESS_PENDING',
  ]);
});

test('R12: who gets in no more for want of a certificate is named, and certificates that can be renewed are', () => {
  const daysFromNow = (days: number) => now + days * day;
  const users = [
    user('sato', { certificateMissing: true }),
    user('suzuki', { certificateUntil: daysFromNow(30) }),
    user('tanaka', { certificateUntil: daysFromNow(31) }),
  ];
  const waiting = attention({ ...calm, users, ownCertificateUntil: daysFromNow(29) }, now);
  expect(waiting).toEqual([
    { kind: 'NO_CERTIFICATE', service: null, userIds: ['sato'] },
    { kind: 'OWN_CERTIFICATE_EXPIRING', service: null, userIds: [] },
    { kind: 'CERTIFICATE_EXPIRING', service: null, userIds: ['suzuki'] },
  ]);
});

test('R12: who will get in no more from the day on which certificates are needed is named before it, the administrator as well', () => {
  const from = now + 10 * day;
  const certificates = { authenticationMethod: 'CERTIFICATE', certificateFrom: from } as const;
  const users = [
    user('sato', { certificateUntil: from + 40 * day }),
    user('suzuki'),
    user('tanaka', { certificateMissing: true }),
    user('ito', { certificateUntil: from }),
  ];
  const soon = (standing: Partial<AttentionStanding>, at = now) =>
    attention({ ...calm, certificates, users, ...standing }, at).filter(({ kind }) =>
      kind.endsWith('NEEDED_SOON'),
    );
  expect(soon({})).toEqual([
    { kind: 'OWN_CERTIFICATE_NEEDED_SOON', service: null, userIds: [] },
    { kind: 'CERTIFICATE_NEEDED_SOON', service: null, userIds: ['suzuki', 'ito'] },
  ]);
  expect(soon({ ownCertificateUntil: from + 1, users: [] })).toEqual([]);
  expect(soon({}, from)).toEqual([]);
  expect(soon({ certificates: { ...certificates, authenticationMethod: 'ID_PIN' } })).toEqual([]);
});

test('R8: the card is due from five fresh logons on, and missing when none is in force', () => {
  expect(kinds({ card: { freshLogonsLeft: 6 } })).toEqual([]);
  expect(kinds({ card: { freshLogonsLeft: 5 } })).toEqual(['CARD_DUE']);
  expect(kinds({ card: null })).toEqual(['NO_CARD']);
});

test('R8: of a new card that was sent only that it waits, not that one is due; and without any in force both', () => {
  expect(kinds({ card: { freshLogonsLeft: 1 }, cardSent: true })).toEqual(['CARD_SENT']);
  expect(kinds({ card: null, cardSent: true })).toEqual(['NO_CARD', 'CARD_SENT']);
});

test('that the contract is going to be closed is said before everything', () => {
  expect(kinds({ closing: true, addresses: [] })).toEqual([
    'CONTRACT_CLOSING',
    'NO_ADDRESS_IN_FORCE',
  ]);
});

test('Whoever waits for a first logon is told apart from whoever can’t log on any more, to the moment', () => {
  const waiting = (userId: string, temporaryUntil: number) =>
    user(userId, { status: 'AWAITING_FIRST_LOGON', temporaryUntil });
  const users = [waiting('ito', now + 1), waiting('mori', now), waiting('abe', now - 1)];
  expect(attention({ ...calm, users }, now)).toEqual([
    { kind: 'TEMPORARY_PINS_EXPIRED', service: null, userIds: ['mori', 'abe'] },
    { kind: 'AWAITING_FIRST_LOGON', service: null, userIds: ['ito'] },
  ]);
});

test('Somebody locked is locked, and not late as well', () => {
  const locked = user('sato', { status: 'LOCKED', temporaryUntil: now - 1 });
  expect(kinds({ users: [locked] })).toEqual(['USER_LOCKED']);
});

test.each<[AbilityReason, Someone]>([
  ['USER_LIMIT_IS_ZERO', { limit: noLimit }],
  ['USER_LIMIT_IS_ZERO', { limit: yen(50, 0) }],
  ['CONTRACT_LIMIT_IS_ZERO', { contractLimit: noLimit }],
  ['CONTRACT_LIMIT_IS_ZERO', { contractLimit: noLimit, limit: noLimit }],
  ['CEILING_IS_ZERO', { ceiling: noLimit, limit: noLimit }],
  ['CEILING_IS_ZERO', { ceiling: noLimit, contractLimit: noLimit }],
  ['CONTRACT_DAY_IS_SPENT', { usedToday: 500 }],
])(
  'R14: a right that a limit makes worthless is said once, by the upper limit: %s',
  (kind, how) => {
    const users = [user('sato', how), user('ito')];
    expect(attention({ ...calm, users }, now)).toEqual([
      { kind, service: 'FUNDS_TRANSFER', userIds: ['sato'] },
    ]);
  },
);

test('R13: without the right a limit of nothing is nobody’s trouble, and looking needs none', () => {
  const look: Permission = { service: 'FUNDS_TRANSFER', action: 'VIEW' };
  const users = [
    user('sato', { permissions: [], limit: noLimit }),
    user('ito', { permissions: [look], limit: noLimit }),
  ];
  expect(kinds({ users })).toEqual([]);
});
