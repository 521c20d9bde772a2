import { describe, expect, test } from 'vitest';
import {
  type AddressEdits,
  differences,
  fieldOfPath,
  isKept,
  noEdits,
  openFields,
  readEdits,
  type ShownAddress,
  toggle,
  wantedAddresses,
} from './address-edits.ts';

const now = Date.UTC(2026, 10, 22);
const day = 86_400_000;
const shown = (address: string, more: Partial<ShownAddress> = {}): ShownAddress => ({
  __typename: 'NotificationAddress',
  address,
  status: 'IN_FORCE',
  leavesAt: null,
  bouncedAt: null,
  codeUntil: null,
  codeTriesLeft: null,
  ...more,
});
const first = shown('First@example.jp');
const waiting = shown('waiting@example.jp', { status: 'PENDING' });
const leaving = shown('leaving@example.jp', {
  status: 'LEAVING',
  leavesAt: new Date(now + day).toISOString(),
});
const standing = [first, waiting, leaving];
const edit = (edits: Partial<AddressEdits>): AddressEdits => ({ ...noEdits, ...edits });

describe('R10: what is sent is what is ticked and what is typed', () => {
  test('untouched, everything stays as it is: one on its way out is not taken back', () => {
    expect(wantedAddresses(standing, noEdits).map(({ address }) => address)).toEqual([
      'First@example.jp',
      'waiting@example.jp',
    ]);
    expect(readEdits(standing, noEdits, now)).toMatchObject({ changes: [] });
  });

  test('a tick that is changed twice is as it was', () => {
    const once = edit({ toggled: toggle(first, noEdits) });
    expect(isKept(first, once)).toBe(false);
    expect(isKept(first, edit({ toggled: toggle(first, once) }))).toBe(true);
  });

  test('who goes, who comes, who is taken back, from what to what', () => {
    const edits = edit({
      toggled: [...toggle(waiting, noEdits), ...toggle(leaving, noEdits)],
      new1: 'new@example.jp',
    });
    expect(readEdits(standing, edits, now)).toMatchObject({
      change: {
        added: ['new@example.jp'],
        backInForce: ['leaving@example.jp'],
        dropped: ['waiting@example.jp'],
        leaving: [],
      },
      changes: [
        {
          what: 'ADDRESSES',
          from: ['First@example.jp', 'waiting@example.jp'],
          to: ['First@example.jp', 'leaving@example.jp', 'new@example.jp'],
        },
      ],
    });
  });

  test('edits mean the same when somebody else has changed the addresses meanwhile', () => {
    const edits = edit({ toggled: toggle(waiting, noEdits), new0: 'new@example.jp' });
    const other = [shown('other@example.jp'), first, waiting];
    expect(wantedAddresses(other, edits).map(({ address }) => address)).toEqual([
      'other@example.jp',
      'First@example.jp',
      'new@example.jp',
    ]);
    const mails = { mailLanguage: null, administrator: null };
    const before = { __typename: 'Contract', contractId: '', version: 1, ...mails } as const;
    expect(
      differences(
        { ...before, notificationAddresses: standing },
        { ...before, notificationAddresses: other },
      ),
    ).toMatchObject([{ to: ['other@example.jp', 'First@example.jp', 'waiting@example.jp'] }]);
  });
});

describe('bad input is answered at its field', () => {
  test.each([
    ['in other letters twice', 'FIRST@EXAMPLE.jp', 'NAMED_TWICE'],
    ['with a line break', 'new@example.jp\r\nBcc: all@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['with full-width letters', 'ｎｅｗ@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['of 300 characters', `${'a'.repeat(291)}@a.example`, 'TOO_LONG'],
  ])('an address %s', (_, address, code) => {
    const edits = edit({ new0: 'ok@example.jp', new3: address });
    const reading = readEdits([first, waiting], edits, now);
    const wanted = wantedAddresses([first, waiting], edits);
    const problems = 'problems' in reading ? reading.problems : [];
    expect(problems.map((each) => [fieldOfPath(wanted, each.path), each.code])).toEqual([
      ['new3', code],
    ]);
  });

  test('none left, and six', () => {
    const none = edit({ toggled: toggle(first, noEdits) });
    const six = edit({ new0: 'a@b.jp', new1: 'b@b.jp', new2: 'c@b.jp', new3: 'd@b.jp' });
    for (const reading of [readEdits([first], none, now), readEdits([first, waiting], six, now)]) {
      expect(reading).toMatchObject({
        problems: [{ path: 'addresses', code: 'WRONG_NUMBER_OF_ENTRIES' }],
      });
    }
    expect(fieldOfPath([], 'addresses')).toBe('toggled');
  });

  test('the last one in force stays: one that still waits doesn’t take its place', () => {
    const edits = edit({ toggled: toggle(first, noEdits) });
    expect(readEdits([first, waiting], edits, now)).toEqual({ refused: 'LAST_ADDRESS_IN_FORCE' });
  });
});

test('There is a field more than are filled in, up to five addresses; none that is filled in goes', () => {
  expect(openFields([first], noEdits)).toEqual(['new0']);
  expect(openFields([first], edit({ new0: 'a' }))).toEqual(['new0', 'new1']);
  expect(openFields([first, waiting], edit({ new0: 'a', new1: 'b', new2: 'c' }))).toHaveLength(3);
  expect(openFields([first, waiting], edit({ new4: 'e' }))).toHaveLength(5);
  const five = ['a', 'b', 'c', 'd', 'e'].map((each) => shown(`${each}@example.jp`));
  expect(openFields(five, noEdits)).toEqual([]);
  expect(openFields(five, edit({ new1: 'x' }))).toEqual(['new0', 'new1']);
});
