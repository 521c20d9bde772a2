import { actionsOf, type Permission } from '@monban/domain/permission';
import { expect, test } from 'vitest';
import { edited, editsTowards, type PermissionEdits, withToggled } from './permission-edits.ts';

const payroll = (...actions: readonly Permission['action'][]): readonly Permission[] =>
  actions.map((action) => ({ service: 'PAYROLL', action }));
const whole = payroll(...actionsOf.PAYROLL);

test('R13: what an action needs comes along, and goes again with it', () => {
  const on = withToggled([], {}, payroll('APPROVE'), true);
  expect(edited([], on)).toEqual(payroll('VIEW', 'APPROVE'));
  expect(withToggled([], on, payroll('APPROVE'), false)).toEqual({});
});

test('R13: what somebody had by itself stays when the action that needs it goes', () => {
  const standing = payroll('VIEW', 'APPROVE');
  const edits = withToggled(standing, {}, payroll('APPROVE'), false);
  expect(edited(standing, edits)).toEqual(payroll('VIEW'));
});

test('Taking a change back leaves no edit behind', () => {
  const standing = payroll('VIEW', 'SEND');
  const edits = withToggled(standing, {}, payroll('SEND'), false);
  expect(withToggled(standing, edits, payroll('SEND'), true)).toEqual({});
});

test('A press that can’t have an effect waits for no later one: what is needed can’t be taken away, and isn’t later', () => {
  const standing = payroll('VIEW', 'APPROVE');
  const edits = withToggled(standing, {}, payroll('VIEW'), false);
  expect(edits).toEqual({});
  const after = withToggled(standing, edits, payroll('APPROVE'), false);
  expect(edited(standing, after)).toEqual(payroll('VIEW'));
});

test('A whole row on, and off again', () => {
  const on = withToggled(payroll('VIEW'), {}, whole, true);
  expect(edited(payroll('VIEW'), on)).toEqual(whole);
  const off = withToggled(payroll('VIEW'), on, whole, false);
  expect(edited(payroll('VIEW'), off)).toEqual([]);
});

test('A copy comes to exactly what the other has, whatever stood', () => {
  const from: readonly Permission[] = [
    { service: 'BALANCE_INQUIRY', action: 'VIEW' },
    ...payroll('VIEW', 'SEND'),
  ];
  for (const standing of [[], whole, from]) {
    expect(edited(standing, editsTowards(standing, from))).toEqual(from);
  }
});

test('Edits lie over whatever stands by now: a page that was overtaken loses none, and reverts nothing', () => {
  const edits: PermissionEdits = withToggled(payroll('VIEW'), {}, payroll('SEND'), true);
  const meanwhile: readonly Permission[] = [
    { service: 'BALANCE_INQUIRY', action: 'VIEW' },
    ...payroll('VIEW', 'CREATE'),
  ];
  expect(edited(meanwhile, edits)).toEqual([
    { service: 'BALANCE_INQUIRY', action: 'VIEW' },
    ...payroll('VIEW', 'CREATE', 'SEND'),
  ]);
});
