import { formatYen } from '@monban/domain/money';
import { services } from '@monban/domain/permission';
import type { Words } from '@monban/domain/wording/vocabulary';
import { amountsOf } from '../../forms/limit-fields.ts';
import type { InsideMessages } from '../../messages/inside.ts';
import { type NewUserValues, servicesWithLimits } from './new-user.ts';

/** Everything that adding this user brings about, line by line, before it is confirmed. */
export function newUserWords(
  m: InsideMessages,
  words: Words,
  values: NewUserValues,
): readonly string[] {
  const t = m.addUser.follows;
  if (values.userId === '' || values.name.trim() === '') return [t.nobody];
  const { labels } = words;
  const rights = services.flatMap((service) => {
    const actions = values.permissions.filter((each) => each.service === service);
    const names = m.common.list(actions.map((each) => labels.action[each.action]));
    return actions.length === 0 ? [] : [t.right(labels.service[service], names)];
  });
  const limits = servicesWithLimits(values.permissions).flatMap((service) => {
    const limit = amountsOf(values, service);
    if (limit === null) return [];
    const { perDay, perTransaction } = limit;
    return [t.limit(labels.service[service], formatYen(perTransaction), formatYen(perDay))];
  });
  return [
    t.add(m.users.who(values.userId, values.name.trim())),
    ...(rights.length === 0 ? [t.noRights] : rights),
    ...limits,
    t.pins,
    t.told,
  ];
}
