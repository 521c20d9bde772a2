import { describe, expect, test } from 'vitest';
import { everyExample, examples } from './example/events.ts';
import { administrator, concernedUser, type HistoryEvent, userOf } from './history-event.ts';
import { parseContractId } from './id.ts';
import { type AddressBook, noticeRules, noticesOf } from './notice.ts';
import type { UserEmail } from './user-email.ts';

const parsed = parseContractId('40718203956', 'contractId');
if (!parsed.ok) throw new Error('the example is no contract ID');
const facts = { contractId: parsed.value, at: 1_000, address: '192.0.2.7' };
const at = (email: string | null): UserEmail => ({ email, leavingEmails: [] });
const book: AddressBook = {
  contract: [
    { address: 'first@example.jp', status: 'IN_FORCE', leavesAt: null },
    { address: 'pending@example.jp', status: 'PENDING', leavesAt: null },
    { address: 'leaving@example.jp', status: 'LEAVING', leavesAt: 1_001 },
    { address: 'left@example.jp', status: 'LEAVING', leavesAt: 1_000 },
  ],
  user: () => at('taro@example.jp'),
};
const told = (event: HistoryEvent, with_ = book): readonly string[] =>
  noticesOf([event], facts, with_).map((notice) => notice.to);

describe('R10: who is told', () => {
  test('the contract, at addresses in force and those that left a few days ago', () => {
    expect(told(examples.CONTRACT_LOCKED)).toEqual(['first@example.jp', 'leaving@example.jp']);
  });

  test('a user too, of what concerns them', () => {
    expect(told(examples.USER_PINS_RESET)).toContain('taro@example.jp');
    expect(told({ type: 'PIN_CHANGED', kind: 'LOGON', person: userOf('yamada') })).toContain(
      'taro@example.jp',
    );
  });

  test('no user of what concerns the administrator', () => {
    const event = { type: 'PIN_CHANGED', kind: 'LOGON', person: administrator } as const;
    expect(told(event)).toEqual(['first@example.jp', 'leaving@example.jp']);
  });

  test('what was a user’s address goes on hearing of them until its last moment', () => {
    const user = () => ({
      email: 'taro@example.jp',
      leavingEmails: [
        { address: 'before@example.jp', leavesAt: 1_001 },
        { address: 'long-ago@example.jp', leavesAt: 1_000 },
      ],
    });
    const addressed = told(examples.USER_PINS_RESET, { ...book, user });
    expect(addressed).toContain('before@example.jp');
    expect(addressed).not.toContain('long-ago@example.jp');
    expect(told(examples.CONTRACT_LOCKED, { ...book, user })).not.toContain('before@example.jp');
  });

  test('a user without an address is no obstacle', () => {
    expect(told(examples.USER_LOCKED, { ...book, user: () => null })).toEqual([
      'first@example.jp',
      'leaving@example.jp',
    ]);
  });

  test('one address gets one mail, however often it is registered (A23)', () => {
    const same = { ...book, user: () => at('first@example.jp') };
    expect(told(examples.USER_LOCKED, same)).toEqual(['first@example.jp', 'leaving@example.jp']);
  });

  test('nor in however many letter cases: the one the contract has it in is kept (A23)', () => {
    const same = { ...book, user: () => at('FIRST@Example.jp') };
    expect(told(examples.USER_LOCKED, same)).toEqual(['first@example.jp', 'leaving@example.jp']);
  });

  test.each([
    examples.NOTIFICATION_ADDRESS_ADDED,
    examples.NOTIFICATION_ADDRESSES_SET,
    examples.NOTIFICATION_ADDRESS_CONFIRMED,
  ])('$type goes to the old ones and to the new one', (event) => {
    expect(told(event)).toEqual(['first@example.jp', 'leaving@example.jp', 'new@example.jp']);
  });

  test('an address that still waits, perhaps a stranger’s by mistake, is told nothing more', () => {
    const from = ['first@example.jp', 'pending@example.jp'];
    for (const to of [['first@example.jp'], [...from, 'new@example.jp']]) {
      expect(told({ type: 'NOTIFICATION_ADDRESSES_SET', from, to })).not.toContain(
        'pending@example.jp',
      );
    }
  });

  test('a user’s own change of address goes to the old one and to the new one', () => {
    const [from, to] = [
      { name: '山田', email: 'old@example.jp' },
      { name: '山田', email: 'new@example.jp' },
    ] as const;
    for (const known of ['old@example.jp', 'new@example.jp', null]) {
      const told_ = told(
        { type: 'USER_UPDATED', userId: 'yamada', from, to },
        { ...book, user: () => at(known) },
      );
      expect(told_.toSorted()).toEqual([
        'first@example.jp',
        'leaving@example.jp',
        'new@example.jp',
        'old@example.jp',
      ]);
    }
  });

  test('a user who is added is told, although nobody’s book has them yet', () => {
    const empty = { ...book, user: () => null };
    expect(told(examples.USER_ADDED, empty)).toContain('taro@example.jp');
    expect(told({ ...examples.USER_ADDED, email: null }, empty)).not.toContain('taro@example.jp');
  });

  test('whoever a new address belongs to hears that it was added, and of no other address', () => {
    const event: HistoryEvent = {
      type: 'NOTIFICATION_ADDRESSES_SET',
      from: ['first@example.jp', 'pending@example.jp', 'mistyped@example.jp'],
      to: ['leaving@example.jp', 'pending@example.jp', 'new@example.jp'],
    };
    const notices = noticesOf([event], facts, book).map(({ to, events }) => ({ to, events }));
    expect(notices).toEqual([
      { to: 'first@example.jp', events: [event] },
      { to: 'leaving@example.jp', events: [event] },
      {
        to: 'new@example.jp',
        events: [{ type: 'NOTIFICATION_ADDRESS_ADDED', address: 'new@example.jp' }],
      },
    ]);
  });

  test('nobody of refused attempts, or strangers could flood people with mail', () => {
    for (const type of ['ATTEMPT_REFUSED', 'ACT_REFUSED', 'REFUSALS_COUNTED'] as const) {
      expect(told(examples[type])).toEqual([]);
    }
  });
});

describe('A23: an act sends nobody two mails', () => {
  const emails: Record<string, string> = {
    sato: 'sato@example.jp',
    ito: 'Ito@example.jp',
    suzuki: 'ito@example.jp',
  };
  const company = { ...book, user: (userId: string) => at(emails[userId] ?? null) };
  const set = (userId: string) => ({ ...examples.USER_PERMISSIONS_SET, userId });

  test('rights of many users in one act: the contract gets one mail of all, each user theirs', () => {
    const events = [set('sato'), set('ito'), set('nobody'), examples.LOGGED_OFF];
    const sent = noticesOf(events, facts, company).map(({ to, events: about }) => [to, about]);
    expect(sent).toEqual([
      ['first@example.jp', events.slice(0, 3)],
      ['leaving@example.jp', events.slice(0, 3)],
      ['sato@example.jp', [events[0]]],
      ['Ito@example.jp', [events[1]]],
    ]);
  });

  test('two users with one mailbox get one mail of both', () => {
    const events = [set('ito'), set('suzuki')];
    const sent = noticesOf(events, facts, company).filter(({ to }) => /^ito@/i.test(to));
    expect(sent).toMatchObject([{ to: 'Ito@example.jp', events }]);
  });

  test('what nobody is told of sends none', () => {
    expect(noticesOf([examples.LOGGED_OFF, examples.ACT_REFUSED], facts, company)).toEqual([]);
    expect(noticesOf([], facts, company)).toEqual([]);
  });
});

describe('R10: what a mail is made of', () => {
  test('never the whole contract ID', () => {
    for (const event of everyExample) {
      for (const notice of noticesOf([event], facts, book)) {
        expect(JSON.stringify(notice)).not.toContain('40718203956');
        expect(notice.contractIdTail).toBe('956');
      }
    }
  });

  test('what happened, when and from where', () => {
    expect(noticesOf([examples.USER_LOGGED_ON], facts, book)[0]).toMatchObject({
      events: [examples.USER_LOGGED_ON],
      at: 1_000,
      address: '192.0.2.7',
    });
  });

  test('whatever nobody is told of has a reason in words', () => {
    const reasons = Object.values(noticeRules).flatMap((rule) =>
      'none' in rule ? [rule.none] : [],
    );
    expect(reasons).not.toEqual([]);
    for (const reason of reasons) expect(reason).toMatch(/\w+ \w+ \w+/);
  });

  test('R19–R21: the 3rd wrong entry and every lock are told', () => {
    for (const type of ['WARNED', 'CONTRACT_LOCKED', 'USER_LOCKED'] as const) {
      expect(told(examples[type])).not.toEqual([]);
    }
  });
});

describe('whom an event concerns', () => {
  test('the user who is named in it, in whichever way, and otherwise nobody', () => {
    expect(concernedUser(examples.USER_ADDED)).toBe('yamada');
    expect(concernedUser(examples.WARNED)).toBe('yamada');
    expect(concernedUser({ type: 'LOGGED_OFF', person: administrator })).toBe(null);
    expect(concernedUser({ type: 'ATTEMPT_REFUSED', because: 'CLOSED', person: null })).toBe(null);
    expect(concernedUser(examples.CARD_DUE)).toBe(null);
  });
});
