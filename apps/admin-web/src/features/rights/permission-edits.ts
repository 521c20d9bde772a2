import { type Action, type Permission, type Service, withNeeded } from '@monban/domain/permission';

export type PermissionKey = `${Service}-${Action}`;

/**
 * What somebody changed of a user's permissions, and nothing else: true is granted, false taken away. So it
 * can be laid over whatever stands by now.
 */
export type PermissionEdits = Readonly<Partial<Record<PermissionKey, boolean>>>;

export function permissionKey({ action, service }: Permission): PermissionKey {
  return `${service}-${action}`;
}

/** What stands with the edits laid over it; what they need comes along (R13). */
export function edited(
  standing: readonly Permission[],
  edits: PermissionEdits,
): readonly Permission[] {
  const kept = standing.filter((each) => edits[permissionKey(each)] !== false);
  return withNeeded([...kept, ...added(edits)]);
}

function added(edits: PermissionEdits): readonly Permission[] {
  return Object.entries(edits)
    .filter(([, granted]) => granted)
    .map(([key]) => {
      const [service, action] = key.split('-');
      // Keys are made above, and nowhere else.
      return { service, action } as Permission;
    });
}

/** The edits after boxes were pressed. One that changes nothing (any more) is dropped: nothing waits unseen. */
export function withToggled(
  standing: readonly Permission[],
  edits: PermissionEdits,
  pressed: readonly Permission[],
  checked: boolean,
): PermissionEdits {
  const presses = Object.fromEntries(pressed.map((each) => [permissionKey(each), checked]));
  const all: PermissionEdits = { ...edits, ...presses };
  return onlyReal(standing, all);
}

/** The edits that make one user's permissions another's. */
export function editsTowards(
  standing: readonly Permission[],
  wanted: readonly Permission[],
): PermissionEdits {
  const keys = [...standing, ...wanted].map(permissionKey);
  const granted = new Set(wanted.map(permissionKey));
  return onlyReal(standing, Object.fromEntries(keys.map((key) => [key, granted.has(key)])));
}

function onlyReal(standing: readonly Permission[], edits: PermissionEdits): PermissionEdits {
  const become = new Set(edited(standing, edits).map(permissionKey));
  const stood = new Set(standing.map(permissionKey));
  const keys = Object.entries(edits) as readonly [PermissionKey, boolean][];
  return Object.fromEntries(
    keys.filter(([key, granted]) => become.has(key) === granted && stood.has(key) !== granted),
  );
}
