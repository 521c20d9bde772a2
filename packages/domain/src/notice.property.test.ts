import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyExample } from './example/events.ts';
import type { ContractId } from './id.ts';
import { type AddressBook, noticesOf } from './notice.ts';
import { addressKey, type StandingAddress } from './notification-address.ts';

const facts = { contractId: '40718203956' as ContractId, at: 1_000, address: null };

/** Few mailboxes, in any letters: also those that the examples name. */
const address = fc.constantFrom(
  'a@example.jp',
  'A@example.jp',
  'TARO@example.jp',
  'taro@example.jp',
  'New@example.jp',
  'first@example.jp',
);
const book: fc.Arbitrary<AddressBook> = fc
  .record({
    contract: fc.array(
      fc.record<StandingAddress>({
        address,
        status: fc.constantFrom('PENDING', 'IN_FORCE', 'LEAVING'),
        leavesAt: fc.constantFrom(null, 1_000, 1_001),
      }),
      { maxLength: 6 },
    ),
    email: fc.option(address),
    leaving: fc.array(fc.record({ address, leavesAt: fc.constantFrom(1_000, 1_001) }), {
      maxLength: 3,
    }),
  })
  .map(({ contract, leaving, email }) => ({
    contract,
    user: () => ({ email, leavingEmails: leaving }),
  }));
const act = fc.uniqueArray(fc.constantFrom(...everyExample), { maxLength: 8 });

describe('R10, A23: whatever one act does, and however addresses are registered', () => {
  test('no mailbox gets two mails of it, and no mail is empty', () => {
    fc.assert(
      fc.property(act, book, (events, addresses) => {
        const sent = noticesOf(events, facts, addresses);
        expect(new Set(sent.map(({ to }) => addressKey(to))).size).toBe(sent.length);
        for (const { events: about } of sent) expect(about).not.toEqual([]);
      }),
    );
  });

  test('every mailbox is told of exactly what each event by itself would tell it, in order', () => {
    fc.assert(
      fc.property(act, book, (events, addresses) => {
        const together = noticesOf(events, facts, addresses);
        const alone = events.flatMap((event) =>
          noticesOf([event], facts, addresses).map((mail) => ({
            ...mail,
            key: addressKey(mail.to),
          })),
        );
        for (const { to, events: about } of together) {
          const own = alone.filter(({ key }) => key === addressKey(to));
          expect(about).toEqual(own.flatMap(({ events: each }) => each));
        }
        const number = together.reduce((sum, { events: about }) => sum + about.length, 0);
        expect(number).toBe(alone.length);
      }),
    );
  });
});
