import type { Change } from '@monban/domain/change';
import { parseEmailAddress } from '@monban/domain/id';
import {
  addressBounds,
  type AddressChange,
  addressKey,
  addressLists,
  changeAddresses,
  checkAddresses,
  type StandingAddress,
} from '@monban/domain/notification-address';
import type { InputProblem } from '@monban/domain/problem';
import type { Confirmed } from '../../forms/confirmation.tsx';
import type { SettingsQuery } from '../../graphql/generated/graphql.ts';

export type SettingsContract = NonNullable<SettingsQuery['contract']>;
export type ShownAddress = NonNullable<SettingsContract['notificationAddresses']>[number];

export const newFields = ['new0', 'new1', 'new2', 'new3', 'new4'] as const;
export type NewField = (typeof newFields)[number];

/**
 * What somebody changes about the addresses, and no copy of them: it means the same whatever stands. `toggled` are
 * those whose tick is another than it was.
 */
export type AddressEdits = { readonly toggled: readonly string[] } & Readonly<
  Record<NewField, string>
>;

export type AddressValues = AddressEdits & Confirmed;

export const noEdits: AddressEdits = {
  toggled: [],
  new0: '',
  new1: '',
  new2: '',
  new3: '',
  new4: '',
};

/** Whether an address stays, or is taken back. One on its way out is unticked to begin with. */
export function isKept({ address, status }: ShownAddress, { toggled }: AddressEdits): boolean {
  return (status !== 'LEAVING') !== toggled.includes(addressKey(address));
}

/** `toggled` after the tick of one was changed. */
export function toggle({ address }: ShownAddress, { toggled }: AddressEdits): readonly string[] {
  const key = addressKey(address);
  return toggled.includes(key) ? toggled.filter((each) => each !== key) : [...toggled, key];
}

/** An address as it is going to be sent, and the field that it comes from. */
export interface Wanted {
  readonly address: string;
  readonly field: NewField | 'toggled';
}

/** All addresses that there are to be, in the order in which they are sent. */
export function wantedAddresses(
  standing: readonly ShownAddress[],
  edits: AddressEdits,
): readonly Wanted[] {
  return [
    ...standing
      .filter((each) => isKept(each, edits))
      .map(({ address }) => ({ address, field: 'toggled' as const })),
    ...newFields
      .map((field) => ({ address: edits[field].trim(), field }))
      .filter(({ address }) => address !== ''),
  ];
}

/** Which field a path of the input belongs to: `addresses.3` is the fourth that was sent. */
export function fieldOfPath(wanted: readonly Wanted[], path: string): NewField | 'toggled' {
  const [, index] = /^addresses\.(\d+)$/.exec(path) ?? [];
  return (index === undefined ? undefined : wanted[Number(index)]?.field) ?? 'toggled';
}

/** What the edits come to; or what is wrong with them, by the paths of the input. */
export type Reading =
  | { readonly problems: readonly InputProblem[] }
  | { readonly refused: 'LAST_ADDRESS_IN_FORCE' }
  | { readonly change: AddressChange; readonly changes: readonly Change[] };

export function readEdits(
  standing: readonly ShownAddress[],
  edits: AddressEdits,
  now: number,
): Reading {
  const wanted = wantedAddresses(standing, edits).map(({ address }) => address);
  const read = wanted.map((address, index) => parseEmailAddress(address, `addresses.${index}`));
  const problems = [
    ...read.flatMap((each) => (each.ok ? [] : [each.error])),
    ...checkAddresses(wanted, 'addresses'),
  ];
  if (problems.length > 0) return { problems };
  const parsed = read.flatMap((each) => (each.ok ? [each.value] : []));
  const before = standing.map(standingOf);
  // How many days one is told for is the bank's setting; when they end doesn't matter here.
  const change = changeAddresses(before, parsed, { leavingDays: 0 }, now);
  if (!change.ok) return { refused: change.error };
  return { change: change.value, changes: addressChanges(addressLists(before, change.value)) };
}

/** What became different between two readings of the contract. */
export function differences(before: SettingsContract, now: SettingsContract): readonly Change[] {
  const listed = (contract: SettingsContract) =>
    (contract.notificationAddresses ?? [])
      .filter(({ status }) => status !== 'LEAVING')
      .map(({ address }) => address);
  return addressChanges({ from: listed(before), to: listed(now) });
}

function addressChanges(lists: {
  readonly from: readonly string[];
  readonly to: readonly string[];
}): readonly Change[] {
  const { from, to } = lists;
  const same = from.length === to.length && from.every((address) => to.includes(address));
  return same ? [] : [{ what: 'ADDRESSES', from, to }];
}

function standingOf({ address, status, leavesAt }: ShownAddress): StandingAddress {
  return { address, status, leavesAt: leavesAt === null ? null : Date.parse(leavesAt) };
}

/** How many fields for new addresses there are: one more than are filled in, as long as there is room. */
export function openFields(
  standing: readonly ShownAddress[],
  edits: AddressEdits,
): readonly NewField[] {
  const kept = standing.filter((each) => isKept(each, edits)).length;
  const filled = newFields.filter((field) => edits[field] !== '');
  const last = newFields.findLastIndex((field) => edits[field] !== '');
  const room = addressBounds.max - kept - filled.length > 0 ? 1 : 0;
  return newFields.slice(0, Math.max(last + 1 + room, filled.length));
}
