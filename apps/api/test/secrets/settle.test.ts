import {
  defaultLockoutPolicy as policy,
  type LockLinkage,
  type Verdict,
} from '@monban/domain/lockout';
import { describe, expect, it } from 'vitest';

import type { ContractRow, PersonRow } from '../../src/db/rows.ts';
import { expire, noWrongEntries, settle } from '../../src/secrets/settle.ts';

const now = Date.UTC(2026, 10, 22);
const mark = { id: 'a1', secret: 'LOGON_PIN', deadline: now + 10_000 } as const;

function contract(
  lockLinkage: LockLinkage,
): Pick<ContractRow, 'lockLinkage' | 'locks' | 'sessionsEpoch'> {
  return { lockLinkage, locks: [], sessionsEpoch: 4 };
}

function person(changes: Partial<PersonRow> = {}): PersonRow {
  return {
    contractId: '01234567890',
    personKey: 'sato',
    userId: 'Sato',
    name: 'Sato Hanako',
    email: null,
    emailSince: null,
    leavingEmails: [],
    emailBouncedAt: null,
    logonNotices: true,
    locks: [],
    addedAt: now,
    removedAt: null,
    version: 1,
    registrationHash: null,
    registrationUntil: null,
    logonHash: 'p1$argon2id$',
    confirmationHash: 'p1$argon2id$',
    temporaryUntil: null,
    certificateSince: null,
    pinsVersion: 1,
    wrongRegistration: 0,
    wrongLogon: 0,
    wrongConfirmation: 0,
    wrongOneTimePassword: 0,
    attempts: [mark],
    currentSession: 'session',
    lastLogonAt: null,
    previousLogonAt: null,
    wrongSinceLastLogon: 0,
    wrongBeforeLastLogon: 0,
    accounts: [],
    ...changes,
  };
}

const administrator = (changes: Partial<PersonRow> = {}): PersonRow =>
  person({ personKey: '@administrator', userId: null, ...changes });
const wrong: Verdict = { wrong: 'LOGON_PIN' };

function settled(linkage: LockLinkage, who: PersonRow, verdict: Verdict) {
  return settle(contract(linkage), who, 'a1', verdict, policy, now);
}

describe('what a judged attempt changes in the two rows', () => {
  it('a wrong entry is one more of its secret, its mark gone, and an entry in the history', () => {
    const {
      person: row,
      contract: whole,
      events,
      attemptsLeft,
      known,
    } = settled('UNLINKED', person(), wrong);
    expect(row).toMatchObject({
      wrongLogon: 1,
      wrongConfirmation: 0,
      attempts: [],
      wrongSinceLastLogon: 1,
    });
    expect(whole).toEqual({});
    expect(events).toEqual([
      {
        type: 'WRONG_ENTRY',
        person: { kind: 'USER', userId: 'Sato' },
        secret: 'LOGON_PIN',
        inARow: 1,
      },
    ]);
    expect([attemptsLeft, known]).toEqual([6, true]);
  });

  it('the third in a row warns', () => {
    const { events } = settled('UNLINKED', person({ wrongConfirmation: 2 }), wrong);
    expect(events.map(({ type }) => type)).toEqual(['WRONG_ENTRY', 'WARNED']);
  });

  it('R20: unlinked, a user’s seventh stops that user alone and ends their session', () => {
    const {
      person: row,
      contract: whole,
      events,
      attemptsLeft,
    } = settled('UNLINKED', person({ wrongLogon: 4, wrongConfirmation: 2 }), wrong);
    expect(row).toMatchObject({
      locks: [{ reason: 'WRONG_PINS', at: now, by: 'Sato' }],
      currentSession: null,
      wrongLogon: 5,
    });
    expect(whole).toEqual({});
    expect(events.at(-1)).toEqual({
      type: 'USER_LOCKED',
      userId: 'Sato',
      reason: 'WRONG_PINS',
      by: 'Sato',
    });
    expect(attemptsLeft).toBe(0);
  });

  it('R19: linked, a user’s seventh stops the contract and ends every session of it', () => {
    const {
      person: row,
      contract: whole,
      events,
    } = settled('LINKED', person({ wrongLogon: 6 }), wrong);
    expect(row).not.toHaveProperty('locks');
    expect(whole).toEqual({
      locks: [{ reason: 'WRONG_PINS', at: now, by: 'Sato' }],
      sessionsEpoch: 5,
    });
    expect(events.at(-1)).toEqual({ type: 'CONTRACT_LOCKED', reason: 'WRONG_PINS', by: 'Sato' });
  });

  it.each(['LINKED', 'UNLINKED'] as const)(
    'R19, R21: %s, the administrator’s seventh stops the contract',
    (linkage) => {
      const { contract: whole, events } = settled(
        linkage,
        administrator({ wrongOneTimePassword: 6 }),
        wrong,
      );
      expect(whole).toMatchObject({ sessionsEpoch: 5, locks: [{ by: '@administrator' }] });
      expect(events.at(-1)).toEqual({
        type: 'CONTRACT_LOCKED',
        reason: 'WRONG_PINS',
        by: '@administrator',
      });
    },
  );

  it('A4: what was right clears its own share and no other', () => {
    const { person: row } = settled('UNLINKED', person({ wrongLogon: 2, wrongConfirmation: 3 }), {
      right: ['LOGON_PIN'],
    });
    expect(row).toMatchObject({ wrongLogon: 0, wrongConfirmation: 3, attempts: [] });
  });

  it('A3: an attempt that we ourselves failed takes its mark away and changes no count', () => {
    const { person: row, events } = settled('UNLINKED', person({ wrongLogon: 2 }), { void: true });
    expect(row).toMatchObject({ wrongLogon: 2, attempts: [] });
    expect(events).toEqual([]);
  });

  it('A3: a verdict that comes after its mark was counted changes nothing, a right one neither', () => {
    for (const verdict of [wrong, { right: ['LOGON_PIN'] }] as const) {
      const late = settled('UNLINKED', person({ attempts: [], wrongLogon: 3 }), verdict);
      expect(late).toMatchObject({
        known: false,
        events: [],
        person: { wrongLogon: 3, attempts: [] },
      });
    }
  });

  it('A3: marks of a process that died are wrong entries from their deadline on, not a moment before', () => {
    const who = person({ wrongLogon: 5, attempts: [mark, { ...mark, id: 'a2' }] });
    const early = expire(contract('UNLINKED'), who, policy, mark.deadline - 1);
    expect(early).toMatchObject({ events: [], person: { wrongLogon: 5 } });
    const due = expire(contract('UNLINKED'), who, policy, mark.deadline);
    expect(due.person).toMatchObject({
      wrongLogon: 7,
      attempts: [],
      currentSession: null,
      locks: [{ reason: 'WRONG_PINS' }],
    });
    expect(due.events.map(({ type }) => type)).toEqual([
      'WRONG_ENTRY',
      'WRONG_ENTRY',
      'USER_LOCKED',
    ]);
  });

  it('whoever starts afresh keeps what is in flight: it is judged when its turn comes', () => {
    expect(noWrongEntries).toEqual({
      wrongRegistration: 0,
      wrongLogon: 0,
      wrongConfirmation: 0,
      wrongOneTimePassword: 0,
    });
  });

  it('of a second lock for the same reason the first stands', () => {
    const locked = {
      ...contract('LINKED'),
      locks: [{ reason: 'WRONG_PINS', at: now - 5, by: 'Tanaka' }],
    } as const;
    const { contract: whole } = settle(locked, person({ wrongLogon: 6 }), 'a1', wrong, policy, now);
    expect(whole.locks).toEqual(locked.locks);
  });
});
