import type { InsideMessages } from '../../../messages/inside.ts';
import type { ContractServices } from '../new-user-limits.tsx';
import type { DryRun } from './use-dry-run.ts';

/** Everything that adding these users brings about, before it is confirmed. */
export function importFollows(
  m: InsideMessages,
  users: DryRun['users'],
  services: ContractServices,
): readonly string[] {
  const t = m.importUsers.follows;
  const idle = users.filter(({ permissions }) => permissions.length === 0).length;
  const above = users.filter(({ limits }) => limits.some((each) => isAbove(each, services))).length;
  return [
    t.add(users.length),
    ...(idle === 0 ? [] : [t.noRights(idle)]),
    ...(above === 0 ? [] : [t.aboveContract(above)]),
    t.pins,
    t.told,
  ];
}

/** Above the administrator's own contract limit, which then is what counts (R14). */
export function isAbove(
  { limit, service }: DryRun['users'][number]['limits'][number],
  services: ContractServices,
): boolean {
  const contract = services.find((each) => each.service === service)?.limit ?? null;
  return (
    contract !== null &&
    (limit.perTransaction > contract.perTransaction || limit.perDay > contract.perDay)
  );
}
