import type { Service } from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';
import { CheckGrid } from '@monban/ui/check-grid/check-grid';
import { buttonClass } from '@monban/ui/button/button';
import { SelectField } from '@monban/ui/select-field/select-field';
import { TextField } from '@monban/ui/text-field/text-field';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { type Company, type CompanyUser, found } from './company.ts';
import { afterToggle, editsOf, type GridEdits } from './grid-edits.ts';
import { columnsOf, permissionsOf, rowOf } from './permission-cells.ts';

/** Users × services and their actions, as far as they are looked for. */
export function PermissionGrid(props: {
  readonly company: Company;
  readonly edits: GridEdits;
  /** The users whom the page is about; none: everybody. */
  readonly only: readonly string[];
  readonly onChange: (edits: GridEdits) => void;
}) {
  const { company, edits, only } = props;
  const { m, locale } = useLanguage();
  const t = m.rights;
  const [search, setSearch] = useState('');
  // What is typed shows at once; rows that come back are drawn a moment later.
  const searched = useDeferredValue(search);
  const [service, setService] = useState<Service | 'ALL'>('ALL');
  const permissions = useMemo(
    () => permissionsOf(service === 'ALL' ? company.services : [service]),
    [company, service],
  );
  const columns = useMemo(() => columnsOf(words(locale), permissions), [locale, permissions]);
  const users = useMemo(() => found(company.users, only, searched), [company, only, searched]);
  const rows = users.map((user) =>
    rowOf(m, words(locale), user, editsOf(edits, user), permissions),
  );
  const { service: names } = words(locale).labels;
  return (
    <>
      <search className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
        <TextField
          label={m.users.search}
          value={search}
          onChange={setSearch}
          type="search"
          inputMode="search"
        />
        <SelectField
          label={t.service}
          value={service}
          choices={[
            { value: 'ALL', text: t.allServices },
            ...company.services.map((value) => ({ value, text: names[value] })),
          ]}
          onChange={setService}
        />
      </search>
      {only.length > 0 && <Only users={found(company.users, only, '')} />}
      {rows.length === 0 ? (
        <p role="status">{m.users.notFound}</p>
      ) : (
        <CheckGrid
          label={t.grid.label}
          columns={columns}
          rows={rows}
          words={t.grid}
          onToggle={(toggle) => props.onChange(afterToggle(company, edits, toggle))}
        />
      )}
      <p className="text-sm text-subtle print:hidden">{t.grid.keys}</p>
    </>
  );
}

/** The page is about some alone, and how to see everybody. */
function Only({ users }: { readonly users: readonly CompanyUser[] }) {
  const { rights: t } = useLanguage().m;
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      {t.only(users.length)}
      <Link className={buttonClass('quiet', true)} to={paths.permissions()}>
        {t.everybody}
      </Link>
    </p>
  );
}
