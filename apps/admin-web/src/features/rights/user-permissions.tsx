import {
  type Action,
  actionsOf,
  type Permission,
  type Service,
  serviceHas,
} from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';
import { CheckGrid, type Toggle } from '@monban/ui/check-grid/check-grid';
import { useLanguage } from '../../messages/inside.ts';
import { cellOf } from './permission-cells.ts';
import { edited, type PermissionEdits, withToggled } from './permission-edits.ts';

/** One user's permissions: services × actions (R13), of the services that the contract has. */
export function UserPermissions(props: {
  readonly services: readonly Service[];
  readonly standing: readonly Permission[];
  readonly edits: PermissionEdits;
  readonly onChange: (edits: PermissionEdits) => void;
}) {
  const { edits, services, standing } = props;
  const { m, locale } = useLanguage();
  const t = m.rights;
  const { labels } = words(locale);
  const become = edited(standing, edits);
  const actions = allActions.filter((action) =>
    services.some((service) => serviceHas(service, action)),
  );
  const toggle = ({ cells, checked }: Toggle) => {
    const pressed = services.flatMap((service) =>
      actionsOf[service]
        .filter((action) => cells.some(({ column, row }) => row === service && column === action))
        .map((action) => ({ service, action })),
    );
    props.onChange(withToggled(standing, edits, pressed, checked));
  };
  return (
    <>
      <CheckGrid
        label={t.ofOne.label}
        words={{ ...t.grid, ...t.ofOne }}
        columns={actions.map((action) => ({ key: action, title: labels.action[action] }))}
        rows={services.map((service) => ({
          key: service,
          title: labels.service[service],
          cells: actions.map((action) =>
            serviceHas(service, action)
              ? cellOf(m, words(locale), standing, become, { service, action })
              : { state: 'unavailable', reason: t.noSuchAction },
          ),
        }))}
        onToggle={toggle}
      />
      <p className="text-sm text-subtle print:hidden">{t.grid.keys}</p>
    </>
  );
}

/** In the order in which people see them. */
const allActions: readonly Action[] = ['VIEW', 'EXECUTE', 'CREATE', 'APPROVE', 'SEND'];
