import {
  actionsOf,
  grants,
  needs,
  type Permission,
  type Service,
  withNeeded,
} from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { CheckField } from '@monban/ui/check-field/check-field';
import { useLanguage } from '../../messages/inside.ts';

interface GridProps {
  readonly services: readonly Service[];
  readonly permissions: readonly Permission[];
  readonly onChange: (permissions: readonly Permission[]) => void;
}

/** Services × actions (R13), of the services that the contract has. */
export function PermissionGrid(props: GridProps) {
  return (
    <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
      {props.services.map((service) => (
        <ServiceRights key={service} service={service} {...props} />
      ))}
    </div>
  );
}

/** One service's actions; what an action needs comes along, and is shown as such. */
function ServiceRights({
  onChange,
  permissions,
  service,
}: Omit<GridProps, 'services'> & { readonly service: Service }) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const actions = actionsOf[service];
  const others = permissions.filter((each) => each.service !== service);
  const own = permissions.filter((each) => each.service === service);
  const all = own.length === actions.length;
  const name = labels.service[service];
  return (
    <fieldset className="rounded-8 border border-line p-4">
      <legend className="px-1 font-bold">{name}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] items-start gap-x-4">
        {actions.map((action) => {
          const right = { service, action };
          const because = own.filter((each) => needs[each.action].includes(action));
          const needed = m.common.list(because.map((each) => labels.action[each.action]));
          return (
            <CheckField
              key={action}
              label={labels.action[action]}
              checked={grants(own, right)}
              fixed={because.length === 0 ? undefined : m.addUser.neededBy(needed)}
              onChange={(checked) => {
                const rest = own.filter((each) => each.action !== action);
                onChange(withNeeded([...others, ...rest, ...(checked ? [right] : [])]));
              }}
            />
          );
        })}
      </div>
      {actions.length > 1 && (
        <Button
          kind="quiet"
          compact
          label={all ? m.addUser.clearServiceOf(name) : m.addUser.wholeServiceOf(name)}
          onPress={() =>
            onChange(
              withNeeded([
                ...others,
                ...(all ? [] : actions.map((action) => ({ service, action }))),
              ]),
            )
          }
        >
          {all ? m.addUser.clearService : m.addUser.wholeService}
        </Button>
      )}
    </fieldset>
  );
}
